#include "partnership/steering/repository_owed.hpp"

namespace samrum::partnership::steering {
namespace {

using store::Row;
using store::Statement;

const Statement kOwedActions{store::Scope::room, R"(
    select id, agreement, what, owner, due, closed_on from steering_owed_action
    order by case when closed_on is null then 0 else 1 end, due, id)"};
const Statement kKeepOwedAction{store::Scope::room, R"(
    insert into steering_owed_action (id, agreement, what, owner, due, closed_on) values ($1, $2, $3, $4, $5, $6)
    on conflict (id) do update set what = excluded.what, owner = excluded.owner, due = excluded.due,
        closed_on = excluded.closed_on)"};

}  // namespace

std::vector<OwedAction> load_owed_actions(store::Reader& room) {
    return room.all(kOwedActions, [](const Row& row) {
        return OwedAction{row.id<ActionId>(0), row.id<AgreementId>(1),  row.text(2), row.text(3),
                          row.date(4),         row.maybe(5, &Row::date)};
    });
}
void keep_owed_action(store::Transaction& tx, const OwedAction& one) {
    tx.run(kKeepOwedAction, one.id, one.agreement, one.what, one.owner, one.due, one.closed_on);
}

}  // namespace samrum::partnership::steering
