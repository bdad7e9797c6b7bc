#pragma once
#include "foundation/store/store.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/model_index.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/money/actions.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::overview {

/// The dates of an agreement as things stand in a room.
struct DatesNow {
    std::vector<agreement::KeyDate> stated;  ///< of the document, without those that the room knows more about
    std::vector<agreement::KeyDate> open;    ///< what it knows to be undone, late or not: reports, steps, payments
};

/// Where the document alone says that a half-year report is due, the room knows whether it was written; the same goes
/// for accounts to a committee, payments, meetings and what the parties owe each other after a deviation or a review.
/// `live` is the money of the agreement's home room; a copy knows of no payments, and of no meetings.
DatesNow dates_now(store::Reader& room, const agreement::AgreementHead& head, const agreement::AgreementFile& file,
                   const std::optional<money::Case>& live, base::Date today, base::Date horizon);

}  // namespace samrum::partnership::overview
