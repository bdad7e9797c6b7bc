#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::activity {

/// Adds the doors for programs: the log is read, and what was done is logged.
void add_api(module::Module& activity);

}  // namespace samrum::activity
