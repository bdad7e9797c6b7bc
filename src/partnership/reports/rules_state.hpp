#pragma once
#include "partnership/reports/model.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace samrum::partnership::reports {

/// What moves a report from one state to another.
enum class Step { submit, send_back, approve, to_committee, correct };
inline constexpr Word<Step> kSteps[] = {{Step::submit, "submit"},
                                        {Step::send_back, "send_back"},
                                        {Step::approve, "approve"},
                                        {Step::to_committee, "to_committee"},
                                        {Step::correct, "correct"}};
constexpr std::span<const Word<Step>> words_of(Step) {
    return kSteps;
}

/// One allowed arrow. `reason` is a message key: why it exists, as people read it.
struct Arrow {
    State from;
    Step step;
    State to;
    std::string_view reason;
    bool next_version = false;  ///< what was approved stays; its next version begins as a draft
};
/// All that is allowed; what does not stand here is refused.
std::span<const Arrow> arrows();
/// The arrow of a step from a state, or null.
const Arrow* arrow_of(State from, Step step);

}  // namespace samrum::partnership::reports
