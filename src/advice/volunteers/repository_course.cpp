#include "advice/volunteers/repository_course.hpp"

namespace samrum::advice::volunteers {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

#define COURSE_COLUMNS \
    "select c.id, c.title, c.kind, c.day, c.starts, c.place, c.seats, c.held, c.revision from advice_course c"

const Statement kCourses{Scope::room, COURSE_COLUMNS " where c.day >= $1 and c.day <= $2 order by c.day desc, c.id"};
const Statement kCourse{Scope::room, COURSE_COLUMNS " where c.id = $1"};
const Statement kAttended{
    Scope::room, COURSE_COLUMNS
    " join advice_course_seat s on s.course = c.id where s.volunteer = $1 and s.attended and c.held "
    "order by c.day, c.id"};
#undef COURSE_COLUMNS
const Statement kSeats{Scope::room,
                       "select volunteer, attended from advice_course_seat where course = $1 order by volunteer"};
const Statement kGuests{Scope::room,
                        "select kind, of_whom, n from advice_course_guest where course = $1 order by kind, of_whom"};
const Statement kInsertCourse{Scope::room,
                              "insert into advice_course (id, title, kind, day, starts, place, seats, held, revision) "
                              "values ($1, $2, $3, $4, $5, $6, $7, $8, 1)"};
const Statement kUpdateCourse{Scope::room,
                              "update advice_course set title = $3, kind = $4, day = $5, starts = $6, place = $7, "
                              "seats = $8, held = $9, revision = revision + 1 where id = $1 and revision = $2"};
const Statement kDeleteCourse{Scope::room, "delete from advice_course where id = $1"};
const Statement kForgetSeats{Scope::room, "delete from advice_course_seat where course = $1"};
const Statement kForgetGuests{Scope::room, "delete from advice_course_guest where course = $1"};
const Statement kAddSeat{Scope::room,
                         "insert into advice_course_seat (course, volunteer, attended) values ($1, $2, $3)"};
const Statement kAddGuests{Scope::room,
                           "insert into advice_course_guest (course, kind, of_whom, n) values ($1, $2, $3, $4)"};

Course course_row(const Row& row) {
    Course one;
    one.id = row.id<CourseId>(0);
    one.title = row.text(1);
    one.kind = course_kind_of(row.view(2)).value();
    one.day = row.date(3);
    if (!row.is_null(4)) one.starts = base::ClockTime{static_cast<int>(row.integer(4))};
    one.place = row.text(5);
    one.seats = static_cast<int>(row.integer(6));
    one.held = row.flag(7);
    one.revision = row.integer(8);
    return one;
}

std::optional<std::int64_t> minutes_of(const Course& course) {
    return course.starts ? std::optional<std::int64_t>(course.starts->minutes) : std::nullopt;
}

void add_people(store::Reader& room, std::vector<Course>& courses) {
    for (Course& one : courses) {
        one.own = room.all(
            kSeats,
            [](const Row& row) {
                return Seat{row.id<VolunteerId>(0), row.flag(1)};
            },
            one.id);
        one.guests = room.all(
            kGuests,
            [](const Row& row) {
                return Guests{guest_kind_of(row.view(0)).value(), row.text(1), static_cast<int>(row.integer(2))};
            },
            one.id);
    }
}

void save_people(store::Transaction& room, const Course& course) {
    room.run(kForgetSeats, course.id);
    room.run(kForgetGuests, course.id);
    for (const Seat& one : course.own) room.run(kAddSeat, course.id, one.volunteer, one.attended);
    for (const Guests& one : course.guests) room.run(kAddGuests, course.id, code_of(one.kind), one.of_whom, one.n);
}

}  // namespace

std::vector<Course> courses_between(store::Reader& room, base::Date first, base::Date last) {
    auto courses = room.all(kCourses, course_row, first, last);
    add_people(room, courses);
    return courses;
}
std::optional<Course> load_course(store::Reader& room, CourseId id) {
    auto courses = room.all(kCourse, course_row, id);
    add_people(room, courses);
    return courses.empty() ? std::nullopt : std::optional(std::move(courses.front()));
}
std::vector<Course> courses_attended(store::Reader& room, VolunteerId volunteer) {
    return room.all(kAttended, course_row, volunteer);
}

void insert_course(store::Transaction& room, const Course& one) {
    room.run(kInsertCourse, one.id, one.title, code_of(one.kind), one.day, minutes_of(one), one.place, one.seats,
             one.held);
    save_people(room, one);
}
bool update_course(store::Transaction& room, const Course& one) {
    const bool done = room.run(kUpdateCourse, one.id, one.revision, one.title, code_of(one.kind), one.day,
                               minutes_of(one), one.place, one.seats, one.held) == 1;
    if (done) save_people(room, one);
    return done;
}
bool delete_course(store::Transaction& room, CourseId id) {
    return room.run(kDeleteCourse, id) == 1;
}

}  // namespace samrum::advice::volunteers
