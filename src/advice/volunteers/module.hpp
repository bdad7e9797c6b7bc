#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::advice::volunteers {

/// Adds what this room of the slice offers the house.
void add_to(module::Module& advice);

}  // namespace samrum::advice::volunteers
