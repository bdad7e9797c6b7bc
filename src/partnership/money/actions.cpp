#include "partnership/money/actions.hpp"

#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/rules_index.hpp"
#include "partnership/money/repository.hpp"

namespace samrum::partnership::money {

const module::Permission kHandleMoney{"partnership.money", module::Guard::open, {module::Role::officer}};

namespace {
constexpr int kMonthsAhead = 24;
}

base::Date horizon_of(base::Date today) {
    return today.plus_months(kMonthsAhead);
}

std::optional<Case> load_case(store::Reader& room, AgreementId id, base::Date today) {
    const auto head = agreement::find_agreement(room, id);
    const auto place = room.place();
    if (!head || !place || head->home_room != place->uuid()) return std::nullopt;
    Case all{*head, agreement::load_document(room, *head), load_ledger(room, id), {}};
    agreement::note_ending(all.agreement, *head);
    all.plan = live_plan(all.agreement, all.ledger, horizon_of(today), today);
    return all;
}

Signed signed_by(const module::Caller& caller, base::Date on) {
    return {caller.account ? caller.account->text() : "", caller.label, on};
}

bool may_handle(const module::Caller& caller) {
    return module::may_for(caller, kHandleMoney, caller.room_organisation);
}

}  // namespace samrum::partnership::money
