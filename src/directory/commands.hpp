#pragma once
#include "foundation/module/command.hpp"

namespace CLI {
class App;
}

namespace samrum::directory {

/// `samrum room create | list`.
void add_room_commands(CLI::App& parent, module::CommandEnvironment& environment);
/// `samrum user create | list | grant | revoke | link | clear-code | extract | erase`.
void add_user_commands(CLI::App& parent, module::CommandEnvironment& environment);
/// `samrum organisation list | import | duplicates | merge | undo-merge`.
void add_organisation_commands(CLI::App& parent, module::CommandEnvironment& environment);

}  // namespace samrum::directory
