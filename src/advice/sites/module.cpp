#include "advice/sites/module.hpp"

#include "advice/sites/actions_read.hpp"
#include "advice/sites/actions_report.hpp"
#include "advice/sites/actions_site.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/pages.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/module/module.hpp"

namespace samrum::advice::sites {
namespace {

using web::Method;

constexpr bool kNobodySignedIn = false;
constexpr bool kAnonymous = true;
constexpr int kMostDuties = 20;
constexpr int kDaysToNote = 7;

std::vector<module::Route> session_routes() {
    return {{Method::get, "/{room}/advice", &kAdvise, start_page},
            {Method::get, "/{room}/advice/sessions", &kAdvise, sessions_page},
            {Method::get, "/{room}/advice/sessions/{id}", &kAdvise, session_page},
            {Method::post, "/{room}/advice/sessions/{id}/change", &kRunAdvice, change_session_now},
            {Method::post, "/{room}/advice/sessions/{id}/cancel", &kRunAdvice, cancel_session_now},
            {Method::post, "/{room}/advice/sessions/{id}/restore", &kRunAdvice, restore_session_now},
            {Method::post, "/{room}/advice/sessions/{id}/reset", &kRunAdvice, reset_session_now},
            {Method::post, "/{room}/advice/sessions/{id}/held", &kRunAdvice, note_held_now}};
}

std::vector<module::Route> site_routes() {
    return {{Method::get, "/{room}/advice/sites", &kRunAdvice, sites_page},
            {Method::get, "/{room}/advice/sites/new", &kRunAdvice, new_site_page},
            {Method::post, "/{room}/advice/sites/new", &kRunAdvice, new_site},
            {Method::get, "/{room}/advice/sites/{id}", &kRunAdvice, site_page},
            {Method::post, "/{room}/advice/sites/{id}", &kRunAdvice, save_site_now},
            {Method::get, "/{room}/advice/sites/{id}/edit", &kRunAdvice, edit_site_page},
            {Method::post, "/{room}/advice/sites/{id}/close", &kRunAdvice, close_site_now},
            {Method::get, "/{room}/advice/sites/{id}/hours", &kRunAdvice, hours_page},
            {Method::post, "/{room}/advice/sites/{id}/hours", &kRunAdvice, change_hours_now},
            {Method::get, "/{room}/advice/sites/{id}/sessions/new", &kRunAdvice, new_session_page},
            {Method::post, "/{room}/advice/sites/{id}/sessions/new", &kRunAdvice, new_session},
            {Method::get, "/{room}/advice/closures", &kRunAdvice, closures_page},
            {Method::post, "/{room}/advice/closures", &kRunAdvice, new_closure},
            {Method::post, "/{room}/advice/closures/{id}/remove", &kRunAdvice, remove_closure_now}};
}

/// Whoever looks where to get advice is nobody's business: no address is logged.
std::vector<module::Route> public_routes() {
    return {{Method::get, "/{room}/hours", nullptr, public_hours_page, kNobodySignedIn, kAnonymous},
            {Method::get, "/{room}/hours/{site}", nullptr, public_site_page, kNobodySignedIn, kAnonymous},
            {Method::get, "/{room}/hours/{site}/calendar.ics", nullptr, public_site_file, kNobodySignedIn, kAnonymous}};
}

void make_ahead(module::JobCall& call) {
    make_sessions_ahead(*call.work.open(), call.house.clocks.today());
}

/// A session that nobody noted within a week would be missing in every figure.
std::vector<module::Duty> duties_to_note(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    for (const ListedSession& one : not_noted(room, today, kMostDuties).sessions)
        duties.push_back({"advice/session/" + one.session.id.text() + "/held",
                          {"advice.sites.duty.note", {{"site", one.site_name}, {"day", one.session.day.iso()}}},
                          one.session.day.plus_days(kDaysToNote),
                          {},
                          module::Role::coordinator,
                          "/advice/sessions/" + one.session.id.text()});
    return duties;
}

bool has_open_sites(store::Reader& room, base::Date today) {
    return list_sites(room, {}, today, 0, 1).total > 0;
}

}  // namespace

void add_to(module::Module& advice) {
    for (const auto& routes : {session_routes(), site_routes(), public_routes()})
        advice.routes.insert(advice.routes.end(), routes.begin(), routes.end());
    advice.navigation.push_back({"advice.sites.nav", "/advice", &kAdvise, 5});
    advice.jobs.push_back({"advice.sessions", make_ahead, base::ClockTime{2 * 60 + 20}});
    advice.report_sections.push_back({"advice.sites.changes", draft_changes});
    advice.duties.push_back(duties_to_note);
    advice.public_pages.push_back({"advice.sites.public.title", "/hours", has_open_sites});
    advice.feeds.push_back({"advice.sessions", "advice.sites.feed", &kAdvise, session_events});
}

}  // namespace samrum::advice::sites
