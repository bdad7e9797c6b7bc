#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::reports {

/// What can be found of reports: a draft by those who write it here, what was submitted by who may read the agreement.
std::vector<module::SearchSource> search_sources();

}  // namespace samrum::partnership::reports
