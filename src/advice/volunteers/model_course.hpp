#pragma once
#include "advice/volunteers/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::volunteers {

struct CourseRowKind;
using CourseId = base::Id<CourseRowKind>;

/// `basics` is what every adviser should have had: attending it sets the training date.
enum class CourseKind { basics, follow_up, theme };
inline constexpr CourseKind kCourseKinds[] = {CourseKind::basics, CourseKind::follow_up, CourseKind::theme};
std::string_view code_of(CourseKind kind);  ///< "basics"
std::optional<CourseKind> course_kind_of(std::string_view code);

/// People of others, known by their number only.
enum class GuestKind { network, interpreter_student };
inline constexpr GuestKind kGuestKinds[] = {GuestKind::network, GuestKind::interpreter_student};
std::string_view code_of(GuestKind kind);  ///< "network"
std::optional<GuestKind> guest_kind_of(std::string_view code);

struct Guests {
    GuestKind kind = GuestKind::network;
    std::string of_whom;  ///< "Tillsammansnätverket i Dalby"
    int n = 1;
    bool operator==(const Guests&) const = default;
};

struct Seat {
    VolunteerId volunteer;
    bool attended = false;
    bool operator==(const Seat&) const = default;
};

struct Course {
    CourseId id;
    std::string title;
    CourseKind kind = CourseKind::basics;
    base::Date day;
    std::optional<base::ClockTime> starts = {};
    std::string place = {};
    int seats = 0;  ///< 0: as many as come
    bool held = false;
    std::vector<Seat> own = {};
    std::vector<Guests> guests = {};
    std::int64_t revision = 1;

    int guest_count() const;
    /// Who is signed up, or, when it was held, who came; guests too.
    int people() const;
};

}  // namespace samrum::advice::volunteers
