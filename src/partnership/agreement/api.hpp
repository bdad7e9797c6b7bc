#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::partnership::agreement {

/// Adds the doors for programs: agreements with their promises and days, and what was delivered on them.
void add_api(module::Module& partnership);

}  // namespace samrum::partnership::agreement
