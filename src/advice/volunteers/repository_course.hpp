#pragma once
#include "advice/volunteers/model_course.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::advice::volunteers {

/// Courses of these days with who is signed up, newest first. Those `held` are events that count.
std::vector<Course> courses_between(store::Reader& room, base::Date first, base::Date last);
std::optional<Course> load_course(store::Reader& room, CourseId id);
/// The held courses that a volunteer attended, oldest first.
std::vector<Course> courses_attended(store::Reader& room, VolunteerId volunteer);

void insert_course(store::Transaction& room, const Course& one);
/// Writes the row with seats and guests; false when somebody changed it since its revision.
bool update_course(store::Transaction& room, const Course& one);
bool delete_course(store::Transaction& room, CourseId id);

}  // namespace samrum::advice::volunteers
