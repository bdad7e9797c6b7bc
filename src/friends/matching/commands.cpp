// `samrum match …`: matches people, or rows and columns, in files. No installation is needed or touched.
#include "friends/matching/commands.hpp"

#include "foundation/module/command.hpp"

#include <CLI/CLI.hpp>

namespace samrum::friends::matching {

void add_match_commands(CLI::App& app, module::CommandEnvironment& environment) {
    app.add_subcommand("match", environment.say("friends.matching.help"))->require_subcommand(1);
}

}  // namespace samrum::friends::matching
