#pragma once
#include "foundation/module/command.hpp"

namespace CLI {
class App;
}

namespace samrum::activity {

/// `samrum activity add | list | import | export --room NAME`.
void add_activity_commands(CLI::App& parent, module::CommandEnvironment& environment);
/// `samrum measure list | count NAME --room NAME --period A/B [--scope place=…] [--trace]`.
void add_measure_commands(CLI::App& parent, module::CommandEnvironment& environment);

/// Whoever holds the data folder acts for the room's own organisation, as its coordinator would; the journal says
/// "command line".
module::Caller command_caller(const module::CommandEnvironment& environment, const module::RoomHead& room);

}  // namespace samrum::activity
