#pragma once
#include "foundation/store/store.hpp"
#include "partnership/papers/model.hpp"
#include "partnership/reports/model.hpp"

#include <optional>
#include <vector>

/// What the papers take from their neighbours within the partnership, in one place.
namespace samrum::partnership::papers {

/// The approved reports of an agreement, the latest period first.
std::vector<reports::Report> approved_of(store::Reader& room, AgreementId agreement);
/// The day of the amendment that made a version; nothing for the first.
std::optional<base::Date> amended_on(store::Reader& room, AgreementId agreement, int version);
/// Tells the agreement's way that everybody has signed, the last of them on that day.
void tell_signed(store::Transaction& tx, const store::Actor& who, AgreementId agreement, base::Date on);

}  // namespace samrum::partnership::papers
