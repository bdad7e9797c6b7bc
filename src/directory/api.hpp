#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::directory {

/// Adds the directory's doors for programs: the token's room, organisations, and the description of the whole API.
void add_api(module::Module& directory);

}  // namespace samrum::directory
