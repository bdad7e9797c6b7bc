#pragma once
#include "advice/day/actions_day.hpp"
#include "advice/day/rules_queue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The queue: numbers given and given back, assessed while people wait, called and helped at the desks.
namespace samrum::advice::day {

/// A host counts somebody: a number on paper.
base::Result<int> count_in(store::Session& room, const module::Caller& caller, SessionId session, int people,
                           const Assessment& needs, base::Instant now);
/// What a host hears while people wait.
base::Result<base::Done> assess(store::Session& room, const module::Caller& caller, TicketId id,
                                const Assessment& needs, int people);
/// Somebody said that they leave.
base::Result<base::Done> gave_up(store::Session& room, const module::Caller& caller, TicketId id, base::Instant now);

/// A number of the visitor's own, for who stands there with the QR code: of the phone (with the secret that makes it
/// the owner) or of the kiosk (without). `owner`: the secret that the phone's form came with. While its number waits or
/// is helped, the same form answers with the same number.
struct OwnNumber {
    int number = 0;
    std::string owner;
};
base::Result<OwnNumber> take_number(store::Session& room, std::string_view slug, std::string_view secret,
                                    Channel channel, const Assessment& needs, base::Instant now,
                                    std::string_view owner = {});
/// The ticket of a phone, with the day around it; nothing when the session has closed.
struct OwnTicket {
    DayView day;
    Ticket ticket;
};
std::optional<OwnTicket> own_ticket(store::Session& room, std::string_view slug, std::string_view owner);
base::Result<base::Done> assess_own(store::Session& room, std::string_view owner, const Assessment& needs);
/// Given back by its owner alone.
base::Result<base::Done> cancel_own(store::Session& room, std::string_view owner, base::Instant now);

/// Sits down at a desk, or changes what it speaks. Refused where somebody else sits, unless the caller says that they
/// take over (`advice.day.problem.desk_taken`): a visitor who is there stays.
base::Result<base::Done> sit_down(store::Session& room, const module::Caller& caller, SessionId session,
                                  const Desk& desk, bool take_over = false);
/// Leaves it. Who is called or held there goes back into the queue.
base::Result<base::Done> leave_desk(store::Session& room, const module::Caller& caller, SessionId session, int number);
/// The languages that a volunteer said, for the desk; and whether experienced.
struct OwnSkills {
    std::string volunteer = {};
    std::vector<std::string> languages = {};
    bool experienced = false;
};
OwnSkills own_skills(store::Session& room, const module::Caller& caller);

/// One step with one ticket. Two desks never get the same visitor: the session's lock is held while the ticket's state
/// is judged, on whichever server. `to_desk` is for handing over; nothing there: back to everybody.
base::Result<base::Done> step(store::Session& room, const module::Caller& caller, TicketId id, int desk, Step what,
                              base::Instant now, std::optional<int> to_desk = std::nullopt);
/// Calls whom the rules suggest for the desk, and answers who that is.
base::Result<Suggestion> call_next(store::Session& room, const module::Caller& caller, SessionId session, int desk,
                                   base::Instant now);

}  // namespace samrum::advice::day
