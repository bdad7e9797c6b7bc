#pragma once
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::reports {

/// What is still to be done about a report: nobody has begun it, a part is written in this room, a part is awaited from
/// another party's room, the steering group is to approve it.
enum class Wanted { begin, part, awaited, approval };

struct OpenReport {
    Wanted wanted = Wanted::begin;
    Planned planned;
    base::Date due;                       ///< of an approval: so long after the last part came
    std::vector<std::string> parties;     ///< whose it is to do, by key; empty: all parties'
    std::optional<ReportId> report = {};  ///< empty until it is begun
    int version = 1;
};
/// Every report of an agreement that is not done yet and whose time has an end by `horizon`, as this room knows it: the
/// home room waits for every party's part, another room for its own. One that nobody has begun is
/// asked for as long as the agreement is in force, and for kDraftedWithinDays after its time.
std::vector<OpenReport> open_reports_of(store::Reader& room, const Case& about, base::Date today, base::Date horizon);

}  // namespace samrum::partnership::reports
