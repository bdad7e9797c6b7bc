#include "partnership/agreement/rules_progress.hpp"

#include "partnership/agreement/rules_stretches.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;

constexpr int kForecastAfterShare = 6;     // a sixth of the window
constexpr double kEightyPercent = 1.2816;  // two-sided normal quantile
constexpr int kWeek = 7;

Date last_day(const Period& window) {
    base::ensure(window.last().has_value(), "a window ends");
    return *window.last();
}

/// How much of the window has passed with the end of `today`, in the units that expectation runs over.
struct Elapsed {
    int gone = 0;
    int all = 0;
};
Elapsed elapsed(const Period& window, const std::vector<Date>& planned, Date today) {
    const auto in_window = [&](Date day) { return window.contains(day); };
    const auto all = std::count_if(planned.begin(), planned.end(), in_window);
    if (all > 0) {
        const auto gone =
            std::count_if(planned.begin(), planned.end(), [&](Date day) { return in_window(day) && day <= today; });
        return {static_cast<int>(gone), static_cast<int>(all)};
    }
    return {window.first().days_until(std::min(today, last_day(window))) + 1, *window.days()};
}

/// Totals of the whole weeks from the window's first day that ended by `today`.
std::vector<double> weekly_totals(const Period& window, const std::vector<Counted>& counted, Date today) {
    const int weeks = (window.first().days_until(today) + 1) / kWeek;
    std::vector<double> totals(static_cast<std::size_t>(std::max(weeks, 0)), 0.0);
    for (const Counted& one : counted) {
        const int week = window.first().days_until(one.day) / kWeek;
        if (one.day >= window.first() && week < weeks)
            totals[static_cast<std::size_t>(week)] += static_cast<double>(one.amount);
    }
    return totals;
}

std::optional<Forecast> forecast_of(const Period& window, const std::vector<Counted>& counted,
                                    const std::vector<Date>& planned, Date today, std::int64_t so_far) {
    if (today < window.first() || today >= last_day(window)) return std::nullopt;
    const int days_gone = window.first().days_until(today) + 1;
    if (days_gone * kForecastAfterShare < *window.days()) return std::nullopt;
    const std::vector<double> totals = weekly_totals(window, counted, today);
    if (totals.size() < 2) return std::nullopt;

    const auto weeks_gone = static_cast<double>(totals.size());
    double sum = 0;
    for (double total : totals) sum += total;
    const double mean = sum / weeks_gone;
    double squares = 0;
    for (double total : totals) squares += (total - mean) * (total - mean);
    const double spread = std::sqrt(squares / (weeks_gone - 1));

    // Where open days are planned, a week to come weighs as its share of them: a closed summer forecasts nothing.
    const Elapsed open = elapsed(window, planned, today);
    const double weeks_left = open.gone > 0 ? static_cast<double>(open.all - open.gone) / open.gone * (days_gone / 7.0)
                                            : (*window.days() - days_gone) / 7.0;
    const double middle = static_cast<double>(so_far) + mean * weeks_left;
    const double half = kEightyPercent * spread * std::sqrt(weeks_left * (1 + weeks_left / weeks_gone));
    return Forecast{std::max(so_far, static_cast<std::int64_t>(std::floor(middle - half))),
                    static_cast<std::int64_t>(std::ceil(middle + half))};
}

/// Does any value of the range keep the promise, and does every one?
struct Keeps {
    bool some = false;
    bool all = false;
};
Keeps keeps(const Target& target, const Forecast& range) {
    const std::int64_t least = target.bound() == Bound::at_most ? INT64_MIN : target.quantity();
    const std::int64_t most = target.bound() == Bound::at_least  ? INT64_MAX
                              : target.bound() == Bound::between ? target.upper().value_or(target.quantity())
                                                                 : target.quantity();
    return {range.high >= least && range.low <= most, range.low >= least && range.high <= most};
}

Attainment attainment_of(const Target& target, const Period& window, Date today, std::int64_t so_far,
                         const std::optional<Forecast>& forecast) {
    if (today < window.first()) return Attainment::not_begun;
    if (today >= last_day(window)) return target.kept_by(so_far) ? Attainment::kept : Attainment::not_kept;
    if (target.bound() == Bound::at_least && so_far >= target.quantity()) return Attainment::reached;
    const bool overshot = target.bound() != Bound::at_least && so_far > target.upper().value_or(target.quantity());
    if (overshot) return Attainment::off_course;
    if (!forecast) return Attainment::too_early;
    const Keeps range = keeps(target, *forecast);
    return range.all ? Attainment::on_course : range.some ? Attainment::uncertain : Attainment::off_course;
}

}  // namespace

std::vector<Window> windows(const Period& agreement, Per per, Date until) {
    // Past the longest stretch, so that an open end cuts none of those that have begun.
    const Date horizon = std::max(until, agreement.first()).plus_months(13);
    std::vector<Window> all;
    for (const Stretch& one : stretches(agreement, per, {}, horizon)) {
        const bool ahead_of_open_end = !agreement.last() && one.within.first() > until;
        if (!ahead_of_open_end || all.empty())
            all.push_back({Period{one.within.first(), one.within.last().value_or(std::max(until, one.within.first()))},
                           one.is_partial()});
    }
    return all;
}

std::optional<Window> window_on(const std::vector<Window>& all, Date day) {
    for (const Window& window : all)
        if (window.period.contains(day)) return window;
    return std::nullopt;
}

std::int64_t expected_by(const Target& target, const Period& window, const std::vector<Date>& planned, Date day) {
    const Elapsed part = elapsed(window, planned, day);
    return static_cast<std::int64_t>(
        std::llround(static_cast<double>(target.quantity()) * part.gone / std::max(part.all, 1)));
}

Progress progress(const Target& target, const Period& window, const std::vector<Counted>& counted,
                  const std::vector<Date>& planned, Date today) {
    Progress now;
    for (const Counted& one : counted)
        if (window.contains(one.day) && one.day <= today) now.so_far += one.amount;
    if (today >= window.first()) now.expected = expected_by(target, window, planned, today);
    now.forecast = forecast_of(window, counted, planned, today, now.so_far);
    now.attainment = attainment_of(target, window, today, now.so_far, now.forecast);
    return now;
}

std::vector<Counted> running_sum(const Period& window, const std::vector<Counted>& counted, Date today) {
    const Date end = std::min(today, last_day(window));
    if (end < window.first()) return {};
    std::map<Date, std::int64_t> by_day{{window.first(), 0}, {end, 0}};
    for (const Counted& one : counted)
        if (window.contains(one.day) && one.day <= end) by_day[one.day] += one.amount;
    std::vector<Counted> points;
    std::int64_t sum = 0;
    points.reserve(by_day.size());
    for (const auto& [day, amount] : by_day) points.push_back({day, sum += amount});
    return points;
}

}  // namespace samrum::partnership::agreement
