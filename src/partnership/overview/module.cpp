#include "partnership/overview/module.hpp"

#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/overview/actions_refresh.hpp"
#include "partnership/overview/actions_timeline.hpp"
#include "partnership/overview/model_permissions.hpp"
#include "partnership/overview/pages.hpp"

namespace samrum::partnership::overview {
namespace {

using agreement::kReadAgreements;
using web::Method;

constexpr base::ClockTime kAtNight{1 * 60};

}  // namespace

void add_to(module::Module& partnership) {
    partnership.permissions.push_back(&kReadOverview);
    const module::Route routes[] = {
        {Method::get, "/{room}/overview", &kReadOverview, overview_page},
        {Method::get, "/{room}/overview/export", &kReadOverview, overview_export},
        {Method::get, "/{room}/agreements/{id}/timeline", &kReadAgreements, timeline_page},
        {Method::get, "/{room}/agreements/{id}/timeline.ics", &kReadAgreements, timeline_file}};
    partnership.routes.insert(partnership.routes.end(), std::begin(routes), std::end(routes));
    partnership.navigation.push_back({"overview.title", "/overview", &kReadOverview, 5});
    partnership.jobs.push_back({kRefreshJob, refresh_all, kAtNight});
    partnership.feeds.push_back({"partnership.dates", "overview.feed", &kReadAgreements, date_events});
}

}  // namespace samrum::partnership::overview
