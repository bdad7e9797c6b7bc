#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::partnership::drafting {

/// Adds the doors for programs.
void add_api(module::Module& partnership);

}  // namespace samrum::partnership::drafting
