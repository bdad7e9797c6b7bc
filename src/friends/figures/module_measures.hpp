#pragma once
#include "foundation/module/measure.hpp"

#include <vector>

namespace samrum::friends::figures {

/// What a friend programme is counted by. Pairs started and lasted and activities held are the association's own result
/// and exact; the rest is about people.
std::vector<module::Measure> measures();

}  // namespace samrum::friends::figures
