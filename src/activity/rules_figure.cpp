#include "activity/rules_figure.hpp"

namespace samrum::activity {

base::Period period_before(const base::Period& period) {
    base::ensure(period.last().has_value(), "growth is measured over a closed period");
    const base::Date first = period.first(), next = period.last()->plus_days(1);
    if (first.day() == 1 && next.day() == 1) return {first.plus_years(-1), next.plus_years(-1).plus_days(-1)};
    return {first.plus_days(-*period.days()), first.plus_days(-1)};
}

std::optional<std::int64_t> growth_percent(std::optional<std::int64_t> before, std::optional<std::int64_t> now) {
    if (!before || !now || *before == 0) return std::nullopt;
    const std::int64_t twice = 200 * (*now - *before);
    return (twice + (twice >= 0 ? *before : -*before)) / (2 * *before);
}

std::optional<std::int64_t> percent_of(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return (200 * part + whole) / (2 * whole);
}

}  // namespace samrum::activity
