#pragma once
#include "foundation/module/module.hpp"

namespace samrum::search {

/// What can be found in a room, by those who may see it.
module::Module search_module();

}  // namespace samrum::search
