#pragma once
#include "foundation/store/store.hpp"
#include "partnership/money/model.hpp"

#include <string_view>

namespace samrum::partnership::money {

/// A report was approved: instalments that the agreement lets wait for it wait no more. Called by the reports slice in
/// the transaction of the approval; answers how many were let go. `period` is the one that the report is about.
int meet_report(store::Transaction& tx, const store::Actor& who, AgreementId agreement, std::string_view report,
                const base::Period& period, base::Date on);

}  // namespace samrum::partnership::money
