#pragma once
#include "partnership/reports/model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::reports {

/// A report that an agreement asks for.
struct Planned {
    std::string key;  ///< in the agreement; empty where its steering asks for it
    ReportKind kind = ReportKind::half_year;
    base::Period period;                   ///< with an end
    std::vector<std::string> writers;      ///< organisations by key: the public side first, one part each
    std::optional<base::Date> stated_due;  ///< empty: the agreement names no day
    std::string title;                     ///< in the agreement's words; empty: the kind's
    std::string source;
};
/// The written reports of an agreement that begin by `horizon`, by their last day. Where the agreement lists none but
/// says how often its steering group follows up by reports, each calendar half-year of its time has one.
std::vector<Planned> planned_reports(const agreement::Agreement& agreement, base::Date horizon);

/// Who writes where nobody is named: the public side together, by its leading party, and each civil party that was
/// there. Who gives something without signing writes nothing.
std::vector<std::string> writers_of(const agreement::Agreement& agreement, const base::Period& period);

/// So long after its period a report is drafted by itself; older ones wait for a person to ask.
inline constexpr int kDraftedWithinDays = 184;
bool is_drafted_by_itself(const Planned& planned, base::Date today);

/// The day by which a report is due: the agreement's, else so many days after its period.
base::Date due_day(const Planned& planned, const Template& layout);

}  // namespace samrum::partnership::reports
