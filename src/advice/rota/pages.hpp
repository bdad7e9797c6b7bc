#pragma once
#include "foundation/module/call.hpp"

// The pages of the rota, each below a room.
namespace samrum::advice::rota {

web::Response rota_page(module::Call& call);          ///< GET /advice/rota
web::Response rota_print_page(module::Call& call);    ///< GET /advice/rota/print
web::Response suggest_now(module::Call& call);        ///< POST /advice/rota/suggest
web::Response rota_session_page(module::Call& call);  ///< GET /advice/rota/{session}
web::Response put_now(module::Call& call);            ///< POST /advice/rota/{session}/put
web::Response drop_now(module::Call& call);           ///< POST /advice/rota/{session}/remove
web::Response repair_page(module::Call& call);        ///< GET /advice/rota/{session}/repair
web::Response repair_now(module::Call& call);         ///< POST /advice/rota/{session}/repair
web::Response draft_page(module::Call& call);         ///< GET /advice/rota/draft/{draft}
web::Response draft_add_now(module::Call& call);      ///< POST /advice/rota/draft/{draft}/add
web::Response draft_remove_now(module::Call& call);   ///< POST /advice/rota/draft/{draft}/remove
web::Response draft_accept_now(module::Call& call);   ///< POST /advice/rota/draft/{draft}/accept
web::Response draft_discard_now(module::Call& call);  ///< POST /advice/rota/draft/{draft}/discard
web::Response shifts_page(module::Call& call);        ///< GET /advice/shifts
web::Response take_now(module::Call& call);           ///< POST /advice/shifts/take
web::Response leave_now(module::Call& call);          ///< POST /advice/shifts/leave
web::Response keep_now(module::Call& call);           ///< POST /advice/shifts/keep
web::Response swap_now(module::Call& call);           ///< POST /advice/shifts/swap

}  // namespace samrum::advice::rota
