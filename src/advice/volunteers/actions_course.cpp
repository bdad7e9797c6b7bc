#include "advice/volunteers/actions_course.hpp"

#include "advice/sites/model_permissions.hpp"
#include "advice/volunteers/repository_course.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_slices.hpp"

#include <algorithm>
#include <functional>

namespace samrum::advice::volunteers {
namespace {

constexpr int kMonthsBack = 24;
constexpr int kMonthsAhead = 12;

using ChangeCourse = std::function<base::Result<base::Done>(store::Transaction&, Course&)>;
base::Result<base::Done> change_course(store::Session& room, const module::Caller& caller, CourseId id,
                                       std::string_view what, const ChangeCourse& change) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("advice.course");
        auto one = load_course(tx, id);
        if (!one) return base::problem("", "advice.volunteers.course.unknown");
        if (const auto changed = change(tx, *one); !changed) return changed.problems();
        base::ensure(update_course(tx, *one), "a locked row has the revision it was loaded with");
        tx.journal(caller.actor(), {std::string(what), id.text(), "{}"});
        return base::Done{};
    });
}

bool can_come(const Volunteer& one) {
    return one.stage != Stage::left && one.stage != Stage::declined;
}

/// The training date of one who came, or of one who did not after all.
void set_training(store::Transaction& tx, VolunteerId id, const Course& course, bool came) {
    auto one = load_volunteer(tx, id);
    if (!one) return;
    if (came && (!one->trained_on || *one->trained_on > course.day))
        one->trained_on = course.day;
    else if (!came && one->trained_on == course.day)
        one->trained_on.reset();
    else
        return;
    base::ensure(update_volunteer(tx, *one), "the volunteers are locked");
}

}  // namespace

base::Result<std::vector<Course>> list_courses(store::Session& room, const module::Caller& caller, base::Date today) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return courses_between(room, today.plus_months(-kMonthsBack), today.plus_months(kMonthsAhead));
}

base::Result<std::optional<CourseSeen>> see_course(store::Session& room, const module::Caller& caller, CourseId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    auto course = load_course(room, id);
    if (!course) return std::optional<CourseSeen>{};
    CourseSeen seen{std::move(*course), {}, {}};
    const auto all = load_volunteers(room);
    std::vector<VolunteerId> shown;
    for (const VolunteerId one : directory::ids_by_name(room, "")) {
        const auto found = std::ranges::find(all, one, &Volunteer::id);
        if (found == all.end()) continue;
        const bool signed_up = std::ranges::find(seen.course.own, one, &Seat::volunteer) != seen.course.own.end();
        if (signed_up || can_come(*found)) shown.push_back(one);
        if (!signed_up && can_come(*found)) seen.others.push_back(one);
    }
    seen.names = directory::names_for(room, caller, "course", shown);
    return std::optional(std::move(seen));
}

base::Result<CourseId> add_course(store::Session& room, const module::Caller& caller, const CourseInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    Course one;
    if (const auto read = read_course(input, one); !read) return read.problems();
    one.id = CourseId::ordered();
    return room.transaction([&](store::Transaction& tx) -> base::Result<CourseId> {
        insert_course(tx, one);
        tx.journal(caller.actor(), {"course.added", one.id.text(), "{}"});
        return one.id;
    });
}

base::Result<base::Done> save_course(store::Session& room, const module::Caller& caller, CourseId id,
                                     std::int64_t revision, const CourseInput& input) {
    return change_course(room, caller, id, "course.changed",
                         [&](store::Transaction&, Course& one) -> base::Result<base::Done> {
                             if (one.revision != revision)
                                 return base::problem("", "advice.volunteers.changed_meanwhile");
                             return read_course(input, one);
                         });
}

base::Result<base::Done> remove_course(store::Session& room, const module::Caller& caller, CourseId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!delete_course(tx, id)) return base::problem("", "advice.volunteers.course.unknown");
        tx.journal(caller.actor(), {"course.removed", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> sign_up(store::Session& room, const module::Caller& caller, CourseId id,
                                 const std::vector<VolunteerId>& who) {
    return change_course(room, caller, id, "course.signed_up",
                         [&](store::Transaction& tx, Course& one) -> base::Result<base::Done> {
                             for (const VolunteerId each : who) {
                                 if (std::ranges::find(one.own, each, &Seat::volunteer) != one.own.end()) continue;
                                 const auto known = load_volunteer(tx, each);
                                 if (!known || !can_come(*known))
                                     return base::problem("who", "advice.volunteers.unknown");
                                 one.own.push_back({each, one.held});
                             }
                             return base::Done{};
                         });
}

base::Result<base::Done> sign_off(store::Session& room, const module::Caller& caller, CourseId id, VolunteerId who) {
    return change_course(room, caller, id, "course.signed_off",
                         [&](store::Transaction&, Course& one) -> base::Result<base::Done> {
                             std::erase_if(one.own, [&](const Seat& seat) { return seat.volunteer == who; });
                             return base::Done{};
                         });
}

base::Result<base::Done> set_guests(store::Session& room, const module::Caller& caller, CourseId id,
                                    const GuestsInput& input) {
    return change_course(room, caller, id, "course.guests",
                         [&](store::Transaction&, Course& one) -> base::Result<base::Done> {
                             const auto read = read_guests(input);
                             if (!read) return read.problems();
                             std::erase_if(one.guests, [&](const Guests& known) {
                                 return known.kind == read->kind && known.of_whom == read->of_whom;
                             });
                             one.guests.push_back(*read);
                             return base::Done{};
                         });
}

base::Result<base::Done> remove_guests(store::Session& room, const module::Caller& caller, CourseId id, GuestKind kind,
                                       std::string_view of_whom) {
    return change_course(
        room, caller, id, "course.guests", [&](store::Transaction&, Course& one) -> base::Result<base::Done> {
            std::erase_if(one.guests,
                          [&](const Guests& known) { return known.kind == kind && known.of_whom == of_whom; });
            return base::Done{};
        });
}

base::Result<base::Done> hold_course(store::Session& room, const module::Caller& caller, base::Date today, CourseId id,
                                     const std::vector<VolunteerId>& came) {
    return change_course(room, caller, id, "course.held",
                         [&](store::Transaction& tx, Course& one) -> base::Result<base::Done> {
                             if (one.day > today) return base::problem("", "advice.volunteers.course.not_yet");
                             tx.lock("advice.volunteer");
                             one.held = true;
                             for (Seat& seat : one.own) {
                                 seat.attended = std::ranges::find(came, seat.volunteer) != came.end();
                                 if (one.kind == CourseKind::basics)
                                     set_training(tx, seat.volunteer, one, seat.attended);
                             }
                             return base::Done{};
                         });
}

}  // namespace samrum::advice::volunteers
