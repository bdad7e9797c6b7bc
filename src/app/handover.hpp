#pragma once
#include "app/task_rules.hpp"
#include "directory/actions_succession.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/module.hpp"

#include <optional>
#include <string>
#include <vector>

/// Handing over to a successor, so that nothing is forgotten: roles, and with them every duty, pass on from a day; so
/// do the steering groups' calls; both are told by mail, and the one leaves the other a note.
namespace samrum::app {

/// May the caller hand over: what is their own, or, as the room's administrator, somebody else's?
bool may_hand_over(const module::Caller& caller);
bool may_name_successors(const module::Caller& caller);

/// Who can be handed over from.
struct Outgoing {
    module::AccountId account;
    std::string email;
    std::string function;
};
/// The caller alone, or everybody with a function in the room for its administrator.
std::vector<Outgoing> outgoing(store::Reader& lobby, const module::RoomHead& head, const module::Caller& caller,
                               base::Date today);

/// One thing that moves, as it is told: how many of what, and each of them.
struct Moving {
    std::string kind;  ///< "tasks.kind.report", "handover.roles"
    std::vector<std::string> what;
};
/// Everything open that passes on with a function, in the reader's language: roles, tasks by kind (open actions,
/// reports in draft, payments to authorise …), steering functions, figures that leave by themselves.
std::vector<Moving> what_moves(const module::House& house, store::Reader& room, store::Reader& lobby,
                               const module::RoomHead& head, const Outgoing& from, const text::Words& words,
                               base::Date today);

/// As typed.
struct HandoverInput {
    std::string from;  ///< account id
    std::string email;
    std::string function;
    std::string first;  ///< ISO date
    std::string note;
    bool sure = false;  ///< they have answered that this is what they want
};
inline constexpr std::size_t kLongestNote = 10'000;
/// Passes on the grants from the day, moves what can be moved on the day, tells both by mail, and journals it. Problems
/// `directory.succession.*`, `handover.from`, `handover.note_too_long`, `handover.sure`, or a refusal.
base::Result<base::Done> hand_over(const module::House& house, store::Session& room, const module::RoomHead& head,
                                   const module::Caller& caller, const HandoverInput& input);

/// A handover as the room keeps it.
struct Handover {
    base::Uuid id;
    module::AccountId from;
    std::string from_function;
    module::AccountId to;
    std::string to_function;
    base::Date first;
    std::string note;   ///< Markdown
    std::string moved;  ///< what was open when it was agreed, a line each
    base::Date agreed_on;
    std::string agreed_by;
    std::optional<base::Date> done_on = {};
};
/// The newest first: all for the administrator, those that concern them for others.
std::vector<Handover> handovers(store::Reader& room, const module::Caller& caller);

/// Moves what has no day of its own, on the day: the addresses of steering functions. Answers how many handovers.
int carry_out_handovers(const module::House& house, store::Session& room);
void carry_out_handovers_job(module::JobCall& call);
/// For retention: two years after the day.
std::int64_t remove_old_handovers(store::Transaction& room, base::Date today);

/// Duties of the room's own organisation that nobody can take care of, by role.
struct Orphans {
    module::Role role;
    std::int64_t count = 0;
    base::Date first;
};
std::vector<Orphans> duties_without_holder(const module::House& house, store::Reader& room, store::Reader& lobby,
                                           const module::RoomHead& head, base::Date today);

}  // namespace samrum::app
