#include "advice/volunteers/model_course.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace samrum::advice::volunteers {
namespace {

constexpr std::string_view kCourseKindCodes[] = {"basics", "follow_up", "theme"};
constexpr std::string_view kGuestKindCodes[] = {"network", "interpreter_student"};

template <class Enum, std::size_t N>
std::optional<Enum> coded(const std::string_view (&codes)[N], std::string_view code) {
    const auto* found = std::find(std::begin(codes), std::end(codes), code);
    return found == std::end(codes) ? std::nullopt : std::optional(static_cast<Enum>(found - std::begin(codes)));
}

}  // namespace

std::string_view code_of(CourseKind kind) {
    return kCourseKindCodes[static_cast<std::size_t>(kind)];
}
std::optional<CourseKind> course_kind_of(std::string_view code) {
    return coded<CourseKind>(kCourseKindCodes, code);
}
std::string_view code_of(GuestKind kind) {
    return kGuestKindCodes[static_cast<std::size_t>(kind)];
}
std::optional<GuestKind> guest_kind_of(std::string_view code) {
    return coded<GuestKind>(kGuestKindCodes, code);
}

int Course::guest_count() const {
    return std::accumulate(guests.begin(), guests.end(), 0, [](int sum, const Guests& one) { return sum + one.n; });
}
int Course::people() const {
    const auto own_count = std::ranges::count_if(own, [&](const Seat& one) { return one.attended || !held; });
    return static_cast<int>(own_count) + guest_count();
}

}  // namespace samrum::advice::volunteers
