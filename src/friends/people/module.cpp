#include "friends/people/module.hpp"

#include "foundation/module/module.hpp"
#include "friends/people/actions_enrolment.hpp"
#include "friends/people/actions_register.hpp"
#include "friends/people/model_permissions.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/rules_stage.hpp"

namespace samrum::friends::people {
namespace {

using web::Method;

constexpr bool kAnybody = false;
constexpr bool kNoAddress = true;

std::vector<module::Route> coordinator_routes() {
    return {{Method::get, "/{room}/friends", &kRunFriends, start_page},
            {Method::get, "/{room}/friends/programmes/new", &kRunFriends, new_programme_page},
            {Method::post, "/{room}/friends/programmes/new", &kRunFriends, new_programme},
            {Method::get, "/{room}/friends/programmes/{id}", &kRunFriends, programme_page},
            {Method::post, "/{room}/friends/programmes/{id}", &kRunFriends, save_programme_now},
            {Method::post, "/{room}/friends/programmes/{id}/channel", &kRunFriends, add_channel_now},
            {Method::post, "/{room}/friends/programmes/{id}/channel/{channel}", &kRunFriends, turn_channel_now},
            {Method::get, "/{room}/friends/programmes/{id}/flyer/{code}", &kRunFriends, flyer_page},
            {Method::get, "/{room}/friends/people", &kRunFriends, people_page},
            {Method::get, "/{room}/friends/people/{id}", &kRunFriends, participant_page},
            {Method::post, "/{room}/friends/people/{id}/talk", &kRunFriends, talk_now},
            {Method::post, "/{room}/friends/people/{id}/note", &kRunFriends, note_now},
            {Method::post, "/{room}/friends/people/{id}/move", &kRunFriends, move_now},
            {Method::post, "/{room}/friends/people/{id}/leave", &kRunFriends, end_now},
            {Method::post, "/{room}/friends/people/{id}/link", &kRunFriends, link_now},
            {Method::get, "/{room}/friends/phrases", &kRunFriends, phrases_page},
            {Method::post, "/{room}/friends/phrases", &kRunFriends, review_now}};
}

/// Who enrols has no account: no session is looked up and no address passed on.
std::vector<module::Route> own_routes() {
    const auto route = [](Method method, std::string_view pattern, web::Response (*handle)(module::Call&)) {
        return module::Route{method, pattern, nullptr, handle, kAnybody, kNoAddress};
    };
    return {route(Method::get, "/{room}/friend", enrol_page),
            route(Method::post, "/{room}/friend", begin_now),
            route(Method::get, "/{room}/k/{secret}/form/{step}", form_page),
            route(Method::post, "/{room}/k/{secret}/form/{step}", form_now),
            route(Method::post, "/{room}/k/{secret}/drop", drop_now),
            route(Method::get, "/{room}/k/{secret}/answers", answers_page),
            route(Method::post, "/{room}/k/{secret}/answers", answers_now),
            route(Method::get, "/{room}/k/{secret}/file", file_page),
            route(Method::post, "/{room}/k/{secret}/pause", pause_now),
            route(Method::post, "/{room}/k/{secret}/resume", resume_now),
            route(Method::post, "/{room}/k/{secret}/withdraw", withdraw_now)};
}

bool takes_people(store::Reader& room, base::Date today) {
    return open_programme(room, today, "").has_value();
}

}  // namespace

void add_to(module::Module& friends) {
    for (const auto& routes : {coordinator_routes(), own_routes()})
        friends.routes.insert(friends.routes.end(), routes.begin(), routes.end());
    friends.permissions.push_back(&kRunFriends);
    friends.navigation.push_back({"friends.people.nav", "/friends", &kRunFriends, 9});
    friends.navigation.push_back({"friends.people.nav.people", "/friends/people", &kRunFriends, 9});
    friends.duties.push_back(talk_duties);
    friends.retention.push_back({"friends.draft",
                                 {"friends.people.retention.draft", {{"days", std::int64_t{kDraftKeptDays}}}},
                                 remove_old_drafts,
                                 store::Scope::room});
    friends.retention.push_back(
        {"friends.participant",
         {"friends.people.retention.participant",
          {{"left", std::int64_t{kLeftKeptMonths}}, {"untalked", std::int64_t{kUntalkedKeptMonths}}}},
         remove_those_who_left,
         store::Scope::room});
    friends.subjects.push_back({"friends.participant", extract_participant, erase_participant, store::Scope::room});
    friends.confidential_functions.push_back({kFunction, &kRunFriends});
    friends.public_pages.push_back({"friends.people.public", "/friend", takes_people});
}

}  // namespace samrum::friends::people
