#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "partnership/reports/model.hpp"

#include <string_view>

namespace samrum::partnership::reports {

inline constexpr std::string_view kPartEnvelope = "partnership.report.part";

/// Hands a part over: from then on it is not written any more. An association's travels to the agreement's home room;
/// when the last part is in there, the whole is frozen and put on the steering group's agenda. Needs kWriteReports.
/// Problems: those of submit_problems.
base::Result<base::Done> submit_part(store::Session& room, const module::House& house, const module::Caller& caller,
                                     AgreementId agreement, ReportId id, std::string_view party);

/// In the home room: the part of an association arrives. When it is the last one, a job makes the report whole.
void receive_part(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

/// Freezes every report of the room whose parts are all in; answers how many.
inline constexpr std::string_view kCompleteJob = "partnership.reports.complete";
int complete_reports(store::Session& room, const module::House& house);

}  // namespace samrum::partnership::reports
