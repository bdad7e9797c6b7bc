#include "partnership/agreement/rules_stretches.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

base::Date first_of_month(base::Date day) {
    return base::Date::of(day.year(), day.month(), 1);
}

/// Steps of `months` from `anchor`, counted from the anchor so that the 31st does not drift.
std::vector<Stretch> steps(base::Date anchor, int months, const base::Period& period, base::Date end) {
    std::vector<Stretch> out;
    for (int number = 0;; ++number) {
        const base::Date first = anchor.plus_months(number * months);
        if (first > end) return out;
        const base::Period whole{first, anchor.plus_months((number + 1) * months).plus_days(-1)};
        if (const auto within = whole.intersection({period.first(), end})) out.push_back({whole, *within});
    }
}

}  // namespace

base::Date last_day_of_months(base::Date first, int months) {
    return first.plus_months(months).plus_days(-1);
}

int months_in(const base::Period& period, base::Date horizon) {
    const base::Date end = period.last().value_or(std::max(horizon, period.first()));
    int months = 1;
    while (last_day_of_months(period.first(), months) < end) ++months;
    return months;
}

std::vector<Stretch> stretches(const base::Period& period, Per per, const std::vector<Season>& seasons,
                               base::Date horizon) {
    const base::Date first = period.first();
    const base::Date end = period.last().value_or(std::max(horizon, first));
    switch (per) {
        case Per::whole_period:
            return {{{first, period.last()}, {first, period.last()}}};
        case Per::agreement_year:
            return steps(first, 12, period, end);
        case Per::agreement_half_year:
            return steps(first, 6, period, end);
        case Per::calendar_year:
            return steps(base::Date::of(first.year(), 1, 1), 12, period, end);
        case Per::half_year:
            return steps(base::Date::of(first.year(), first.month() < 7 ? 1 : 7, 1), 6, period, end);
        case Per::month:
            return steps(first_of_month(first), 1, period, end);
        case Per::season:
            break;
    }
    std::vector<Stretch> out;
    for (const Season& one : seasons)
        if (one.last >= one.first)
            if (const auto within = base::Period{one.first, one.last}.intersection({first, end}))
                out.push_back({{one.first, one.last}, *within});
    return out;
}

}  // namespace samrum::partnership::agreement
