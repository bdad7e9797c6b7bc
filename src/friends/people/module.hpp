#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::friends::people {

/// Adds what this room of the slice offers the house.
void add_to(module::Module& friends);

}  // namespace samrum::friends::people
