#include "activity/rules_quiet.hpp"

#include "foundation/base/swedish_holidays.hpp"

#include <set>

namespace samrum::activity {
namespace {

bool is_short_week(base::Date monday) {
    int rest = 0;
    for (int i = 0; i < 5; ++i) rest += base::is_statutory_rest_day(monday.plus_days(i));
    return rest >= 2;
}

}  // namespace

base::Date monday_of(base::Date day) {
    return day.plus_days(1 - static_cast<int>(day.weekday()));
}

std::vector<base::Date> quiet_weeks(std::span<const base::Date> days, base::Date today) {
    std::set<base::Date> logged;
    for (base::Date day : days) logged.insert(monday_of(day));
    std::vector<base::Date> quiet;
    for (int back = kQuietLookback; back >= 1; --back) {
        const base::Date monday = monday_of(today).plus_days(-7 * back);
        if (logged.contains(monday) || is_short_week(monday)) continue;
        int before = 0;
        for (int i = 1; i <= kRhythmWeeks; ++i) before += static_cast<int>(logged.count(monday.plus_days(-7 * i)));
        if (before >= kRhythmLogged) quiet.push_back(monday);
    }
    return quiet;
}

}  // namespace samrum::activity
