#pragma once
#include "foundation/module/call.hpp"

namespace samrum::advice::figures {

web::Response figures_page(module::Call& call);      ///< live, against the period before
web::Response figure_rows_page(module::Call& call);  ///< the sessions that a figure comes from
web::Response figures_export(module::Call& call);    ///< the same as a spreadsheet

}  // namespace samrum::advice::figures
