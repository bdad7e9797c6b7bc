#pragma once
#include "foundation/module/measure.hpp"

#include <vector>

namespace samrum::activity {

/// What the log counts. Sessions, visits and their like are of held occasions; a figure that no line in the period and
/// scope recorded is unknown, and where only some lines did, it is the sum of those. Raise the version when a rule
/// changes.
std::vector<module::Measure> measures();

}  // namespace samrum::activity
