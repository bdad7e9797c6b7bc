#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::search {

/// Adds the door for programs.
void add_api(module::Module& search);

}  // namespace samrum::search
