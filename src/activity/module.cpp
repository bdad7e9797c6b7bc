#include "activity/module.hpp"

#include "activity/actions_import.hpp"
#include "activity/actions_list.hpp"
#include "activity/actions_permission.hpp"
#include "activity/actions_report.hpp"
#include "activity/actions_search.hpp"
#include "activity/api.hpp"
#include "activity/commands.hpp"
#include "activity/module_measures.hpp"
#include "activity/pages.hpp"

namespace samrum::activity {
namespace {

using web::Method;

constexpr std::size_t kFileLimit = 8 * 1024 * 1024;

std::vector<module::Route> routes() {
    return {{Method::get, "/{room}/activity", &kRead, log_page},
            {Method::get, "/{room}/activity/export", &kManage, export_file},
            {Method::get, "/{room}/activity/new", &kLog, new_entry_page},
            {Method::post, "/{room}/activity/new", &kLog, new_entry},
            {Method::get, "/{room}/activity/import", &kManage, import_page},
            {Method::post, "/{room}/activity/import", &kManage, check_file, false, false, kFileLimit},
            {Method::post, "/{room}/activity/import/confirm", &kManage, read_file_in, false, false, kFileLimit},
            {Method::get, "/{room}/activity/figures", &kRead, figures_page},
            {Method::post, "/{room}/activity/figures", &kManage, state_figure_now},
            {Method::post, "/{room}/activity/figures/remove", &kManage, remove_figure_now},
            {Method::get, "/{room}/activity/{id}", &kRead, entry_page},
            {Method::post, "/{room}/activity/{id}", &kLog, correct_entry_now},
            {Method::post, "/{room}/activity/{id}/remove", &kLog, remove_entry_now}};
}

/// Brings a log file in for the demo and for imports of whole cases; names that the room lacks are made.
base::Result<base::Done> load_log(module::Call& call, std::string_view, std::string_view bytes) {
    const auto report = import_log(call.room(), call.caller, call.today(), bytes, true);
    if (!report) return report.problems();
    return base::Done{};
}

/// A quiet week is the coordinator's to answer in the week after it.
std::vector<module::Duty> quiet_week_duties(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    for (const QuietWeek& one : quiet_weeks_of_room(room, today))
        duties.push_back({"activity/quiet/" + one.activity.text() + "/" + one.monday.iso(),
                          {"activity.duty.quiet", {{"activity", one.name}, {"monday", one.monday.iso()}}},
                          one.monday.plus_days(13),
                          {},
                          module::Role::coordinator,
                          "/activity/new?day=" + one.monday.iso()});
    return duties;
}

}  // namespace

module::Module activity_module() {
    module::Module all;
    all.name = "activity";
    all.routes = routes();
    all.permissions = {&kLog, &kRead, &kManage};
    all.navigation = {{"activity.nav", "/activity", &kRead, 20}};
    all.measures = measures();
    all.commands = {{"activity", add_activity_commands}, {"measure", add_measure_commands}};
    all.loaders = {{"activity.log", load_log}};
    all.report_sections = {{"activity.events", draft_events}};
    all.duties = {quiet_week_duties};
    add_api(all);
    all.search_sources = search_sources();
    return all;
}

}  // namespace samrum::activity
