#include "advice/rota/module.hpp"

#include "advice/rota/actions_draft.hpp"
#include "advice/rota/actions_feed.hpp"
#include "advice/rota/actions_letters.hpp"
#include "advice/rota/commands.hpp"
#include "advice/rota/pages.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/module/module.hpp"

namespace samrum::advice::rota {
namespace {

using web::Method;

std::vector<module::Route> rota_routes() {
    return {{Method::get, "/{room}/advice/rota", &kAdvise, rota_page},
            {Method::get, "/{room}/advice/rota/print", &kAdvise, rota_print_page},
            {Method::post, "/{room}/advice/rota/suggest", &kRunAdvice, suggest_now},
            {Method::get, "/{room}/advice/rota/draft/{draft}", &kRunAdvice, draft_page},
            {Method::post, "/{room}/advice/rota/draft/{draft}/add", &kRunAdvice, draft_add_now},
            {Method::post, "/{room}/advice/rota/draft/{draft}/remove", &kRunAdvice, draft_remove_now},
            {Method::post, "/{room}/advice/rota/draft/{draft}/accept", &kRunAdvice, draft_accept_now},
            {Method::post, "/{room}/advice/rota/draft/{draft}/discard", &kRunAdvice, draft_discard_now},
            {Method::get, "/{room}/advice/rota/{session}", &kAdvise, rota_session_page},
            {Method::post, "/{room}/advice/rota/{session}/put", &kRunAdvice, put_now},
            {Method::post, "/{room}/advice/rota/{session}/remove", &kRunAdvice, drop_now},
            {Method::get, "/{room}/advice/rota/{session}/repair", &kRunAdvice, repair_page},
            {Method::post, "/{room}/advice/rota/{session}/repair", &kRunAdvice, repair_now}};
}

std::vector<module::Route> shift_routes() {
    return {{Method::get, "/{room}/advice/shifts", &kAdvise, shifts_page},
            {Method::post, "/{room}/advice/shifts/take", &kAdvise, take_now},
            {Method::post, "/{room}/advice/shifts/leave", &kAdvise, leave_now},
            {Method::post, "/{room}/advice/shifts/keep", &kAdvise, keep_now},
            {Method::post, "/{room}/advice/shifts/swap", &kAdvise, swap_now}};
}

}  // namespace

void add_to(module::Module& advice) {
    for (const auto& routes : {rota_routes(), shift_routes()})
        advice.routes.insert(advice.routes.end(), routes.begin(), routes.end());
    advice.navigation.push_back({"advice.rota.nav", "/advice/rota", &kAdvise, 6});
    advice.commands.push_back({"rota", add_rota_commands});
    advice.jobs.push_back({kLetterJob, send_letter});
    advice.jobs.push_back({kOfferJob, send_offers});
    advice.jobs.push_back({kSuggestJob, suggest_rota});
    advice.jobs.push_back({kRemindJob, send_reminders, base::ClockTime{7 * 60}});
    advice.jobs.push_back({kCancelledJob, tell_of_cancelled, std::nullopt, std::chrono::minutes(15)});
    advice.feeds.push_back({"advice.shifts", "advice.rota.feed", &kAdvise, shift_events});
    advice.retention.push_back({"advice.rota", {"advice.rota.retention", {}}, remove_old_rota});
    advice.subjects.push_back({"advice.rota", extract_shifts, erase_shifts});
}

}  // namespace samrum::advice::rota
