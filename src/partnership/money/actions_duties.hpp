#pragma once
#include "foundation/module/module.hpp"

#include <vector>

namespace samrum::partnership::money {

/// What the money of the room's agreements asks of its officers by a day: instalments that fall due (from 30 days back
/// to three months ahead), a second person to authorise, a payment to note, a question that stands in the way.
std::vector<module::Duty> money_duties(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::money
