#pragma once
#include "advice/day/model.hpp"
#include "foundation/optimise/queue.hpp"

#include <optional>
#include <span>
#include <vector>

namespace samrum::advice::day {

/// What a desk may do with a ticket.
enum class Step { call, take, hold, release, done, no_show, hand_over, undo };
std::optional<Step> step_of(std::string_view code);
std::string_view code_of(Step step);

/// Is there such a desk, and does somebody sit at it?
bool is_open_desk(std::span<const Desk> desks, int number);
/// A desk that was left keeps nobody waiting: who was handed to it is anybody's.
void free_of_left_desk(Ticket& ticket, std::span<const Desk> desks);

/// May the desk do this with the ticket in its state? `call` takes one who waits; the other steps are for the desk
/// whose ticket it is.
bool may_step(const Ticket& ticket, int desk, Step step);
/// The ticket after the step. A Bug when may_step says no.
Ticket after_step(Ticket ticket, int desk, Step step, base::Instant now);

/// The ticket that the desk serves just now (called or with the adviser).
const Ticket* ticket_at(std::span<const Ticket> tickets, int desk);
/// Those who wait, in the order of their numbers, held ones of this desk too.
std::vector<Ticket> waiting_of(std::span<const Ticket> tickets);

/// Whom the desk should call next, with the reason; nothing when nobody waits whom it may help.
struct Suggestion {
    Ticket ticket;
    optimise::QueueReason reason = optimise::QueueReason::longest;
};
std::optional<Suggestion> suggest_next(std::span<const Ticket> tickets, std::span<const Desk> desks, int desk,
                                       base::Instant now);

/// How long the holder of the ticket has still to wait, in minutes, rounded outwards to five; nothing when nobody can
/// tell.
struct Wait {
    int low = 0;
    int high = 0;
};
std::optional<Wait> wait_of(std::span<const Ticket> tickets, const Ticket& ticket, std::span<const Desk> desks,
                            base::Instant now);
/// How many wait and are before the holder; of one who was handed over to a desk: who wait for that desk.
int ahead_of(std::span<const Ticket> tickets, const Ticket& ticket);

/// Does an open desk speak the language? Everybody speaks Swedish, and whoever said nothing is content with it.
bool is_spoken(std::span<const Desk> desks, std::string_view language);

/// The band of a waiting time that the counts keep: "0-15", "15-30", "30-60", "60-".
std::string_view waiting_band(const Ticket& ticket);

}  // namespace samrum::advice::day
