#pragma once
#include "foundation/module/module.hpp"

namespace samrum::app {

/// What the house itself offers beside its slices: first page, start, journal, statement, probes.
module::Module app_module();

}  // namespace samrum::app
