#pragma once
#include "foundation/module/module.hpp"

namespace samrum::activity {

/// The activity log's table of contents.
module::Module activity_module();

}  // namespace samrum::activity
