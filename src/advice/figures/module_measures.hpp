#pragma once
#include "foundation/module/measure.hpp"

#include <vector>

namespace samrum::advice::figures {

/// What advice is counted by. Sessions and volunteers' hours are the association's own result and exact; the rest is
/// about people.
std::vector<module::Measure> measures();

}  // namespace samrum::advice::figures
