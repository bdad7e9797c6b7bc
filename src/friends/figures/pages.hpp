#pragma once
#include "foundation/module/call.hpp"

namespace samrum::friends::figures {

web::Response figures_page(module::Call& call);      ///< live, exact, for the coordinator alone
web::Response figures_export(module::Call& call);    ///< the association's own results as a spreadsheet
web::Response figure_rows_page(module::Call& call);  ///< what a figure comes from

}  // namespace samrum::friends::figures
