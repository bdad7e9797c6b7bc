#pragma once
#include "foundation/module/call.hpp"

// The pages of the log, each below a room.
namespace samrum::activity {

web::Response log_page(module::Call& call);           ///< GET /activity
web::Response export_file(module::Call& call);        ///< GET /activity/export
web::Response new_entry_page(module::Call& call);     ///< GET /activity/new
web::Response new_entry(module::Call& call);          ///< POST /activity/new
web::Response entry_page(module::Call& call);         ///< GET /activity/{id}
web::Response correct_entry_now(module::Call& call);  ///< POST /activity/{id}
web::Response remove_entry_now(module::Call& call);   ///< POST /activity/{id}/remove
web::Response import_page(module::Call& call);        ///< GET /activity/import
web::Response check_file(module::Call& call);         ///< POST /activity/import: the dry run
web::Response read_file_in(module::Call& call);       ///< POST /activity/import/confirm
web::Response figures_page(module::Call& call);       ///< GET /activity/figures
web::Response state_figure_now(module::Call& call);   ///< POST /activity/figures
web::Response remove_figure_now(module::Call& call);  ///< POST /activity/figures/remove

}  // namespace samrum::activity
