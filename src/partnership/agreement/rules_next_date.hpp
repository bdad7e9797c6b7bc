#pragma once
#include "partnership/agreement/model_index.hpp"
#include "partnership/agreement/rules_dates.hpp"

#include <optional>
#include <span>
#include <vector>

namespace samrum::partnership::agreement {

/// The days of key_dates() after an end before its time: what hangs on the agreement going on falls away, and that end
/// stands in for its own. Reports and accounts about the days before it are still to come.
std::vector<KeyDate> as_things_stand(std::vector<KeyDate> dates, const AgreementHead& head);

/// The next day that somebody has to know of, from `today` on: the one day that a list shows of an agreement, from
/// `dates` (those of key_dates()) as things stand. Days that only tell (what was counted, the longest time
/// that the criteria allow) ask nobody for anything and are passed over. What is known to be `open` counts though its
/// day has passed: it is late, and nothing comes before it.
std::optional<KeyDate> next_date(std::span<const KeyDate> dates, const AgreementHead& head, base::Date today,
                                 std::span<const KeyDate> open = {});

}  // namespace samrum::partnership::agreement
