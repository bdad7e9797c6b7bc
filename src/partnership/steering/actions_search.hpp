#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::steering {

/// What can be found of meetings and of what was taken upon there: a point on the agenda by those whose agreement it is
/// of.
std::vector<module::SearchSource> search_sources();

}  // namespace samrum::partnership::steering
