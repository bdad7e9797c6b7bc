#pragma once
#include "foundation/web/html.hpp"
#include "partnership/reports/pages_parts.hpp"

namespace samrum::partnership::reports {

/// What may happen to the report now, for who decides: each allowed arrow with its reason and its form.
void decisions_part(web::Html& h, module::Call& call, const ReportOfPath& all, const base::Problems& problems);

/// The report's page, with what was wrong.
web::Response shown_report(module::Call& call, const ReportOfPath& all, const base::Problems& problems);

}  // namespace samrum::partnership::reports
