#pragma once
#include "foundation/module/module.hpp"

namespace samrum::registry {

/// What the registry offers the house: number series, documents in and out, retention rules. Off by default.
module::Module registry_module();

}  // namespace samrum::registry
