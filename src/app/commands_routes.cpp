// `samrum routes --json`: every route and who may walk it, for the house tests. Not shown in --help.
#include "app/commands.hpp"
#include "app/modules.hpp"
#include "foundation/web/guard.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::app {
namespace {

constexpr std::string_view kGuards[] = {"open", "personal", "confidential"};

nlohmann::ordered_json as_json(const module::Module& slice, const module::Route& route) {
    nlohmann::ordered_json one{{"slice", slice.name},
                               {"method", web::method_name(route.method)},
                               {"pattern", route.pattern},
                               {"signed_in", route.signed_in || route.permission != nullptr},
                               {"anonymous", route.anonymous}};
    if (route.permission) {
        one["permission"] = route.permission->key;
        one["guard"] = kGuards[static_cast<std::size_t>(route.permission->guard)];
        for (const module::Role role : route.permission->roles) one["roles"].push_back(module::role_name(role));
    }
    return one;
}

void print(std::ostream& out) {
    auto all = nlohmann::ordered_json::array();
    for (const module::Module& slice : modules())
        for (const module::Route& route : slice.routes) all.push_back(as_json(slice, route));
    out << all.dump(1) << "\n";
}

}  // namespace

void add_routes(CLI::App& app, Program& program) {
    app.add_subcommand("routes", "every route and who may walk it, as JSON")->group("")->callback([&program] {
        print(*program.environment.out);
    });
}

}  // namespace samrum::app
