#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership {

/// What the partnership slice offers the house.
module::Module partnership_module();

}  // namespace samrum::partnership
