#include "app/repository_handover.hpp"

namespace samrum::app {
namespace {

using store::Row;
using store::Statement;

constexpr auto kRoom = store::Scope::room;

const Statement kInsertHandover{kRoom, R"(
    insert into handover (id, from_account, from_function, to_account, to_function, first_day, note, moved, agreed_on,
                          agreed_by, done_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
const Statement kHandovers{kRoom, R"(
    select id, from_account, from_function, to_account, to_function, first_day, note, moved, agreed_on, agreed_by,
           done_on
    from handover order by first_day desc, id desc)"};
const Statement kDueHandovers{kRoom, R"(
    select id, from_account, from_function, to_account, to_function, first_day, note, moved, agreed_on, agreed_by,
           done_on
    from handover where first_day <= $1 and done_on is null order by first_day, id)"};
const Statement kHandoverDone{kRoom, "update handover set done_on = $2 where id = $1"};
const Statement kDropHandovers{kRoom, "delete from handover where first_day < $1 and done_on is not null"};

Handover handover_row(const Row& row) {
    return {row.id<base::Uuid>(0),
            row.id<module::AccountId>(1),
            row.text(2),
            row.id<module::AccountId>(3),
            row.text(4),
            row.date(5),
            row.text(6),
            row.text(7),
            row.date(8),
            row.text(9),
            row.maybe(10, &Row::date)};
}

}  // namespace

void insert_handover(store::Transaction& tx, const Handover& one) {
    tx.run(kInsertHandover, one.id, one.from, one.from_function, one.to, one.to_function, one.first, one.note,
           one.moved, one.agreed_on, one.agreed_by, one.done_on);
}
std::vector<Handover> load_handovers(store::Reader& room) {
    return room.all(kHandovers, handover_row);
}
std::vector<Handover> due_handovers(store::Reader& room, base::Date today) {
    return room.all(kDueHandovers, handover_row, today);
}
void mark_handover_done(store::Transaction& tx, const base::Uuid& id, base::Date today) {
    tx.run(kHandoverDone, id, today);
}
std::int64_t delete_handovers_before(store::Transaction& tx, base::Date first) {
    return tx.run(kDropHandovers, first);
}

}  // namespace samrum::app
