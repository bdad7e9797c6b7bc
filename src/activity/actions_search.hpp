#pragma once
#include "foundation/module/module.hpp"

namespace samrum::activity {

/// What can be found of the log, by the association's own people.
std::vector<module::SearchSource> search_sources();

}  // namespace samrum::activity
