#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "friends/matching/rules_pool.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The suggestion: solved anew each time it is looked at, from who waits now and what people decided, so it is never out
// of date; some hundreds take milliseconds. For the coordinator.
namespace samrum::friends::matching {

/// Two whom the solver puts together.
struct Suggested {
    Two two;
    int place = 0;  ///< of the newcomer in the queue, from 1
    int days = 0;   ///< that the newcomer has waited
    bool locked = false;
    std::vector<Limit> broken = {};  ///< limits that a locked pair breaks
    Shared shared;
};
/// Somebody who is left over.
struct LeftOver {
    ParticipantId who;
    int days = 0;
    WhyWaiting why;
};
struct MatchView {
    people::Programme programme;
    std::vector<Suggested> pairs;  ///< the longest wait first
    std::vector<LeftOver> newcomers;
    std::vector<LeftOver> established;
    std::int64_t newcomers_in_all = 0;
    std::int64_t established_in_all = 0;
    std::int64_t possible = 0;  ///< pairs that no limit forbids beside the locked, and the locked
    std::int64_t blocking = 0;  ///< of them, those who would both rather have each other
    bool proven = false;        ///< the certificate holds over all possible pairs
    std::vector<Marked> marks;  ///< that hold, of those who wait
    std::map<ParticipantId, std::string> names;
};
/// Problem `friends.people.unknown` when there is no such programme. The journal notes how many names were shown.
base::Result<MatchView> see_match(store::Session& room, const module::Caller& caller, base::Date today, ProgrammeId id);

/// Another choice for a newcomer, and what it would cost the others.
struct Choice {
    ParticipantId established;
    Shared shared;
    int pairs_fewer = 0;
    bool other_rows = false;                  ///< other newcomers would be matched
    std::int64_t fit_lost = 0;                ///< of all pairs together, in points; less than zero: gained
    std::vector<ParticipantId> changed = {};  ///< newcomers who would get somebody else, or nobody
    std::optional<ParticipantId> taken_from = {};
};
struct SuggestionView {
    people::Programme programme;
    people::Participant newcomer;
    std::optional<people::Participant> established = {};  ///< nothing: waits
    std::optional<Suggested> suggested = {};
    std::optional<LeftOver> left_over = {};
    std::vector<Choice> others;
    std::map<ParticipantId, std::string> names;
};
/// Nothing when the newcomer does not wait for a match.
base::Result<std::optional<SuggestionView>> see_suggestion(store::Session& room, const module::Caller& caller,
                                                           base::Date today, ParticipantId newcomer);

/// "lock", "forbid", or "clear" of what was decided. A lock takes the place of others of the same two people. Problems
/// `friends.matching.not_waiting`, `friends.matching.what`.
base::Result<base::Done> mark_two(store::Session& room, const module::Caller& caller, base::Date today, const Two& two,
                                  std::string_view what);

/// Groups, how long they wait and how many meet somebody.
base::Result<std::vector<GroupLine>> see_fairness(store::Session& room, const module::Caller& caller, base::Date today,
                                                  ProgrammeId programme);

// Inside a transaction, for those who send proposals.

/// Whoever waits of the programme, as the solver sees them now.
MadePool pool_now(store::Reader& room, const people::Programme& programme, base::Date today);

}  // namespace samrum::friends::matching
