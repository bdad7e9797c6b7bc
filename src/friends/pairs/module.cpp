#include "friends/pairs/module.hpp"

#include "foundation/jobs/runner.hpp"
#include "foundation/module/module.hpp"
#include "friends/pairs/actions_activity.hpp"
#include "friends/pairs/actions_incident.hpp"
#include "friends/pairs/actions_pair.hpp"
#include "friends/pairs/model_permissions.hpp"
#include "friends/pairs/pages.hpp"
#include "friends/people/model_permissions.hpp"

namespace samrum::friends::pairs {
namespace {

using web::Method;

std::vector<module::Route> coordinator_routes() {
    return {{Method::get, "/{room}/friends/pairs", &kRunFriends, pairs_page},
            {Method::get, "/{room}/friends/pairs/{id}", &kRunFriends, pair_page},
            {Method::post, "/{room}/friends/pairs/{id}/pause", &kRunFriends, pause_now},
            {Method::post, "/{room}/friends/pairs/{id}/end", &kRunFriends, end_now},
            {Method::post, "/{room}/friends/pairs/{id}/talked", &kRunFriends, talked_now},
            {Method::post, "/{room}/friends/pairs/{id}/met", &kRunFriends, met_now},
            {Method::get, "/{room}/friends/activities", &kRunFriends, activities_page},
            {Method::get, "/{room}/friends/activities/new", &kRunFriends, new_activity_page},
            {Method::post, "/{room}/friends/activities/new", &kRunFriends, new_activity_now},
            {Method::get, "/{room}/friends/activities/{id}", &kRunFriends, activity_page},
            {Method::post, "/{room}/friends/activities/{id}", &kRunFriends, save_activity_now},
            {Method::post, "/{room}/friends/activities/{id}/cancel", &kRunFriends, cancel_activity_now},
            {Method::post, "/{room}/friends/activities/{id}/held", &kRunFriends, hold_activity_now},
            {Method::get, "/{room}/friends/incidents", &kHandleIncidents, incidents_page},
            {Method::post, "/{room}/friends/incidents", &kHandleIncidents, report_incident_now},
            {Method::get, "/{room}/friends/incidents/{id}", &kHandleIncidents, incident_page},
            {Method::post, "/{room}/friends/incidents/{id}", &kHandleIncidents, save_incident_now}};
}

/// By a secret link, or open to anybody: no session is looked up and no address passed on.
std::vector<module::Route> own_routes() {
    const auto route = [](Method method, std::string_view pattern, web::Response (*handle)(module::Call&)) {
        return module::Route{method, pattern, nullptr, handle, false, true};
    };
    return {route(Method::get, "/{room}/k/{secret}", own_start_page),
            route(Method::get, "/{room}/k/{secret}/pair", own_pair_page),
            route(Method::post, "/{room}/k/{secret}/met", own_met_now),
            route(Method::post, "/{room}/k/{secret}/met/undo", own_met_undo),
            route(Method::get, "/{room}/k/{secret}/activities", own_activities_page),
            route(Method::post, "/{room}/k/{secret}/activities", own_sign_up_now),
            {Method::get, "/{room}/friend/activities", nullptr, public_activities_page},
            {Method::get, "/{room}/friend/activities.ics", nullptr, public_activities_file}};
}

/// Those who keep on until their months are full are counted on that day.
void note_lasting_daily(module::JobCall& call) {
    if (const auto room = call.work.place())
        call.house.store->room(*room)->transaction(
            [&](store::Transaction& tx) { note_lasting(tx, call.house.clocks.today()); });
}

}  // namespace

void add_to(module::Module& friends) {
    for (const auto& routes : {coordinator_routes(), own_routes()})
        friends.routes.insert(friends.routes.end(), routes.begin(), routes.end());
    friends.permissions.push_back(&kHandleIncidents);
    friends.navigation.push_back({"friends.pairs.nav", "/friends/pairs", &kRunFriends, 23});
    friends.navigation.push_back({"friends.activities.nav", "/friends/activities", &kRunFriends, 24});
    friends.navigation.push_back({"friends.incidents.nav", "/friends/incidents", &kHandleIncidents, 27});
    friends.duties.push_back(duties_of);
    friends.jobs.push_back({"friends.lasting", note_lasting_daily, base::ClockTime{4 * 60}});
    friends.retention.push_back({"friends.signup",
                                 {"friends.activities.retention", {{"days", std::int64_t{kSignUpKeptDays}}}},
                                 remove_old_sign_ups,
                                 store::Scope::room});
    friends.retention.push_back({"friends.incident",
                                 {"friends.incidents.retention", {{"months", std::int64_t{kIncidentKeptMonths}}}},
                                 remove_old_incidents,
                                 store::Scope::room});
    friends.subjects.push_back({"friends.pair", extract_pairs, erase_from_pairs, store::Scope::room});
    friends.subjects.push_back({"friends.signup", extract_sign_ups, erase_sign_ups, store::Scope::room});
    friends.public_pages.push_back({"friends.activities.public", "/friend/activities", has_public_activities});
}

}  // namespace samrum::friends::pairs
