#include "partnership/steering/module.hpp"

#include "foundation/module/module.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_invitation.hpp"
#include "partnership/steering/actions_owed.hpp"
#include "partnership/steering/actions_read.hpp"
#include "partnership/steering/actions_search.hpp"
#include "partnership/steering/api.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/pages.hpp"

namespace samrum::partnership::steering {
namespace {

using web::Method;

std::vector<module::Route> group_routes() {
    return {{Method::get, "/{room}/steering", &kReadSteering, steering_page},
            {Method::get, "/{room}/steering/propose", &kReadSteering, propose_page},
            {Method::post, "/{room}/steering/propose", &kReadSteering, propose_now},
            {Method::post, "/{room}/steering/actions/{id}/close", &kReadSteering, close_action_now},
            {Method::post, "/{room}/steering/actions/{id}/reopen", &kReadSteering, reopen_action_now},
            {Method::get, "/{room}/steering/groups/new", &kKeepSteering, new_group_page},
            {Method::post, "/{room}/steering/groups/new", &kKeepSteering, new_group_now},
            {Method::get, "/{room}/steering/groups/{id}", &kReadSteering, group_page},
            {Method::post, "/{room}/steering/groups/{id}", &kKeepSteering, save_group_now},
            {Method::post, "/{room}/steering/groups/{id}/seats", &kKeepSteering, add_seat_now},
            {Method::get, "/{room}/steering/groups/{id}/seats/{seat}", &kKeepSteering, seat_page},
            {Method::post, "/{room}/steering/groups/{id}/seats/{seat}/email", &kKeepSteering, seat_email_now},
            {Method::post, "/{room}/steering/groups/{id}/seats/{seat}/end", &kKeepSteering, end_seat_now},
            {Method::post, "/{room}/steering/groups/{id}/seats/{seat}/holder", &kKeepSteering, set_holder_now},
            {Method::get, "/{room}/steering/groups/{id}/meetings/new", &kKeepSteering, new_meeting_page},
            {Method::post, "/{room}/steering/groups/{id}/meetings/new", &kKeepSteering, new_meeting_now}};
}

std::vector<module::Route> meeting_routes() {
    return {{Method::get, "/{room}/steering/meetings/{id}", &kReadSteering, meeting_page},
            {Method::post, "/{room}/steering/meetings/{id}", &kKeepSteering, save_meeting_now},
            {Method::get, "/{room}/steering/meetings/{id}/paper", &kReadSteering, meeting_paper},
            {Method::get, "/{room}/steering/meetings/{id}/invitation.ics", &kReadSteering, meeting_file},
            {Method::post, "/{room}/steering/meetings/{id}/call", &kKeepSteering, call_meeting_now},
            {Method::post, "/{room}/steering/meetings/{id}/cancel", &kKeepSteering, cancel_meeting_now},
            {Method::post, "/{room}/steering/meetings/{id}/draw", &kKeepSteering, draw_agenda_now},
            {Method::post, "/{room}/steering/meetings/{id}/hold", &kKeepSteering, hold_meeting_now},
            {Method::post, "/{room}/steering/meetings/{id}/settle", &kKeepSteering, settle_meeting_now},
            {Method::post, "/{room}/steering/meetings/{id}/addendum", &kKeepSteering, add_addendum_now},
            {Method::post, "/{room}/steering/meetings/{id}/items", &kKeepSteering, add_item_now},
            {Method::get, "/{room}/steering/meetings/{id}/items/{item}", &kKeepSteering, item_page},
            {Method::post, "/{room}/steering/meetings/{id}/items/{item}", &kKeepSteering, save_item_now},
            {Method::post, "/{room}/steering/meetings/{id}/items/{item}/notes", &kKeepSteering, save_notes_now},
            {Method::post, "/{room}/steering/meetings/{id}/items/{item}/move", &kKeepSteering, move_item_now},
            {Method::post, "/{room}/steering/meetings/{id}/items/{item}/remove", &kKeepSteering, remove_item_now},
            {Method::post, "/{room}/steering/meetings/{id}/items/{item}/actions", &kKeepSteering, add_action_now}};
}

}  // namespace

void add_to(module::Module& partnership) {
    for (const auto& source : search_sources()) partnership.search_sources.push_back(source);
    add_api(partnership);
    for (const auto& routes : {group_routes(), meeting_routes()})
        partnership.routes.insert(partnership.routes.end(), routes.begin(), routes.end());
    partnership.routes.push_back(
        {Method::get, "/{room}/agreements/{id}/steering", &agreement::kReadAgreements, agreement_steering_tab});
    partnership.permissions.push_back(&kReadSteering);
    partnership.permissions.push_back(&kKeepSteering);
    partnership.navigation.push_back({"partnership.steering.nav", "/steering", &kReadSteering, 22});
    partnership.duties.push_back(duties_of_steering);
    partnership.duties.push_back(owed_duties);
    partnership.receivers.push_back({kActionEnvelope, receive_action});
    partnership.jobs.push_back({kInvitationJob, send_invitation});
    partnership.feeds.push_back({"partnership.steering", "partnership.steering.feed", &kReadSteering, meeting_events});
    partnership.subjects.push_back({"partnership.steering", extract_holdings, erase_holdings, store::Scope::room});
}

}  // namespace samrum::partnership::steering
