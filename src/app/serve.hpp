#pragma once
#include "app/program.hpp"

namespace samrum::app {

/// Serves until it is asked to stop. Prints the address on `out` once it listens. Throws base::Fault where it cannot
/// begin.
void serve(Program& program);

/// What whoever starts the service should know of its settings, for the log; empty when all is well. A demo shows its
/// letters on a page, so it needs no mail server.
std::string warning_of(const Settings& settings, bool demo);

}  // namespace samrum::app
