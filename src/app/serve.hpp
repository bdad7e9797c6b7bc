#pragma once
#include "app/program.hpp"

namespace samrum::app {

/// Serves until it is asked to stop. Prints the address on `out` once it listens. Throws base::Fault where it cannot
/// begin.
void serve(Program& program);

}  // namespace samrum::app
