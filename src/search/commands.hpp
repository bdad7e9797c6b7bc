#pragma once
#include "foundation/module/command.hpp"
#include "foundation/module/module.hpp"

namespace samrum::search {

/// `samrum search rebuild [ROOM]`.
void add_search_commands(CLI::App& parent, module::CommandEnvironment& environment);

}  // namespace samrum::search
