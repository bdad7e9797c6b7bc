#pragma once
#include "foundation/module/module.hpp"

namespace samrum::registry {

/// What can be found of registered documents, by those who may read the registry. Who sent them, which may be a private
/// person, is found in the registry's own list alone; what a marking hides from the public is left out too.
std::vector<module::SearchSource> search_sources();

}  // namespace samrum::registry
