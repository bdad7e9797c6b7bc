#include "partnership/rules_disclosure.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership {
namespace {

using base::Date;
using base::Period;

bool begins_half_year(Date day) {
    return day.day() == 1 && (day.month() == 1 || day.month() == 7);
}

/// The day after the period: with its first day, the two prefix sums that it tells the difference of.
Date after(const Period& period) {
    base::ensure(period.last().has_value(), "a delivered period ends");
    return period.last()->plus_days(1);
}

}  // namespace

bool is_whole_half_years(const Period& period) {
    return period.last() && begins_half_year(period.first()) && begins_half_year(after(period));
}

std::vector<Period> known_with(const std::vector<Period>& shown, const Period& next) {
    // Ends that hang together with `next`: grow the group until no shown period joins it any more.
    std::set<Date> group{next.first(), after(next)};
    for (bool grew = true; grew;) {
        grew = false;
        for (const Period& one : shown) {
            const bool begins = group.contains(one.first());
            const bool ends = group.contains(after(one));
            if (begins == ends) continue;
            group.insert(begins ? after(one) : one.first());
            grew = true;
        }
    }
    std::vector<Period> stretches;
    for (auto from = group.begin(); from != group.end(); ++from)
        for (auto to = std::next(from); to != group.end(); ++to) stretches.emplace_back(*from, to->plus_days(-1));
    return stretches;
}

}  // namespace samrum::partnership
