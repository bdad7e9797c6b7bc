#pragma once
#include "foundation/module/call.hpp"

namespace samrum::friends::pairs {

// The coordinator's.
web::Response pairs_page(module::Call& call);  ///< those who need something first
web::Response pair_page(module::Call& call);
web::Response pause_now(module::Call& call);  ///< pauses, or goes on
web::Response end_now(module::Call& call);
web::Response talked_now(module::Call& call);
web::Response met_now(module::Call& call);  ///< notes a meeting for them, or takes one away

web::Response activities_page(module::Call& call);
web::Response new_activity_page(module::Call& call);
web::Response new_activity_now(module::Call& call);
web::Response activity_page(module::Call& call);
web::Response save_activity_now(module::Call& call);
web::Response cancel_activity_now(module::Call& call);
web::Response hold_activity_now(module::Call& call);

web::Response incidents_page(module::Call& call);
web::Response report_incident_now(module::Call& call);
web::Response incident_page(module::Call& call);
web::Response save_incident_now(module::Call& call);  ///< saves, or closes

// Open to anybody.
web::Response public_activities_page(module::Call& call);
web::Response public_activities_file(module::Call& call);  ///< iCalendar

// A participant's own, by their secret link.
web::Response own_start_page(module::Call& call);  ///< where they begin, whether they have a pair or not
web::Response own_pair_page(module::Call& call);
web::Response own_met_now(module::Call& call);
web::Response own_met_undo(module::Call& call);
web::Response own_activities_page(module::Call& call);
web::Response own_sign_up_now(module::Call& call);

}  // namespace samrum::friends::pairs
