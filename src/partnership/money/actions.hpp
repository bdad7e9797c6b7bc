#pragma once
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"
#include "partnership/money/rules_live.hpp"

#include <optional>
#include <string>

/// Who may do what with money, and what every action here begins with.
namespace samrum::partnership::money {

/// Plan, authorise, note, decide: officers in the agreement's home room. Others who may read the agreement read its
/// money.
extern const module::Permission kHandleMoney;

/// One agreement's money at one moment.
struct Case {
    agreement::AgreementHead head;
    agreement::Agreement agreement;  ///< as its document says, with an ending that came since
    Ledger ledger;
    LivePlan plan;
};
/// Nothing when there is no such agreement, or when it lives in another room: a copy has no money.
std::optional<Case> load_case(store::Reader& room, AgreementId id, base::Date today);

/// How far ahead the plan of an agreement without end looks.
base::Date horizon_of(base::Date today);

/// Who the caller is in what they sign; problems where nobody signed in, as from the command line.
Signed signed_by(const module::Caller& caller, base::Date on);

bool may_handle(const module::Caller& caller);

}  // namespace samrum::partnership::money
