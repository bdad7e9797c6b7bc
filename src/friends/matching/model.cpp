#include "friends/matching/model.hpp"

#include <algorithm>
#include <iterator>

namespace samrum::friends::matching {
namespace {

constexpr std::string_view kMarks[] = {"locked", "forbidden", "declined", "expired"};
constexpr std::string_view kProposalStates[] = {"open", "accepted", "declined", "expired", "withdrawn"};
constexpr std::string_view kAnswers[] = {"", "yes", "no"};
constexpr std::string_view kNoReasons[] = {"", "times", "distance", "not_now", "not_right"};

template <class Enum, std::size_t N>
std::optional<Enum> found_in(const std::string_view (&codes)[N], std::string_view code) {
    const auto* found = std::find(std::begin(codes), std::end(codes), code);
    return found == std::end(codes) ? std::nullopt : std::optional(static_cast<Enum>(found - std::begin(codes)));
}

}  // namespace

std::string_view code_of(Mark mark) {
    return kMarks[static_cast<std::size_t>(mark)];
}
std::optional<Mark> mark_of(std::string_view code) {
    return found_in<Mark>(kMarks, code);
}
std::string_view code_of(ProposalState state) {
    return kProposalStates[static_cast<std::size_t>(state)];
}
std::optional<ProposalState> proposal_state_of(std::string_view code) {
    return found_in<ProposalState>(kProposalStates, code);
}
std::string_view code_of(Answer answer) {
    return kAnswers[static_cast<std::size_t>(answer)];
}
std::optional<Answer> answer_of(std::string_view code) {
    return found_in<Answer>(kAnswers, code);
}
std::string_view code_of(NoReason reason) {
    return kNoReasons[static_cast<std::size_t>(reason)];
}
std::optional<NoReason> no_reason_of(std::string_view code) {
    return found_in<NoReason>(kNoReasons, code);
}

}  // namespace samrum::friends::matching
