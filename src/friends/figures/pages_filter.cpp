#include "friends/figures/pages_filter.hpp"

namespace samrum::friends::figures {
namespace {

/// Before so many days of a half-year have gone, the one before says more.
constexpr int kHardlyBegunDays = 45;

}  // namespace

FiguresFilter filter_in(const module::Call& call) {
    const base::Date today = call.today();
    const base::Date half = base::Date::of(today.year(), today.month() <= 6 ? 1 : 7, 1);
    const base::Date begin = half.days_until(today) < kHardlyBegunDays ? half.plus_months(-6) : half;
    FiguresFilter filter{{begin, begin.plus_months(6).plus_days(-1)}, std::string(call.request.query.get("programme"))};
    const auto first = base::Date::parse(call.request.query.get("first")),
               last = base::Date::parse(call.request.query.get("last"));
    if (first && last)
        if (const auto days = base::Period::of(*first, *last)) filter.days = *days;
    return filter;
}
web::Fields query_of(const FiguresFilter& filter) {
    web::Fields query;
    query.add("first", filter.days.first().iso());
    query.add("last", filter.days.last()->iso());
    if (!filter.programme.empty()) query.add("programme", filter.programme);
    return query;
}

}  // namespace samrum::friends::figures
