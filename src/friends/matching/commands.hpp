#pragma once

namespace CLI {
class App;
}
namespace samrum::module {
struct CommandEnvironment;
}

namespace samrum::friends::matching {

/// `samrum match solve` and `samrum match check`.
void add_match_commands(CLI::App& app, module::CommandEnvironment& environment);

}  // namespace samrum::friends::matching
