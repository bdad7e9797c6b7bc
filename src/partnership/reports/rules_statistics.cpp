#include "partnership/reports/rules_statistics.hpp"

#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_signal.hpp"
#include "partnership/agreement/rules_stretches.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using agreement::CommitmentRow;
using agreement::Delivery;
using base::Period;

bool lies_in(const Period& inner, const Period& outer) {
    const auto common = inner.intersection(outer);
    return common && *common == inner;
}

/// What was delivered for the days: of exactly them, else the stretches within them that lie end to end, else the
/// latest level within them.
std::optional<StatedValue> stated_for(const std::vector<Delivery>& deliveries, const Period& period, bool adds) {
    std::vector<Delivery> within;
    for (const Delivery& one : deliveries) {
        if (one.period == period) return StatedValue{one.value, one.period, one.as_of};
        if (lies_in(one.period, period)) within.push_back(one);
    }
    if (within.empty()) return std::nullopt;
    const Delivery& latest = within.front();
    if (const auto sum = adds ? agreement::added_up(within) : std::nullopt)
        return StatedValue{{DeliveredValue::Kind::number, sum->number}, sum->period, sum->as_of};
    return StatedValue{latest.value, latest.period, latest.as_of};
}

std::vector<Delivery> of_commitment(const std::vector<Delivery>& all, const std::string& key) {
    std::vector<Delivery> some;
    for (const Delivery& one : all)
        if (one.commitment == key) some.push_back(one);
    return some;
}
/// Under the agreement before, the promise may bear another key: its measure is the same.
std::vector<Delivery> of_measure(const std::vector<Delivery>& all, const std::string& measure) {
    std::vector<Delivery> some;
    for (const Delivery& one : all)
        if (!one.commitment.empty() && one.measure == measure) some.push_back(one);
    return some;
}

StatisticsRow row_of_commitment(const CommitmentRow& commitment, const Delivered& delivered, const Period& period,
                                const AddsUp& adds_up) {
    const auto own = of_commitment(delivered.own, commitment.key);
    StatisticsRow row;
    row.commitment = commitment.key;
    row.party = commitment.party;
    row.title = commitment.title;
    row.measure = own.empty() ? commitment.measure : own.front().measure;
    row.unit = own.empty() ? "" : own.front().unit;
    const bool adds = adds_up(row.measure);
    row.now = stated_for(own, period, adds);
    const Period before = period_before(period);
    row.before = stated_for(own, before, adds);
    if (!row.before && !row.measure.empty()) {
        const auto earlier = of_measure(delivered.predecessor, row.measure);
        row.before = stated_for(earlier, before, adds);
        if (row.unit.empty() && !earlier.empty()) row.unit = earlier.front().unit;
    }
    return row;
}

std::optional<StatedValue> signal_value(const std::vector<Delivery>& signals, const Delivery& like,
                                        const Period& period) {
    for (const Delivery& one : signals)
        if (one.measure == like.measure && one.scope == like.scope && one.period == period)
            return StatedValue{one.value, one.period, one.as_of};
    return std::nullopt;
}

}  // namespace

Period period_before(const Period& period) {
    const int months = agreement::months_in(period, *period.last());
    return {period.first().plus_months(-months), period.first().plus_days(-1)};
}

std::vector<StatisticsRow> statistics_of(const std::vector<CommitmentRow>& commitments, const Delivered& delivered,
                                         const Period& period, const AddsUp& adds_up) {
    std::vector<StatisticsRow> rows;
    for (const CommitmentRow& one : commitments) {
        StatisticsRow row = row_of_commitment(one, delivered, period, adds_up);
        const bool counted = !one.readings.empty() || !one.measure.empty();
        if (counted || row.now || row.before) rows.push_back(std::move(row));
    }
    const auto signals = agreement::signals_of(delivered.own);
    for (const Delivery& one : signals) {
        if (!lies_in(one.period, period)) continue;
        const auto value = agreement::row_of(one.scope);
        rows.push_back({"", "", "", one.measure, one.unit, value->first, value->second,
                        StatedValue{one.value, one.period, one.as_of},
                        signal_value(signals, one, period_before(one.period))});
    }
    return rows;
}

}  // namespace samrum::partnership::reports
