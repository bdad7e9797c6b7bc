#pragma once
#include "partnership/agreement/model.hpp"

#include <vector>

namespace samrum::partnership::agreement {

/// One year, half-year, month or season of an agreement.
struct Stretch {
    base::Period whole;   ///< all of it: the calendar year 2019
    base::Period within;  ///< what of it lies in the agreement: January to June
    bool is_partial() const { return !(whole == within); }
};

/// The stretches of a period, in order. An open end is followed to `horizon`.
std::vector<Stretch> stretches(const base::Period& period, Per per, const std::vector<Season>& seasons,
                               base::Date horizon);

/// The last day of a period of so many months that begins on `first`: two years from 2019-07-01 end on 2021-06-30.
base::Date last_day_of_months(base::Date first, int months);

/// How many months a period touches, rounded up: 2019-07-01/2020-06-30 has 12.
int months_in(const base::Period& period, base::Date horizon);

}  // namespace samrum::partnership::agreement
