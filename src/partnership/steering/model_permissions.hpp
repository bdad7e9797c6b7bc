#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::steering {

/// Read meetings, notes and actions, and propose items: the room's officers, and who enters for a party what is of its
/// agreements.
extern const module::Permission kReadSteering;
/// Call, draw up agendas, write notes: the administration's duty ("samordna och dokumentera").
extern const module::Permission kKeepSteering;

}  // namespace samrum::partnership::steering
