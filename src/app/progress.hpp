#pragma once
#include "foundation/module/command.hpp"

#include <map>
#include <string>

namespace samrum::app {

/// Short names of rooms, as people know them.
using RoomNames = std::map<store::RoomId, std::string>;
/// None when the lobby cannot tell them, as one of an older schema.
RoomNames room_names(store::Reader& lobby);

/// Tells on the command line which room long work has come to: by its name, or its id where no name is known.
store::OnProgress progress_of(module::CommandEnvironment& environment, RoomNames names);

}  // namespace samrum::app
