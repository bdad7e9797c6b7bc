#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership {

/// The partnership's table of contents.
module::Module partnership_module();

}  // namespace samrum::partnership
