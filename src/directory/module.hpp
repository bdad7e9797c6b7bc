#pragma once
#include "foundation/module/module.hpp"

namespace samrum::directory {

/// The directory's table of contents: organisations, rooms, persons, accounts, grants.
module::Module directory_module();

}  // namespace samrum::directory
