#include "advice/volunteers/model_course.hpp"

#include "foundation/base/codes.hpp"

#include <algorithm>
#include <numeric>

namespace samrum::advice::volunteers {
namespace {

constexpr std::string_view kCourseKindCodes[] = {"basics", "follow_up", "theme"};
constexpr std::string_view kGuestKindCodes[] = {"network", "interpreter_student"};

}  // namespace

std::string_view code_of(CourseKind kind) {
    return kCourseKindCodes[static_cast<std::size_t>(kind)];
}
std::optional<CourseKind> course_kind_of(std::string_view code) {
    return base::enum_of<CourseKind>(kCourseKindCodes, code);
}
std::string_view code_of(GuestKind kind) {
    return kGuestKindCodes[static_cast<std::size_t>(kind)];
}
std::optional<GuestKind> guest_kind_of(std::string_view code) {
    return base::enum_of<GuestKind>(kGuestKindCodes, code);
}

int Course::guest_count() const {
    return std::accumulate(guests.begin(), guests.end(), 0, [](int sum, const Guests& one) { return sum + one.n; });
}
int Course::people() const {
    const auto own_count = std::ranges::count_if(own, [&](const Seat& one) { return one.attended || !held; });
    return static_cast<int>(own_count) + guest_count();
}

}  // namespace samrum::advice::volunteers
