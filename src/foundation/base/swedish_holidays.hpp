#pragma once
#include "foundation/base/date.hpp"

namespace samrum::base {

/// Easter Sunday of a Gregorian year (the anonymous algorithm, Nature 1876).
Date easter_sunday(int year);

/// A public holiday by lag (1989:253), Sundays apart; annandag pingst until 2004, 6 June since 2005.
bool is_swedish_holiday(Date day);

/// A day on which a period set by statute may not end (lag 1930:173 § 2): Saturday, Sunday, public holiday, and the
/// eves of Midsummer, Christmas and New Year. Twelfth Night's eve is no such day (RÅ 2004 not 40).
bool is_statutory_rest_day(Date day);

/// The last day of a period that statute sets: `day`, or the next day that is no rest day (L-KL-10). Dates that an
/// agreement states are never moved.
Date statutory_last_day(Date day);

/// The last day of a statutory period of so many weeks from `start` (lag 1930:173 § 1): same weekday, then as above.
Date statutory_weeks_from(Date start, int weeks);

}  // namespace samrum::base
