#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::friends::effect {

/// Adds what this room of the slice offers the house.
void add_to(module::Module& friends);

}  // namespace samrum::friends::effect
