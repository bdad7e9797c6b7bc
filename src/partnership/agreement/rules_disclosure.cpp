#include "partnership/agreement/rules_disclosure.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace samrum::partnership::agreement {
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

std::vector<std::int64_t> already_told(const std::vector<Told>& told, const Period& next, bool adds) {
    std::vector<std::int64_t> same_days;
    for (const Told& one : told)
        if (one.period == next) same_days.push_back(one.number);
    // How much was counted from the first day of `next` up to each end that the other figures lead to.
    std::map<Date, std::int64_t> up_to{{next.first(), 0}};
    for (bool grew = adds; grew;) {
        grew = false;
        for (const Told& one : std::views::reverse(told)) {
            if (one.period == next) continue;
            const auto begin = up_to.find(one.period.first()), end = up_to.find(after(one.period));
            if ((begin == up_to.end()) == (end == up_to.end())) continue;
            grew = true;
            if (end == up_to.end())
                up_to.emplace(after(one.period), begin->second + one.number);
            else
                up_to.emplace(one.period.first(), end->second - one.number);
        }
    }
    if (const auto sum = up_to.find(after(next)); sum != up_to.end()) same_days.push_back(sum->second);
    return same_days;
}

}  // namespace samrum::partnership::agreement
