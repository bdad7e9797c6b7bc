#pragma once
#include "partnership/agreement/model_index.hpp"
#include "partnership/agreement/rules_dates.hpp"

#include <optional>
#include <span>

namespace samrum::partnership::agreement {

/// The next day that somebody has to know of, from `today` on: the one day that a list shows of an agreement. Days of
/// `dates` (those of key_dates()) that hang on the agreement going on fall away after its last day as things stand, and
/// an end before its time stands in for the agreement's own. Days that only tell (what was counted, the longest time
/// that the criteria allow) ask nobody for anything and are passed over. What is known to be `open` counts though its
/// day has passed: it is late, and nothing comes before it.
std::optional<KeyDate> next_date(std::span<const KeyDate> dates, const AgreementHead& head, base::Date today,
                                 std::span<const KeyDate> open = {});

}  // namespace samrum::partnership::agreement
