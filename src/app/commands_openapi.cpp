// `samrum openapi`: the whole API as OpenAPI 3.1, made of the routes.
#include "app/commands.hpp"
#include "app/modules.hpp"
#include "foundation/module/api.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace samrum::app {

void add_openapi(CLI::App& app, Program& program) {
    app.add_subcommand("openapi", program.environment.say("openapi.help"))->callback([&program] {
        *program.environment.out << module::openapi_document(modules(), SAMRUM_VERSION);
    });
}

}  // namespace samrum::app
