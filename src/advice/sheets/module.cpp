#include "advice/sheets/module.hpp"

#include "advice/sheets/actions_sheet.hpp"
#include "advice/sheets/actions_unit.hpp"
#include "advice/sheets/pages.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/module/module.hpp"

namespace samrum::advice::sheets {
namespace {

using web::Method;

constexpr bool kNotSignedIn = false, kAnonymous = true;

void add_sheet_routes(module::Module& advice) {
    auto& routes = advice.routes;
    const auto sheet = [&](Method method, std::string_view pattern, web::Response (*handle)(module::Call&)) {
        routes.push_back({method, pattern, &kAdvise, handle});
    };
    sheet(Method::get, "/{room}/advice/sheets", sheets_page);
    sheet(Method::get, "/{room}/advice/sheets/new", new_sheet_page);
    sheet(Method::post, "/{room}/advice/sheets/new", new_sheet_action);
    sheet(Method::post, "/{room}/advice/sheets/returning", returning_action);
    sheet(Method::get, "/{room}/advice/sheets/{id}", sheet_page);
    sheet(Method::post, "/{room}/advice/sheets/{id}", mend_sheet_action);
    sheet(Method::post, "/{room}/advice/sheets/{id}/remove", remove_sheet_action);
    sheet(Method::get, "/{room}/advice/sheets/notes/{site}", notes_page);
    routes.push_back({Method::get, "/{room}/advice/sheets/counts/{session}", &kRunAdvice, counts_page});
    routes.push_back({Method::post, "/{room}/advice/sheets/counts/{session}", &kRunAdvice, correct_count_action});
}

void add_unit_routes(module::Module& advice) {
    auto& routes = advice.routes;
    routes.push_back({Method::get, "/{room}/advice/units", &kAdvise, units_page});
    routes.push_back({Method::get, "/{room}/advice/units/new", &kAdvise, new_unit_page});
    routes.push_back({Method::post, "/{room}/advice/units/new", &kAdvise, new_unit_action});
    routes.push_back({Method::get, "/{room}/advice/units/{id}", &kAdvise, unit_page});
    routes.push_back({Method::post, "/{room}/advice/units/{id}", &kAdvise, revise_unit_action});
    routes.push_back({Method::post, "/{room}/advice/units/{id}/confirm", &kAdvise, confirm_unit_action});
    routes.push_back({Method::post, "/{room}/advice/units/{id}/month", &kRunAdvice, unit_month_action});
    // Open to anybody, and nobody's address is logged: who looks for help is not registered.
    const auto open = [&](std::string_view pattern, web::Response (*handle)(module::Call&)) {
        routes.push_back({Method::get, pattern, nullptr, handle, kNotSignedIn, kAnonymous});
    };
    open("/{room}/help", help_page);
    open("/{room}/hsds", hsds_root);
    open("/{room}/hsds/services", hsds_services);
    open("/{room}/hsds/services/{id}", hsds_service);
    open("/{room}/hsds/organizations", hsds_organizations);
    open("/{room}/hsds/organizations/{id}", hsds_organization);
    open("/{room}/hsds/service_at_locations", hsds_service_at_locations);
    open("/{room}/hsds/service_at_locations/{id}", hsds_service_at_location);
    open("/{room}/hsds/taxonomies", hsds_taxonomies);
    open("/{room}/hsds/taxonomies/{id}", hsds_taxonomy);
    open("/{room}/hsds/taxonomy_terms", hsds_taxonomy_terms);
    open("/{room}/hsds/taxonomy_terms/{id}", hsds_taxonomy_term);
}

bool has_units(store::Reader& room, base::Date) {
    return find_units(room, "", "", {}, 1, 0).total > 0;
}

}  // namespace

void add_to(module::Module& advice) {
    add_sheet_routes(advice);
    add_unit_routes(advice);
    advice.navigation.push_back({"advice.units.nav", "/advice/units", &kAdvise, 9});
    advice.public_pages.push_back({"advice.units.help.title", "/help", has_units});
    advice.retention.push_back({"advice.note", {"advice.retention.note", {}}, remove_dead_notes});
    advice.retention.push_back({"advice.return_code",
                                {"advice.retention.return_code", {{"days", std::int64_t{kReturnCodeDays}}}},
                                remove_old_codes});
}

}  // namespace samrum::advice::sheets
