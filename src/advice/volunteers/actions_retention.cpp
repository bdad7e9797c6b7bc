#include "advice/volunteers/actions_retention.hpp"

#include "advice/volunteers/repository_course.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "advice/volunteers/repository_work.hpp"
#include "advice/volunteers/rules_stage.hpp"
#include "directory/actions_slices.hpp"

#include <nlohmann/json.hpp>

namespace samrum::advice::volunteers {
namespace {

using nlohmann::json;

const store::Actor kRules{"system", "Samrum"};

json day_or_null(const std::optional<base::Date>& day) {
    return day ? json(day->iso()) : json(nullptr);
}

bool has_more_than_needed(const Volunteer& one) {
    return !one.message.empty() || !one.interview_note.empty() || one.background != Background::unsaid ||
           !one.availability.empty() || !one.breaks.empty() || one.most_shifts != 0 || one.account;
}

void strip(Volunteer& one) {
    one.message.clear();
    one.interview_note.clear();
    one.background = Background::unsaid;
    one.availability.clear();
    one.breaks.clear();
    one.most_shifts = 0;
    one.account.reset();
}

json times_json(const Volunteer& one) {
    json all{{"availability", json::array()}, {"breaks", json::array()}};
    for (const Availability& at : one.availability)
        all["availability"].push_back(
            {{"weekday", at.weekday}, {"site", at.site ? json(at.site->text()) : json(nullptr)}});
    for (const base::Period& pause : one.breaks) all["breaks"].push_back(pause.iso());
    return all;
}

}  // namespace

std::int64_t remove_old_applications(store::Transaction& room, base::Date today) {
    std::int64_t removed = 0;
    for (const Volunteer& one : load_volunteers(room)) {
        const auto until = applicant_kept_until(one);
        if (until && today > *until && directory::remove_person(room, kRules, one.id, "retention")) ++removed;
    }
    return removed;
}

std::int64_t strip_those_who_left(store::Transaction& room, base::Date today) {
    std::int64_t stripped = 0;
    for (Volunteer& one : load_volunteers(room)) {
        const auto until = note_kept_until(one);
        if (!until || today <= *until || !has_more_than_needed(one)) continue;
        strip(one);
        base::ensure(update_volunteer(room, one), "a row just read has its revision");
        room.journal(kRules, {"volunteer.stripped", one.id.text(), R"({"by":"retention"})"});
        ++stripped;
    }
    return stripped;
}

std::string extract_volunteer(store::Reader& room, const base::Uuid& person) {
    const auto one = load_volunteer(room, VolunteerId{person});
    if (!one) return "null";
    json courses = json::array();
    for (const Course& course : courses_attended(room, one->id))
        courses.push_back({{"title", course.title}, {"day", course.day.iso()}});
    const Work work = work_of(room, one->id);
    json all{{"stage", code_of(one->stage)},
             {"stage_on", one->stage_on.iso()},
             {"applied_on", one->applied_on.iso()},
             {"message", one->message},
             {"interview_note", one->interview_note},
             {"trained_on", day_or_null(one->trained_on)},
             {"started_on", day_or_null(one->started_on)},
             {"left_on", day_or_null(one->left_on)},
             {"leave_reason", one->leave_reason ? json(code_of(*one->leave_reason)) : json(nullptr)},
             {"experienced", one->experienced},
             {"background", code_of(one->background)},
             {"most_shifts", one->most_shifts},
             {"signs_in", one->account.has_value()},
             {"languages", one->languages},
             {"courses", courses},
             {"sessions_held", work.sessions},
             {"minutes", work.minutes}};
    all.update(times_json(*one));
    return all.dump();
}

std::int64_t erase_volunteer(store::Transaction& room, const base::Uuid& person) {
    return delete_volunteer(room, VolunteerId{person}) ? 1 : 0;
}

}  // namespace samrum::advice::volunteers
