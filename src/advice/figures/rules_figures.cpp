#include "advice/figures/rules_figures.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>

namespace samrum::advice::figures {
namespace {

constexpr std::int64_t kSmallestShared = 5;

bool are_too_few(std::int64_t n) {
    return n > 0 && n < kSmallestShared;
}

std::int64_t of_month(const std::vector<sheets::MonthSum>& sums, base::Date month) {
    const auto found = std::ranges::find(sums, month, &sheets::MonthSum::month);
    return found == sums.end() ? 0 : found->n;
}

}  // namespace

base::Period period_before(const base::Period& period) {
    base::ensure(period.last().has_value(), "figures stand beside those of a closed period");
    const base::Date first = period.first(), next = period.last()->plus_days(1);
    if (first.day() == 1 && next.day() == 1) return {first.plus_years(-1), next.plus_years(-1).plus_days(-1)};
    return {first.plus_days(-*period.days()), first.plus_days(-1)};
}

std::optional<std::int64_t> change_percent(std::optional<std::int64_t> before, std::optional<std::int64_t> now) {
    if (!before || !now || *before == 0) return std::nullopt;
    const std::int64_t twice = 200 * (*now - *before);
    return (twice + (twice >= 0 ? *before : -*before)) / (2 * *before);
}

std::vector<ValueFigure> beside(const std::vector<sheets::ValueSum>& now, const std::vector<sheets::ValueSum>& before) {
    std::vector<ValueFigure> all;
    all.reserve(now.size());
    for (const auto& one : now) all.push_back({one.value, one.n, 0});
    for (const auto& one : before) {
        const auto found = std::ranges::find(all, one.value, &ValueFigure::value);
        if (found == all.end())
            all.push_back({one.value, 0, one.n});
        else
            found->before = one.n;
    }
    return all;
}

std::vector<SharedRow> shared_table(std::vector<sheets::ValueSum> values) {
    // "other" is a value of its own too: it takes the small ones in.
    std::int64_t folded = 0;
    std::erase_if(values, [&](const sheets::ValueSum& one) {
        const bool goes = one.value == kFolded || one.n == 0 || are_too_few(one.n);
        if (goes) folded += one.n;
        return goes;
    });
    std::ranges::sort(values, [](const auto& a, const auto& b) { return a.n != b.n ? a.n > b.n : a.value < b.value; });
    while (are_too_few(folded) && !values.empty()) {
        folded += values.back().n;
        values.pop_back();
    }
    std::vector<SharedRow> rows;
    rows.reserve(values.size());
    for (const auto& one : values) rows.push_back({one.value, one.n});
    if (folded > 0) rows.push_back({std::string(kFolded), are_too_few(folded) ? std::nullopt : std::optional(folded)});
    return rows;
}

bool is_half_years(const base::Period& period) {
    const auto begins = [](base::Date day) { return day.day() == 1 && (day.month() == 1 || day.month() == 7); };
    return period.last() && begins(period.first()) && begins(period.last()->plus_days(1));
}

std::vector<MonthFigure> months_of(const base::Period& period, const std::vector<sheets::MonthSum>& visits,
                                   const std::vector<sheets::MonthSum>& sessions) {
    std::vector<MonthFigure> months;
    base::Date month = base::Date::of(period.first().year(), period.first().month(), 1);
    for (; month <= period.last().value_or(period.first()); month = month.plus_months(1))
        months.push_back({month, of_month(visits, month), of_month(sessions, month)});
    return months;
}

}  // namespace samrum::advice::figures
