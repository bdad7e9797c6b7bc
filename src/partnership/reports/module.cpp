#include "partnership/reports/module.hpp"

#include "foundation/jobs/runner.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/reports/actions_decide.hpp"
#include "partnership/reports/actions_draft.hpp"
#include "partnership/reports/actions_duties.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/actions_search.hpp"
#include "partnership/reports/actions_submit.hpp"
#include "partnership/reports/actions_template.hpp"
#include "partnership/reports/api.hpp"
#include "partnership/reports/commands.hpp"
#include "partnership/reports/pages.hpp"

namespace samrum::partnership::reports {
namespace {

using agreement::kReadAgreements;
using agreement::kWriteAgreements;
using web::Method;

/// After the standing deliveries of the same night, whose figures the draft tells.
constexpr base::ClockTime kAfterDeliveries{4 * 60 + 40};
/// A section of 60 KiB is three times as long when its letters are escaped.
constexpr std::size_t kTextLimit = 512 * 1024;

void run_drafts(module::JobCall& call) {
    const auto room = call.work.open();
    draft_due(*room, call.house);
    complete_reports(*room, call.house);
}
void run_complete(module::JobCall& call) {
    complete_reports(*call.work.open(), call.house);
}

}  // namespace

void add_to(module::Module& partnership) {
    for (const auto& source : search_sources()) partnership.search_sources.push_back(source);
    add_api(partnership);
    const auto route = [&](Method method, std::string_view pattern, const module::Permission* permission,
                           web::Response (*handle)(module::Call&), std::size_t limit = 256 * 1024) {
        partnership.routes.push_back({method, pattern, permission, handle, false, false, limit});
    };
    partnership.permissions.push_back(&kWriteReports);
    partnership.helps.push_back({"/{room}/report-templates", "report.templates.help"});
    // Open to anybody.
    route(Method::get, "/{room}/iop/{slug}/reports/{report}", nullptr, public_report_page);
    route(Method::get, "/{room}/iop/{slug}/reports/{report}/export", nullptr, public_report_export);
    partnership.public_parts.push_back({"agreement", public_reports_part});
    // The tab, and one report.
    route(Method::get, "/{room}/agreements/{id}/reports", &kReadAgreements, reports_page);
    route(Method::post, "/{room}/agreements/{id}/reports", &kWriteReports, draft_action);
    route(Method::get, "/{room}/agreements/{id}/reports/{report}", &kReadAgreements, report_page);
    route(Method::get, "/{room}/agreements/{id}/reports/{report}/export", &kReadAgreements, report_export);
    // Writing.
    route(Method::get, "/{room}/agreements/{id}/reports/{report}/write/{party}/{section}", &kWriteReports,
          section_page);
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/write/{party}/{section}", &kWriteReports,
          section_action, kTextLimit);
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/write/{party}/{section}/drop", &kWriteReports,
          aside_action);
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/submit", &kWriteReports, submit_action);
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/correct", &kWriteReports, correct_action);
    // Deciding, in the agreement's home room.
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/send-back", &kWriteAgreements, send_back_action);
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/approve", &kWriteAgreements, approve_action);
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/committee", &kWriteAgreements, committee_action);
    route(Method::post, "/{room}/agreements/{id}/reports/{report}/publish", &kWriteAgreements, publish_action);
    route(Method::get, "/{room}/report-templates", &kWriteAgreements, templates_page);
    route(Method::get, "/{room}/report-templates/{kind}", &kWriteAgreements, template_page);
    route(Method::post, "/{room}/report-templates/{kind}", &kWriteAgreements, template_action);
    partnership.jobs.push_back({"partnership.reports", run_drafts, kAfterDeliveries});
    partnership.jobs.push_back({kCompleteJob, run_complete});
    for (const module::Receiver& one :
         std::initializer_list<module::Receiver>{{kPartEnvelope, receive_part},
                                                 {kReturnedEnvelope, receive_returned},
                                                 {kCopyEnvelope, receive_copy},
                                                 {kCorrectionEnvelope, receive_correction},
                                                 {kTemplateEnvelope, receive_template}})
        partnership.receivers.push_back(one);
    partnership.commands.push_back(kReportCommand);
    partnership.duties.push_back(duties_of_reports);
}

}  // namespace samrum::partnership::reports
