#include "partnership/agreement/module.hpp"

#include "foundation/jobs/runner.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_duties.hpp"
#include "partnership/agreement/actions_progress.hpp"
#include "partnership/agreement/actions_search.hpp"
#include "partnership/agreement/api.hpp"
#include "partnership/agreement/commands.hpp"
#include "partnership/agreement/pages.hpp"

namespace samrum::partnership::agreement {
namespace {

using web::Method;

constexpr std::size_t kFileLimit = 512 * 1024;
constexpr base::ClockTime kEarlyMorning{4 * 60};

base::Result<base::Done> load_agreement(module::Call& call, std::string_view, std::string_view bytes) {
    const auto done =
        import_agreement(call.room(), call.lobby(), *call.head, call.caller, call.today(), call.now(), bytes);
    if (!done) return done.problems();
    return base::Done{};
}

/// Each night the room's standing deliveries leave that are due.
void run_standing(module::JobCall& call) {
    deliver_standing(*call.work.open(), call.house);
}

}  // namespace

void add_to(module::Module& partnership) {
    for (const auto& source : search_sources()) partnership.search_sources.push_back(source);
    partnership.permissions = {&kReadAgreements, &kWriteAgreements, &kSeeProgress, &kDeliver};
    partnership.routes = {
        // Open to anybody.
        {Method::get, "/{room}", nullptr, public_room_page},
        {Method::get, "/{room}/iop", nullptr, public_over_page},
        {Method::get, "/{room}/iop/{slug}", nullptr, public_agreement_page},
        // The agreement, tab by tab.
        {Method::get, "/{room}/agreements", &kReadAgreements, agreements_page},
        {Method::get, "/{room}/agreements/import", &kWriteAgreements, import_page},
        {Method::post, "/{room}/agreements/import", &kWriteAgreements, import_action, false, false, kFileLimit},
        {Method::get, "/{room}/agreements/{id}", &kReadAgreements, agreement_page},
        {Method::get, "/{room}/agreements/{id}/commitments", &kReadAgreements, agreement_commitments_page},
        {Method::get, "/{room}/agreements/{id}/commitments/{commitment}/reading", &kWriteAgreements,
         choose_reading_page},
        {Method::post, "/{room}/agreements/{id}/commitments/{commitment}/reading", &kWriteAgreements,
         choose_reading_page},
        {Method::get, "/{room}/agreements/{id}/deliveries", &kReadAgreements, agreement_deliveries_page},
        {Method::get, "/{room}/agreements/{id}/dates", &kReadAgreements, agreement_dates_page},
        {Method::get, "/{room}/agreements/{id}/assessment", &kReadAgreements, agreement_assessment_page},
        {Method::get, "/{room}/agreements/{id}/assessment/new", &kWriteAgreements, assess_page},
        {Method::post, "/{room}/agreements/{id}/assessment/new", &kWriteAgreements, assess_action},
        {Method::get, "/{room}/agreements/{id}/text", &kReadAgreements, agreement_text_page},
        // In the association's own room: live.
        {Method::get, "/{room}/commitments", &kSeeProgress, commitments_page},
        {Method::get, "/{room}/commitments/{agreement}/{commitment}", &kSeeProgress, commitment_page},
        {Method::post, "/{room}/commitments/{agreement}/{commitment}/binding", &kDeliver, rebind_action},
        {Method::get, "/{room}/deliveries", &kSeeProgress, deliveries_page},
        {Method::get, "/{room}/deliveries/new", &kDeliver, new_delivery_page},
        {Method::post, "/{room}/deliveries/new", &kDeliver, make_delivery_action},
        {Method::get, "/{room}/deliveries/signal", &kDeliver, signal_page},
        {Method::post, "/{room}/deliveries/signal", &kDeliver, signal_action},
        {Method::post, "/{room}/deliveries/standing", &kDeliver, choose_standing_action},
        {Method::post, "/{room}/deliveries/standing/{id}/end", &kDeliver, end_standing_action},
    };
    partnership.navigation = {
        {"partnership.agreements.title", "/agreements", &kReadAgreements, 20},
        {"partnership.commitments.title", "/commitments", &kSeeProgress, 10},
        {"partnership.deliveries.title", "/deliveries", &kSeeProgress, 30},
    };
    partnership.jobs = {{"partnership.standing", run_standing, kEarlyMorning}};
    partnership.receivers = {{kAgreementEnvelope, receive_agreement},
                             {kChoiceEnvelope, receive_choice},
                             {kDeliveryEnvelope, receive_delivery}};
    partnership.loaders = {{"partnership.agreement", load_agreement}};
    partnership.commands = {kAgreementCommand};
    partnership.duties = {duties_of_room};
    partnership.counted_promises = counted_promises_on;
    add_api(partnership);
}

}  // namespace samrum::partnership::agreement
