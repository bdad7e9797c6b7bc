#pragma once
#include "foundation/module/call.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/changes/files_compare.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A changed text of the agreement, which becomes its next version. The old text stays.
namespace samrum::partnership::changes {

/// What a changed document would do.
struct Amendment {
    Event event;  ///< an amendment, or a prolongation where its last day is later
    std::vector<Difference> differences;
};
/// Looks at a changed document: what it changes, and every reason why it cannot be. Nothing is written. Needs
/// kWriteAgreements in the home room. Problems: those of the file with their lines; `partnership.changes.other_key`,
/// `.no_difference`, `.ends_earlier` (an earlier last day is an agreed end); those of the rules.
base::Result<Amendment> preview_amendment(store::Reader& room, const module::Caller& caller, base::Date today,
                                          AgreementId id, const EventInput& input, std::string_view document);
/// Makes it the next version, and the line beside it, in one transaction; both go to the parties' rooms. A party that
/// is new gets every line that was written before.
base::Result<EventId> amend(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                            const module::Caller& caller, base::Date today, base::Instant now, AgreementId id,
                            const EventInput& input, std::string_view document,
                            const std::vector<Document>& documents = {});

/// A version with what it changed in the one before.
struct Version {
    int number = 1;
    std::string made_by;
    base::Instant made_at;
    std::string hash;
    std::string document;
    std::vector<Difference> differences;  ///< none for the first
};
/// Every version without its document and differences, the newest first; none where the caller may not read.
std::vector<Version> list_versions(store::Reader& room, const module::Caller& caller, AgreementId id);
/// Nothing when there is no such version, or the caller may not read the agreement.
std::optional<Version> read_version(store::Reader& room, const module::Caller& caller, AgreementId id, int number);

}  // namespace samrum::partnership::changes
