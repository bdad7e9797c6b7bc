#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::partnership::drafting {

/// Adds writing agreements together to the partnership's module.
void add_to(module::Module& partnership);

}  // namespace samrum::partnership::drafting
