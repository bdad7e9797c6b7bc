#pragma once
#include "foundation/module/call.hpp"
#include "foundation/web/html.hpp"

// The pages of the day. Staff's below /{room}/advice, visitors' below /{room}/a/{site}.
namespace samrum::advice::day {

web::Response site_day_page(module::Call& call);  ///< GET /advice/{site}
web::Response open_now(module::Call& call);       ///< POST /advice/{site}/open
web::Response close_now(module::Call& call);      ///< POST /advice/{site}/close
web::Response set_day_now(module::Call& call);    ///< POST /advice/{site}/set: full, a new QR code

web::Response host_page(module::Call& call);    ///< GET /advice/{site}/host
web::Response count_now(module::Call& call);    ///< POST /advice/{site}/host/count: "+1"
web::Response assess_now(module::Call& call);   ///< POST /advice/{site}/host/assess
web::Response left_now(module::Call& call);     ///< POST /advice/{site}/host/left
web::Response arrived_now(module::Call& call);  ///< POST /advice/{site}/host/arrived

web::Response desk_page(module::Call& call);  ///< GET /advice/{site}/desk
web::Response sit_now(module::Call& call);    ///< POST /advice/{site}/desk/sit
web::Response leave_now(module::Call& call);  ///< POST /advice/{site}/desk/leave
web::Response next_now(module::Call& call);   ///< POST /advice/{site}/desk/next
web::Response step_now(module::Call& call);   ///< POST /advice/{site}/desk/step

web::Response book_page(module::Call& call);  ///< GET /advice/{site}/book
web::Response book_now(module::Call& call);   ///< POST /advice/{site}/book
/// On the page of a session: how many have booked a time there, before somebody changes or cancels it.
void booked_part(module::Call& call, web::Html& h, const base::Uuid& session);

web::Response phrases_page(module::Call& call);  ///< GET /advice/phrases
web::Response review_now(module::Call& call);    ///< POST /advice/phrases

web::Response visitor_page(module::Call& call);        ///< GET /a/{site}
web::Response take_ticket(module::Call& call);         ///< POST /a/{site}/ticket
web::Response ticket_page(module::Call& call);         ///< GET /a/{site}/t/{owner}
web::Response assess_own_now(module::Call& call);      ///< POST /a/{site}/t/{owner}
web::Response cancel_own_now(module::Call& call);      ///< POST /a/{site}/t/{owner}/cancel
web::Response own_times_page(module::Call& call);      ///< GET /a/{site}/t/{owner}/book
web::Response book_own_now(module::Call& call);        ///< POST /a/{site}/t/{owner}/book
web::Response booking_page(module::Call& call);        ///< GET /a/{site}/booking
web::Response booking_move_now(module::Call& call);    ///< POST /a/{site}/booking/move
web::Response booking_cancel_now(module::Call& call);  ///< POST /a/{site}/booking/cancel
web::Response booking_here_now(module::Call& call);    ///< POST /a/{site}/booking/here
web::Response kiosk_page(module::Call& call);          ///< GET /a/{site}/kiosk
web::Response kiosk_number(module::Call& call);        ///< POST /a/{site}/kiosk
web::Response wall_page(module::Call& call);           ///< GET /a/{site}/wall

}  // namespace samrum::advice::day
