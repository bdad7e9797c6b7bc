#include "advice/figures/module.hpp"

#include "advice/figures/commands.hpp"
#include "advice/figures/module_measures.hpp"
#include "advice/figures/pages.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/module/module.hpp"

namespace samrum::advice::figures {

using web::Method;

void add_to(module::Module& advice) {
    advice.routes.push_back({Method::get, "/{room}/advice/figures", &kRunAdvice, figures_page});
    advice.routes.push_back({Method::get, "/{room}/advice/figures/rows", &kRunAdvice, figure_rows_page});
    advice.routes.push_back({Method::get, "/{room}/advice/figures/export", &kRunAdvice, figures_export});
    advice.navigation.push_back({"advice.figures.nav", "/advice/figures", &kRunAdvice, 8});
    for (const module::Measure& measure : measures()) advice.measures.push_back(measure);
    advice.loaders.push_back({"advice.counts", load_counts});
    advice.commands.push_back({"advice", add_advice_commands});
}

}  // namespace samrum::advice::figures
