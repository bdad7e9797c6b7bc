#pragma once
#include "foundation/module/module.hpp"

#include <vector>

namespace samrum::partnership::drafting {

/// What open cases ask for by a day: an assessment within a month of the enquiry, a draft that nobody lets rest for
/// longer, an answer to the other side's comment within a week. The officer's in the room; an association's for whoever
/// enters for it.
std::vector<module::Duty> case_duties(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::drafting
