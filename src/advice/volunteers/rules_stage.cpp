#include "advice/volunteers/rules_stage.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {
namespace {

/// The whole life of a volunteer with us, a line a step.
struct Step {
    Stage from, to;
};
constexpr Step kSteps[] = {
    {Stage::applied, Stage::interviewed},   // met
    {Stage::applied, Stage::training},      // known already
    {Stage::applied, Stage::active},        //
    {Stage::applied, Stage::declined},      //
    {Stage::interviewed, Stage::training},  //
    {Stage::interviewed, Stage::active},    // training is missing: a warning
    {Stage::interviewed, Stage::declined},  //
    {Stage::training, Stage::active},       //
    {Stage::training, Stage::declined},     // changed their mind
    {Stage::declined, Stage::applied},      // a mistake, or they ask again
};

}  // namespace

std::vector<Stage> stages_after(Stage stage) {
    std::vector<Stage> next;
    for (const Step& step : kSteps)
        if (step.from == stage) next.push_back(step.to);
    return next;
}
bool may_follow(Stage from, Stage to) {
    return std::ranges::any_of(kSteps, [&](const Step& step) { return step.from == from && step.to == to; });
}

bool is_success(LeaveReason reason) {
    return reason == LeaveReason::full_time_job || reason == LeaveReason::studies;
}

std::optional<base::Date> applicant_kept_until(const Volunteer& one) {
    switch (one.stage) {
        case Stage::declined:
            return one.stage_on.plus_months(kDeclinedKeptMonths);
        case Stage::applied:
        case Stage::interviewed:
        case Stage::training:
            return one.stage_on.plus_months(kUnansweredKeptMonths);
        case Stage::active:
        case Stage::left:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<base::Date> note_kept_until(const Volunteer& one) {
    if (one.stage != Stage::left || !one.left_on) return std::nullopt;
    return one.left_on->plus_months(kNoteKeptMonths);
}

std::vector<std::string_view> warnings_of(const Volunteer& one) {
    std::vector<std::string_view> all;
    if (one.stage == Stage::active && !one.trained_on) all.push_back("untrained");
    if (one.stage == Stage::active && one.languages.empty()) all.push_back("no_languages");
    return all;
}

void come_back(Volunteer& one, base::Date day) {
    if (one.left_on && one.left_on->plus_days(1) < day)
        one.breaks.emplace_back(one.left_on->plus_days(1), day.plus_days(-1));
    if (!one.started_on) one.started_on = day;
    one.stage = Stage::active;
    one.stage_on = day;
    one.left_on.reset();
    one.leave_reason.reset();
}

}  // namespace samrum::advice::volunteers
