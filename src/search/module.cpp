#include "search/module.hpp"

#include "search/actions_index.hpp"
#include "search/api.hpp"
#include "search/commands.hpp"
#include "search/pages.hpp"

namespace samrum::search {
namespace {

constexpr bool kSignedIn = true;
/// Once a day everything is gone through, should the journal not have told of something.
constexpr base::ClockTime kBeforeMorning{4 * 60 + 30};

}  // namespace

module::Module search_module() {
    module::Module all;
    all.name = "search";
    all.routes = {{web::Method::get, "/{room}/search", nullptr, search_page, kSignedIn}};
    all.helps = {{"/{room}/search", "search.help"}};
    all.jobs = {{std::string_view(kRefreshJob), run_refresh, kBeforeMorning}};
    all.commands = {{"search", add_search_commands}};
    add_api(all);
    return all;
}

}  // namespace samrum::search
