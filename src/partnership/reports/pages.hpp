#pragma once
#include "foundation/module/call.hpp"
#include "foundation/web/html.hpp"

/// The pages of reports; module.cpp lists them.
namespace samrum::partnership::reports {

// The tab of an agreement, and one report.
web::Response reports_page(module::Call& call);
web::Response draft_action(module::Call& call);
web::Response report_page(module::Call& call);
web::Response report_export(module::Call& call);

// Writing a section of the own part.
web::Response section_page(module::Call& call);
web::Response section_action(module::Call& call);
web::Response aside_action(module::Call& call);
web::Response submit_action(module::Call& call);

// What the steering group decides, written down by the officer.
web::Response send_back_action(module::Call& call);
web::Response approve_action(module::Call& call);
web::Response committee_action(module::Call& call);
web::Response publish_action(module::Call& call);
web::Response correct_action(module::Call& call);

// The body's templates.
web::Response templates_page(module::Call& call);
web::Response template_page(module::Call& call);
web::Response template_action(module::Call& call);

// Open to anybody.
web::Response public_report_page(module::Call& call);
web::Response public_report_export(module::Call& call);
void public_reports_part(module::Call& call, web::Html& h, const base::Uuid& id);

}  // namespace samrum::partnership::reports
