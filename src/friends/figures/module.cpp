#include "friends/figures/module.hpp"

#include "foundation/module/module.hpp"
#include "friends/figures/actions_figures.hpp"
#include "friends/figures/module_measures.hpp"
#include "friends/figures/pages.hpp"
#include "friends/people/model_permissions.hpp"

namespace samrum::friends::figures {

void add_to(module::Module& friends) {
    friends.routes.push_back({web::Method::get, "/{room}/friends/figures", &kRunFriends, figures_page});
    friends.routes.push_back({web::Method::get, "/{room}/friends/figures/rows", &kRunFriends, figure_rows_page});
    friends.routes.push_back({web::Method::get, "/{room}/friends/figures/export", &kRunFriends, figures_export});
    friends.navigation.push_back({"friends.figures.nav", "/friends/figures", &kRunFriends, 26});
    friends.report_sections.push_back({"friends.pairs", draft_pairs});
    for (const module::Measure& measure : measures()) friends.measures.push_back(measure);
}

}  // namespace samrum::friends::figures
