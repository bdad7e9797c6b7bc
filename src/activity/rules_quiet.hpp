#pragma once
#include "foundation/base/date.hpp"

#include <span>
#include <vector>

namespace samrum::activity {

inline constexpr int kRhythmWeeks = 6;   ///< a rhythm is seen in the weeks before…
inline constexpr int kRhythmLogged = 4;  ///< …when something was logged in so many of them
inline constexpr int kQuietLookback = 4;

/// The Mondays of the last weeks, ended before `today`, in which nothing was logged although a rhythm existed. `days`
/// are the days of every session logged, cancelled ones too (they were logged), in any order. Weeks with two or more
/// rest days between Monday and Friday (Christmas, Easter) are left out, and after a few quiet weeks the rhythm has
/// ended: nobody is reminded for ever. For the coordinator and nobody else.
std::vector<base::Date> quiet_weeks(std::span<const base::Date> days, base::Date today);

/// The Monday of a day's week.
base::Date monday_of(base::Date day);

}  // namespace samrum::activity
