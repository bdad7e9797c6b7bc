#include "foundation/base/swedish_holidays.hpp"

namespace samrum::base {
namespace {

constexpr unsigned kFriday = 5;
constexpr unsigned kSaturday = 6;
constexpr unsigned kSunday = 7;
constexpr int kNationalDaySince = 2005;

bool is_month_day(Date day, unsigned month, unsigned of_month) {
    return day.month() == month && day.day() == of_month;
}

/// The given weekday lies in the window of seven days that begins on `first`.
bool is_weekday_from(Date day, unsigned weekday, Date first) {
    return day.weekday() == weekday && day >= first && day <= first.plus_days(6);
}

bool is_midsummer_eve(Date day) {
    return is_weekday_from(day, kFriday, Date::of(day.year(), 6, 19));
}

}  // namespace

Date easter_sunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return Date::of(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1));
}

bool is_swedish_holiday(Date day) {
    if (is_month_day(day, 1, 1) || is_month_day(day, 1, 6) || is_month_day(day, 5, 1) || is_month_day(day, 12, 25) ||
        is_month_day(day, 12, 26))
        return true;
    if (is_month_day(day, 6, 6) && day.year() >= kNationalDaySince) return true;
    const int from_easter = easter_sunday(day.year()).days_until(day);
    if (from_easter == -2 || from_easter == 0 || from_easter == 1 || from_easter == 39 || from_easter == 49)
        return true;
    if (from_easter == 50 && day.year() < kNationalDaySince) return true;
    return is_weekday_from(day, kSaturday, Date::of(day.year(), 6, 20)) ||
           is_weekday_from(day, kSaturday, Date::of(day.year(), 10, 31));
}

bool is_statutory_rest_day(Date day) {
    return day.weekday() == kSaturday || day.weekday() == kSunday || is_swedish_holiday(day) || is_midsummer_eve(day) ||
           is_month_day(day, 12, 24) || is_month_day(day, 12, 31);
}

Date statutory_last_day(Date day) {
    while (is_statutory_rest_day(day)) day = day.plus_days(1);
    return day;
}

Date statutory_weeks_from(Date start, int weeks) {
    return statutory_last_day(start.plus_days(7 * weeks));
}

}  // namespace samrum::base
