#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::reports {

/// Write and submit the own part: the public party's officer in the agreement's home room, an association's coordinator
/// in its own. Held only for the room's own organisation: a party that enters by grant reads what was submitted.
extern const module::Permission kWriteReports;

}  // namespace samrum::partnership::reports
