#include "advice/day/module.hpp"

#include "advice/day/actions_day.hpp"
#include "advice/day/pages.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/module/module.hpp"

namespace samrum::advice::day {
namespace {

using web::Method;

constexpr bool kAnybody = false;
constexpr bool kUnknownVisitor = true;

std::vector<module::Route> staff_routes() {
    return {{Method::get, "/{room}/advice/phrases", &kRunAdvice, phrases_page},
            {Method::post, "/{room}/advice/phrases", &kRunAdvice, review_now},
            {Method::get, "/{room}/advice/{site}", &kAdvise, site_day_page},
            {Method::post, "/{room}/advice/{site}/open", &kAdvise, open_now},
            {Method::post, "/{room}/advice/{site}/close", &kAdvise, close_now},
            {Method::post, "/{room}/advice/{site}/set", &kAdvise, set_day_now},
            {Method::get, "/{room}/advice/{site}/host", &kAdvise, host_page},
            {Method::post, "/{room}/advice/{site}/host/count", &kAdvise, count_now},
            {Method::post, "/{room}/advice/{site}/host/assess", &kAdvise, assess_now},
            {Method::post, "/{room}/advice/{site}/host/left", &kAdvise, left_now},
            {Method::post, "/{room}/advice/{site}/host/arrived", &kAdvise, arrived_now},
            {Method::get, "/{room}/advice/{site}/desk", &kAdvise, desk_page},
            {Method::post, "/{room}/advice/{site}/desk/sit", &kAdvise, sit_now},
            {Method::post, "/{room}/advice/{site}/desk/leave", &kAdvise, leave_now},
            {Method::post, "/{room}/advice/{site}/desk/next", &kAdvise, next_now},
            {Method::post, "/{room}/advice/{site}/desk/step", &kAdvise, step_now},
            {Method::get, "/{room}/advice/{site}/book", &kAdvise, book_page},
            {Method::post, "/{room}/advice/{site}/book", &kAdvise, book_now}};
}

/// Visitors stay unknown: no session is looked up and no address passed on.
std::vector<module::Route> visitor_routes() {
    const auto route = [](Method method, std::string_view pattern, web::Response (*handle)(module::Call&)) {
        return module::Route{method, pattern, nullptr, handle, kAnybody, kUnknownVisitor};
    };
    return {route(Method::get, "/{room}/a/{site}", visitor_page),
            route(Method::post, "/{room}/a/{site}/ticket", take_ticket),
            route(Method::get, "/{room}/a/{site}/t/{owner}", ticket_page),
            route(Method::post, "/{room}/a/{site}/t/{owner}", assess_own_now),
            route(Method::post, "/{room}/a/{site}/t/{owner}/cancel", cancel_own_now),
            route(Method::get, "/{room}/a/{site}/t/{owner}/book", own_times_page),
            route(Method::post, "/{room}/a/{site}/t/{owner}/book", book_own_now),
            route(Method::get, "/{room}/a/{site}/booking", booking_page),
            route(Method::post, "/{room}/a/{site}/booking/move", booking_move_now),
            route(Method::post, "/{room}/a/{site}/booking/cancel", booking_cancel_now),
            route(Method::post, "/{room}/a/{site}/booking/here", booking_here_now),
            route(Method::get, "/{room}/a/{site}/kiosk", kiosk_page),
            route(Method::post, "/{room}/a/{site}/kiosk", kiosk_number),
            route(Method::get, "/{room}/a/{site}/wall", wall_page)};
}

/// What somebody forgot to close does not live over night.
void close_over_night(module::JobCall& call) {
    if (const auto room = call.work.place()) close_forgotten(*call.house.store->room(*room), call.house.clocks.today());
}

}  // namespace

void add_to(module::Module& advice) {
    for (const auto& routes : {staff_routes(), visitor_routes()})
        advice.routes.insert(advice.routes.end(), routes.begin(), routes.end());
    advice.jobs.push_back({"advice.close_forgotten", close_over_night, base::ClockTime{3 * 60}});
    advice.is_open_topic = is_open_topic;
    advice.public_parts.push_back({"advice.session", booked_part});
}

}  // namespace samrum::advice::day
