#include "partnership/reports/rules_state.hpp"

namespace samrum::partnership::reports {
namespace {

constexpr Arrow kArrows[] = {
    // The last part is in: from now on everybody reads the same text and figures.
    {State::draft, Step::submit, State::submitted, "report.arrow.submit"},
    // The steering group asks for more: one party writes again, and the figures are open until it is in.
    {State::submitted, Step::send_back, State::draft, "report.arrow.send_back"},
    // The steering group stands behind it.
    {State::submitted, Step::approve, State::approved, "report.arrow.approve"},
    // The committee that asked for it gets it. Only what is approved goes there.
    {State::approved, Step::to_committee, State::committee, "report.arrow.to_committee"},
    // Something was wrong: what people have read stays readable, and version 2 says what differs.
    {State::approved, Step::correct, State::draft, "report.arrow.correct", true},
    {State::committee, Step::correct, State::draft, "report.arrow.correct", true},
};

}  // namespace

std::span<const Arrow> arrows() {
    return kArrows;
}

const Arrow* arrow_of(State from, Step step) {
    for (const Arrow& one : kArrows)
        if (one.from == from && one.step == step) return &one;
    return nullptr;
}

}  // namespace samrum::partnership::reports
