#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/model.hpp"

#include <map>
#include <string>
#include <vector>

namespace samrum::partnership::reports {

/// Drafts a report that the agreement asks for: in the home room with the part of the public party, in an association's
/// room its own, from the work that was done. In one that is there already the
/// sections that nobody has written in are drafted again. Needs kWriteReports.
/// Problems: `report.draft.not_asked_for`, `report.draft.not_over`, `report.draft.not_ours`.
base::Result<ReportId> draft_report(store::Session& room, const module::House& house, const module::Caller& caller,
                                    AgreementId agreement, ReportKind kind, const base::Period& period);

/// Each night: every report whose period is over and that this room has a part in; answers how many were drafted.
/// Drafts go on taking up what was logged late, section by section, until a person writes there.
int draft_due(store::Session& room, const module::House& house);

/// A new report with the parts that this room knows of; those written here hold what could be drafted.
Report drafted(store::Reader& room, const module::House& house, const Case& about, const Planned& planned);

/// The parts of a report before anybody wrote: in an association's room its own alone.
std::vector<Part> blank_parts(const Case& about, const Planned& planned, store::RoomId place);

/// What can be said before a person writes: figures that were handed over in sentences, what the slices tell of the
/// period, and what the figures say of each own promise. In the agreement's language.
std::map<std::string, SectionContent, std::less<>> drafted_sections(store::Reader& room, const module::House& house,
                                                                    const Case& about, const Report& report,
                                                                    const Planned& planned, const Part& part);

}  // namespace samrum::partnership::reports
