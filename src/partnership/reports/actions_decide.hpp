#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "partnership/reports/model.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What happens to a report after it was submitted: the arrows of rules_state.hpp, each with its envelope. All but
/// `correct` are the officer's, in the agreement's home room (kWriteAgreements).
namespace samrum::partnership::reports {

inline constexpr std::string_view kReturnedEnvelope = "partnership.report.returned";
inline constexpr std::string_view kCopyEnvelope = "partnership.report.copy";
inline constexpr std::string_view kCorrectionEnvelope = "partnership.report.correction";

/// A part goes back to who wrote it. Problems `report.return.party`, `.why`, both at once.
base::Result<base::Done> send_back(store::Session& room, const module::House& house, const module::Caller& caller,
                                   AgreementId agreement, ReportId id, std::string_view party, std::string why);

/// The steering group approved it, on a day, at a meeting. Every party's room gets its copy.
struct Approval {
    std::string day;      ///< as written
    std::string by;       ///< "styrgruppen"
    std::string meeting;  ///< in words, of meetings_to_choose where there are any; may be empty
};
/// Problems `base.date.*`, `report.approve.not_yet` (a day that lies ahead), `.too_early` (before it was submitted),
/// `.by_missing`, `.no_such_meeting`.
base::Result<base::Done> approve(store::Session& room, const module::House& house, const module::Caller& caller,
                                 AgreementId agreement, ReportId id, const Approval& approval);

/// It was handed to the committee. Problems as above and `report.committee.missing`.
base::Result<base::Done> to_committee(store::Session& room, const module::House& house, const module::Caller& caller,
                                      AgreementId agreement, ReportId id, const std::string& day,
                                      const std::string& committee);

/// Lets anybody read an approved report, instead of its other versions, or takes it from the public page again.
base::Result<base::Done> publish(store::Session& room, const module::Caller& caller, AgreementId agreement, ReportId id,
                                 bool published);

/// Begins the next version of an approved report as a draft, with all that was written; the rooms of the other parties
/// get theirs to correct. An association may begin it, too (kWriteReports). Answers the draft.
base::Result<ReportId> correct(store::Session& room, const module::House& house, const module::Caller& caller,
                               AgreementId agreement, ReportId id);

void receive_returned(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);
void receive_copy(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);
void receive_correction(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

/// The next version of a report that this room has, or the one that is there.
Report open_correction(store::Transaction& tx, const Report& approved, base::Date today);

}  // namespace samrum::partnership::reports
