#include "partnership/agreement/rules_next_figure.hpp"

#include "partnership/agreement/rules_delivery.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

/// The latest stretch that arrived by itself; a correction of it by hand changes nothing in that.
const Delivery* latest_standing(const std::vector<Delivery>& deliveries) {
    const Delivery* latest = nullptr;
    for (const Delivery& one : deliveries)
        if (one.standing && (!latest || *latest->period.last() < *one.period.last())) latest = &one;
    return latest;
}

/// The day on which the stretch after the latest one is over; nothing when that day is past or the agreement ends
/// before.
std::optional<base::Date> next_by_rhythm(const Term& term, const std::vector<Delivery>& deliveries, base::Date today) {
    const auto every = rhythm_of(deliveries);
    if (!every) return std::nullopt;
    const base::Date day = next_standing_day(*every, latest_standing(deliveries)->period.last()->plus_days(1));
    const auto end = term.ended ? std::optional(term.ended->on) : term.last;
    if (day < today || (end && day.plus_days(-1) > *end)) return std::nullopt;
    return day;
}

bool tells_of(const std::vector<Delivery>& deliveries, const base::Period& stretch) {
    return std::ranges::any_of(deliveries, [&](const Delivery& one) {
        return one.period.contains(stretch.first()) && one.period.contains(*stretch.last());
    });
}

/// Is the report to be handed in by somebody who promised this? One that names nobody concerns all.
bool asks(const Agreement& agreement, const KeyDate& date, const Commitment& commitment) {
    const auto report = std::ranges::find(agreement.reports, date.subject, &Report::key);
    if (report == agreement.reports.end() || report->from.empty()) return true;
    return std::ranges::any_of(report->from, [&](const std::string& from) {
        return std::ranges::find(commitment.by, from) != commitment.by.end();
    });
}

}  // namespace

std::optional<Every> rhythm_of(const std::vector<Delivery>& of_commitment) {
    const Delivery* latest = latest_standing(of_commitment);
    if (!latest) return std::nullopt;
    const base::Date month_later = latest->period.first().plus_months(1);
    return *latest->period.last() < month_later ? Every::month : Every::half_year;
}

std::optional<NextFigure> next_figure(const Agreement& agreement, std::span<const KeyDate> dates,
                                      const Commitment& commitment, const std::vector<Delivery>& of_commitment,
                                      base::Date today) {
    const auto report = std::ranges::find_if(dates, [&](const KeyDate& one) {
        const bool told = one.covers && one.covers->last() && tells_of(of_commitment, *one.covers);
        return one.kind == DateKind::report && one.day >= today && !told && asks(agreement, one, commitment);
    });
    const auto by_itself = next_by_rhythm(agreement.term, of_commitment, today);
    if (report != dates.end() && (!by_itself || report->day <= *by_itself)) return NextFigure{report->day, *report};
    if (by_itself) return NextFigure{*by_itself, std::nullopt};
    return std::nullopt;
}

}  // namespace samrum::partnership::agreement
