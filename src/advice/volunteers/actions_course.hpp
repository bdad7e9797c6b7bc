#pragma once
#include "advice/volunteers/model_course.hpp"
#include "advice/volunteers/rules_input.hpp"
#include "foundation/module/call.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

// Courses: own volunteers by name, other networks' advisers and interpreter students as numbers. For the coordinator.
namespace samrum::advice::volunteers {

/// Those of the last two years and the coming one, newest first.
base::Result<std::vector<Course>> list_courses(store::Session& room, const module::Caller& caller, base::Date today);
/// A course with the names of its own people, and of those who could be added.
struct CourseSeen {
    Course course;
    std::map<VolunteerId, std::string> names;  ///< without protected ones
    std::vector<VolunteerId> others;           ///< in training or active, not signed up; by name
};
base::Result<std::optional<CourseSeen>> see_course(store::Session& room, const module::Caller& caller, CourseId id);

base::Result<CourseId> add_course(store::Session& room, const module::Caller& caller, const CourseInput& input);
base::Result<base::Done> save_course(store::Session& room, const module::Caller& caller, CourseId id,
                                     std::int64_t revision, const CourseInput& input);
base::Result<base::Done> remove_course(store::Session& room, const module::Caller& caller, CourseId id);
/// Signs volunteers up. More than the seats is a warning of the page, never a problem.
base::Result<base::Done> sign_up(store::Session& room, const module::Caller& caller, CourseId id,
                                 const std::vector<VolunteerId>& who);
base::Result<base::Done> sign_off(store::Session& room, const module::Caller& caller, CourseId id, VolunteerId who);
base::Result<base::Done> set_guests(store::Session& room, const module::Caller& caller, CourseId id,
                                    const GuestsInput& input);
base::Result<base::Done> remove_guests(store::Session& room, const module::Caller& caller, CourseId id, GuestKind kind,
                                       std::string_view of_whom);
/// It was held, and these came. Those who attended the basics have their training from that day, unless from earlier.
/// Problem `advice.volunteers.course.not_yet` before its day. Saying it again corrects the list.
base::Result<base::Done> hold_course(store::Session& room, const module::Caller& caller, base::Date today, CourseId id,
                                     const std::vector<VolunteerId>& came);

}  // namespace samrum::advice::volunteers
