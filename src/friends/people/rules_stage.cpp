#include "friends/people/rules_stage.hpp"

namespace samrum::friends::people {

std::optional<base::Date> kept_until(const Participant& one) {
    if (one.stage == Stage::left && one.left_on) return one.left_on->plus_months(kLeftKeptMonths);
    if (one.stage == Stage::sent) return one.enrolled_on.plus_months(kUntalkedKeptMonths);
    return std::nullopt;
}

std::optional<int> days_without_talk(const Participant& one, base::Date today) {
    if (one.stage != Stage::sent) return std::nullopt;
    return one.enrolled_on.days_until(today);
}

base::Date talk_due(const Participant& one, const Programme& programme) {
    return one.enrolled_on.plus_days(programme.talk_days);
}

bool may_pause(const Participant& one) {
    return one.stage == Stage::sent || one.stage == Stage::ready;
}
bool may_resume(const Participant& one) {
    return one.stage == Stage::paused;
}
bool may_change_side(const Participant& one) {
    return one.stage != Stage::proposed && one.stage != Stage::paired;
}
Stage stage_after_pause(const Participant& one) {
    return one.talked_on ? Stage::ready : Stage::sent;
}

}  // namespace samrum::friends::people
