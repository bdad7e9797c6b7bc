#pragma once
#include "foundation/module/module.hpp"

// The page handlers, as module.cpp lists them. Those named `…_page` answer GET, `…_file` give a file, the others POST.
namespace samrum::advice::sites {

/// `/advice`: today's sessions, the coming days, what needs attention.
web::Response start_page(module::Call& call);
web::Response sessions_page(module::Call& call);
web::Response session_page(module::Call& call);
web::Response change_session_now(module::Call& call);
web::Response cancel_session_now(module::Call& call);
web::Response restore_session_now(module::Call& call);
web::Response reset_session_now(module::Call& call);
web::Response note_held_now(module::Call& call);

web::Response sites_page(module::Call& call);
web::Response new_site_page(module::Call& call);
web::Response new_site(module::Call& call);
web::Response site_page(module::Call& call);
web::Response edit_site_page(module::Call& call);
web::Response save_site_now(module::Call& call);
web::Response close_site_now(module::Call& call);
web::Response new_session_page(module::Call& call);
web::Response new_session(module::Call& call);
/// The form of a change of hours; sent, it shows what the change does before it is done.
web::Response hours_page(module::Call& call);
web::Response change_hours_now(module::Call& call);
web::Response closures_page(module::Call& call);
web::Response new_closure(module::Call& call);
web::Response remove_closure_now(module::Call& call);

/// `/hours`, open to anybody: where advice is given, and when.
web::Response public_hours_page(module::Call& call);
web::Response public_site_page(module::Call& call);
web::Response public_site_file(module::Call& call);

/// What coordinators and volunteers may subscribe to: every session of the coming weeks.
std::vector<document::CalendarEvent> session_events(const module::FeedCall& call);

}  // namespace samrum::advice::sites
