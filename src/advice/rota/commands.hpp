#pragma once

namespace CLI {
class App;
}
namespace samrum::module {
struct CommandEnvironment;
}

namespace samrum::advice::rota {

/// `samrum rota solve` and `samrum rota check`.
void add_rota_commands(CLI::App& app, module::CommandEnvironment& environment);

}  // namespace samrum::advice::rota
