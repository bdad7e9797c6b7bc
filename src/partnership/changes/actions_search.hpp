#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::changes {

/// What can be found of what happened to agreements, by those who may read them; a line that was corrected is not.
std::vector<module::SearchSource> search_sources();

}  // namespace samrum::partnership::changes
