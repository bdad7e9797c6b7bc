#pragma once
#include "foundation/module/module.hpp"

#include <vector>

namespace samrum::partnership::reports {

/// What reports ask of a room: its own part of each report of the year ahead until it is handed
/// over, and in the agreement's home room parts that are missing and reports that wait for the steering group.
std::vector<module::Duty> duties_of_reports(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::reports
