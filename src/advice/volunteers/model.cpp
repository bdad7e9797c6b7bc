#include "advice/volunteers/model.hpp"

#include "foundation/base/codes.hpp"

namespace samrum::advice::volunteers {
namespace {

constexpr std::string_view kStages[] = {"applied", "interviewed", "training", "active", "left", "declined"};
constexpr std::string_view kBackgrounds[] = {"unsaid", "established", "newcomer"};
constexpr std::string_view kLeaveReasons[] = {"full_time_job", "studies", "moved", "health", "time", "other"};

}  // namespace

std::string_view code_of(Stage stage) {
    return kStages[static_cast<std::size_t>(stage)];
}
std::optional<Stage> stage_of(std::string_view code) {
    return base::enum_of<Stage>(kStages, code);
}
std::string_view code_of(Background background) {
    return kBackgrounds[static_cast<std::size_t>(background)];
}
std::optional<Background> background_of(std::string_view code) {
    return base::enum_of<Background>(kBackgrounds, code);
}
std::string_view code_of(LeaveReason reason) {
    return kLeaveReasons[static_cast<std::size_t>(reason)];
}
std::optional<LeaveReason> leave_reason_of(std::string_view code) {
    return base::enum_of<LeaveReason>(kLeaveReasons, code);
}

bool Volunteer::is_there_on(base::Date day) const {
    const bool in_time = started_on && *started_on <= day && (!left_on || day <= *left_on);
    return (stage == Stage::active || stage == Stage::left) && in_time &&
           std::none_of(breaks.begin(), breaks.end(), [&](const base::Period& one) { return one.contains(day); });
}

}  // namespace samrum::advice::volunteers
