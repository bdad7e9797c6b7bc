#include "friends/matching/model.hpp"

#include "foundation/base/codes.hpp"

namespace samrum::friends::matching {
namespace {

constexpr std::string_view kMarks[] = {"locked", "forbidden", "declined", "expired"};
constexpr std::string_view kProposalStates[] = {"open", "accepted", "declined", "expired", "withdrawn"};
constexpr std::string_view kAnswers[] = {"", "yes", "no"};
constexpr std::string_view kNoReasons[] = {"", "times", "distance", "not_now", "not_right"};

}  // namespace

std::string_view code_of(Mark mark) {
    return kMarks[static_cast<std::size_t>(mark)];
}
std::optional<Mark> mark_of(std::string_view code) {
    return base::enum_of<Mark>(kMarks, code);
}
std::string_view code_of(ProposalState state) {
    return kProposalStates[static_cast<std::size_t>(state)];
}
std::optional<ProposalState> proposal_state_of(std::string_view code) {
    return base::enum_of<ProposalState>(kProposalStates, code);
}
std::string_view code_of(Answer answer) {
    return kAnswers[static_cast<std::size_t>(answer)];
}
std::optional<Answer> answer_of(std::string_view code) {
    return base::enum_of<Answer>(kAnswers, code);
}
std::string_view code_of(NoReason reason) {
    return kNoReasons[static_cast<std::size_t>(reason)];
}
std::optional<NoReason> no_reason_of(std::string_view code) {
    return base::enum_of<NoReason>(kNoReasons, code);
}

}  // namespace samrum::friends::matching
