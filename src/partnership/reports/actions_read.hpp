#pragma once
#include "foundation/module/call.hpp"
#include "partnership/reports/model.hpp"

#include <optional>
#include <vector>

/// What pages, commands and other slices read of reports. Each function looks at who asks, or says that it does not.
namespace samrum::partnership::reports {

/// Does not look at who asks, for other slices of the agreement's own room: the newest approved version of each report
/// of an agreement with its statistics, the latest period first.
std::vector<Report> approved_reports(store::Reader& room, AgreementId agreement);

/// The reports of an agreement, the latest period and version first; drafts show the figures of today. Who does not
/// write here sees those that were submitted. Needs to be able to read the agreement.
std::vector<Report> read_reports(store::Reader& room, const module::House& house, const module::Caller& caller,
                                 AgreementId agreement);
std::optional<Report> read_report(store::Reader& room, const module::House& house, const module::Caller& caller,
                                  AgreementId agreement, ReportId id);
/// The version before it, to show what differs.
std::optional<Report> version_before(store::Reader& room, const Report& report);

/// Open to anybody, in the agreement's home room: the version of each report that was published, the latest period
/// first. A newer version takes its place only when somebody publishes it.
std::vector<Report> public_reports(store::Reader& room, AgreementId agreement);

}  // namespace samrum::partnership::reports
