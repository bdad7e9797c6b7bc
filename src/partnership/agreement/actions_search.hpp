#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::agreement {

/// What can be found of agreements, by those who may read them: their text and parties, and each promise.
std::vector<module::SearchSource> search_sources();

}  // namespace samrum::partnership::agreement
