#pragma once
#include "foundation/module/module.hpp"
#include "partnership/money/actions.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::money {

/// What the money of the room's agreements asks of its officers by a day: instalments that fall due (from 30 days back
/// to three months ahead), a second person to authorise, a payment to note, a question that stands in the way.
std::vector<module::Duty> money_duties(store::Reader& room, base::Date today);

/// The day by which a person decides about a claim, on either party or none, that an early ending leaves (seeds 001 and
/// 003 on breach and notice); nothing while no end is near, or once it is decided.
std::optional<base::Date> claim_due(const Case& all, base::Date today);

}  // namespace samrum::partnership::money
