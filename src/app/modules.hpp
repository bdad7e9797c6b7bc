#pragma once
#include "foundation/module/module.hpp"

#include <span>

namespace samrum::app {

/// Every slice of the house, in the order of the navigation and of `samrum --help`.
std::span<const module::Module> modules();

}  // namespace samrum::app
