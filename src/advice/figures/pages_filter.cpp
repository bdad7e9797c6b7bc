#include "advice/figures/pages_filter.hpp"

#include <algorithm>

namespace samrum::advice::figures {
namespace {

/// Before so many days of a half-year have gone, the one before says more.
constexpr int kHardlyBegun = 45;

base::Period usual_days(base::Date today) {
    const base::Date half = base::Date::of(today.year(), today.month() <= 6 ? 1 : 7, 1);
    if (half.days_until(today) < kHardlyBegun) return {half.plus_months(-6), half.plus_days(-1)};
    return {half, half.plus_months(6).plus_days(-1)};
}

}  // namespace

base::Result<FiguresFilter> filter_in(const web::Fields& query, base::Date today) {
    FiguresFilter filter{usual_days(today), {}, std::string(query.get("municipality"))};
    if (const auto site = sheets::SiteId::parse(query.get("site"))) filter.site = *site;
    if (query.get("first").empty() && query.get("last").empty()) return filter;
    base::ProblemList problems;
    const base::Date first = problems.take(base::Date::parse(query.get("first")), "first");
    const base::Date last = problems.take(base::Date::parse(query.get("last")), "last", first);
    if (problems.empty()) filter.days = problems.take(base::Period::of(first, last), "last", filter.days);
    if (!problems.empty()) return problems.all();
    return filter;
}

web::Fields query_of(const FiguresFilter& filter) {
    web::Fields query;
    query.add("first", filter.days.first().iso());
    query.add("last", filter.days.last()->iso());
    if (filter.site) query.add("site", filter.site->text());
    if (!filter.municipality.empty()) query.add("municipality", filter.municipality);
    return query;
}

}  // namespace samrum::advice::figures
