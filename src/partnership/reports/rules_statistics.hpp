#pragma once
#include "partnership/agreement/model_index.hpp"
#include "partnership/reports/model.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace samrum::partnership::reports {

/// Do figures of a measure add up over time?
using AddsUp = std::function<bool(std::string_view measure)>;

/// The stretch before, as long: the half-year before, or the year.
base::Period period_before(const base::Period& period);

/// What a report's statistics are made from: deliveries and nothing else, so that a report tells nothing that was not
/// handed over. Both lists hold the newest version of each figure, the latest period first.
struct Delivered {
    std::vector<agreement::Delivery> own;
    std::vector<agreement::Delivery> predecessor;  ///< of the agreement before, for the figures beside
};

/// One row a promise that is counted or was delivered, in the agreement's order, then the rows of needs signals. Each
/// figure keeps the days that it counts: the report's own, or, added up, as far as they were delivered end to end.
std::vector<StatisticsRow> statistics_of(const std::vector<agreement::CommitmentRow>& commitments,
                                         const Delivered& delivered, const base::Period& period, const AddsUp& adds_up);

}  // namespace samrum::partnership::reports
