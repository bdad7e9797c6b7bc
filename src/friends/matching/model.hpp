#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "friends/people/model.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Who with whom: the proposal that the solver makes of those who wait, what people decide about it, and the two
/// answers.
namespace samrum::friends::matching {

using people::ParticipantId;
using people::ProgrammeId;
struct ProposalKind;
using ProposalId = base::Id<ProposalKind>;

/// Two who might meet.
struct Two {
    ParticipantId newcomer;
    ParticipantId established;
    auto operator<=>(const Two&) const = default;
};

enum class Mark {
    locked,     ///< the coordinator puts them together, whatever the limits say
    forbidden,  ///< the coordinator keeps them apart
    declined,   ///< one of them said no
    expired     ///< somebody did not answer
};
std::string_view code_of(Mark mark);
std::optional<Mark> mark_of(std::string_view code);

struct Marked {
    Two two;
    Mark mark = Mark::locked;
    base::Date made_on;
    std::optional<base::Date> until = {};
    bool holds_on(base::Date day) const { return !until || day <= *until; }
};
/// So many days two are not proposed again after a no, or after no answer, unless one asked for never.
inline constexpr int kDeclinedDays = 180;
inline constexpr int kExpiredDays = 30;

enum class ProposalState { open, accepted, declined, expired, withdrawn };
std::string_view code_of(ProposalState state);
std::optional<ProposalState> proposal_state_of(std::string_view code);

enum class Answer { none, yes, no };
std::string_view code_of(Answer answer);  ///< "", "yes", "no"
std::optional<Answer> answer_of(std::string_view code);

/// Why somebody said no, if they said.
enum class NoReason { unsaid, times, distance, not_now, not_right };
std::string_view code_of(NoReason reason);  ///< "", "times" …
std::optional<NoReason> no_reason_of(std::string_view code);

struct Proposal {
    ProposalId id;
    ProgrammeId programme;
    Two two;  ///< a nil id: erased
    ProposalState state = ProposalState::open;
    base::Date sent_on;
    base::Date expires_on;  ///< the last day for an answer
    Answer newcomer_answer = Answer::none;
    Answer established_answer = Answer::none;
    NoReason reason = NoReason::unsaid;
    std::optional<base::Date> closed_on = {};
    std::int64_t revision = 1;

    Answer answer_of_side(Side side) const { return side == Side::newcomer ? newcomer_answer : established_answer; }
};
inline constexpr int kProposalKeptMonths = 6;

}  // namespace samrum::friends::matching
