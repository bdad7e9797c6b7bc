#include "advice/volunteers/module.hpp"

#include "advice/sites/model_permissions.hpp"
#include "advice/volunteers/actions_retention.hpp"
#include "advice/volunteers/pages.hpp"
#include "advice/volunteers/rules_stage.hpp"
#include "foundation/module/module.hpp"

namespace samrum::advice::volunteers {
namespace {

using web::Method;

std::vector<module::Route> volunteer_routes() {
    return {{Method::get, "/{room}/advice/volunteers", &kRunAdvice, volunteers_page},
            {Method::get, "/{room}/advice/volunteers/languages", &kRunAdvice, languages_page},
            {Method::get, "/{room}/advice/volunteers/new", &kRunAdvice, new_volunteer_page},
            {Method::post, "/{room}/advice/volunteers/new", &kRunAdvice, new_volunteer},
            {Method::get, "/{room}/advice/volunteers/{id}", &kRunAdvice, volunteer_page},
            {Method::post, "/{room}/advice/volunteers/{id}", &kRunAdvice, save_volunteer},
            {Method::post, "/{room}/advice/volunteers/{id}/stage", &kRunAdvice, step_volunteer},
            {Method::post, "/{room}/advice/volunteers/{id}/leave", &kRunAdvice, leave_volunteer},
            {Method::post, "/{room}/advice/volunteers/{id}/undo-leave", &kRunAdvice, undo_leave_volunteer},
            {Method::post, "/{room}/advice/volunteers/{id}/back", &kRunAdvice, back_volunteer},
            {Method::post, "/{room}/advice/volunteers/{id}/times", &kRunAdvice, times_volunteer},
            {Method::post, "/{room}/advice/volunteers/{id}/break", &kRunAdvice, break_volunteer},
            {Method::post, "/{room}/advice/volunteers/{id}/access", &kRunAdvice, access_volunteer},
            {Method::get, "/{room}/advice/volunteers/{id}/certificate", &kRunAdvice, certificate_volunteer}};
}

std::vector<module::Route> course_routes() {
    return {{Method::get, "/{room}/advice/courses", &kRunAdvice, courses_page},
            {Method::get, "/{room}/advice/courses/new", &kRunAdvice, new_course_page},
            {Method::post, "/{room}/advice/courses/new", &kRunAdvice, new_course},
            {Method::get, "/{room}/advice/courses/{id}", &kRunAdvice, course_page},
            {Method::post, "/{room}/advice/courses/{id}", &kRunAdvice, save_course_now},
            {Method::post, "/{room}/advice/courses/{id}/people", &kRunAdvice, course_people},
            {Method::post, "/{room}/advice/courses/{id}/guests", &kRunAdvice, course_guests},
            {Method::post, "/{room}/advice/courses/{id}/held", &kRunAdvice, course_held},
            {Method::post, "/{room}/advice/courses/{id}/remove", &kRunAdvice, remove_course_now}};
}

/// A volunteer's own page, and the form of one who wants to become one.
std::vector<module::Route> own_routes() {
    return {{Method::get, "/{room}/advice/me", &kActAsVolunteer, me_page},
            {Method::post, "/{room}/advice/me/languages", &kActAsVolunteer, me_languages},
            {Method::post, "/{room}/advice/me/times", &kActAsVolunteer, me_times},
            {Method::post, "/{room}/advice/me/break", &kActAsVolunteer, me_break},
            {Method::post, "/{room}/advice/me/leave", &kActAsVolunteer, me_leave},
            {Method::get, "/{room}/advice/me/extract", &kActAsVolunteer, me_extract},
            {Method::get, "/{room}/advice/me/certificate", &kActAsVolunteer, me_certificate},
            {Method::get, "/{room}/volunteer", nullptr, application_page},
            {Method::post, "/{room}/volunteer", nullptr, send_application}};
}

}  // namespace

void add_to(module::Module& advice) {
    for (const auto& routes : {volunteer_routes(), course_routes(), own_routes()})
        advice.routes.insert(advice.routes.end(), routes.begin(), routes.end());
    advice.navigation.push_back({"advice.volunteers.nav", "/advice/volunteers", &kRunAdvice, 7});
    advice.navigation.push_back({"advice.volunteers.nav.me", "/advice/me", &kActAsVolunteer, 7});
    advice.permissions.push_back(&kActAsVolunteer);
    advice.retention.push_back({"advice.application",
                                {"advice.volunteers.retention.application",
                                 {{"declined", kDeclinedKeptMonths}, {"unanswered", kUnansweredKeptMonths}}},
                                remove_old_applications,
                                store::Scope::room});
    advice.retention.push_back({"advice.volunteer",
                                {"advice.volunteers.retention.left", {{"months", kNoteKeptMonths}}},
                                strip_those_who_left,
                                store::Scope::room});
    advice.subjects.push_back({"advice.volunteer", extract_volunteer, erase_volunteer, store::Scope::room});
}

}  // namespace samrum::advice::volunteers
