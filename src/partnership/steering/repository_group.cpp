#include "partnership/steering/repository_group.hpp"

#include "foundation/text/words.hpp"

#include <algorithm>

namespace samrum::partnership::steering {
namespace {

using store::Row;
using store::Statement;

constexpr auto kGroupScope = store::Scope::room;

const Statement kGroups{kGroupScope, "select id, name, content, revision from steering_group order by id"};
const Statement kGroup{kGroupScope, "select id, name, content, revision from steering_group where id = $1"};
const Statement kGroupAgreements{
    kGroupScope, "select agreement from steering_group_agreement where steering_group = $1 order by agreement"};
const Statement kInsertGroup{kGroupScope,
                             "insert into steering_group (id, name, content, revision) values ($1, $2, $3, 1)"};
const Statement kUpdateGroup{
    kGroupScope,
    "update steering_group set name = $3, content = $4, revision = revision + 1 where id = $1 and revision = $2"};
const Statement kClearGroupAgreements{kGroupScope, "delete from steering_group_agreement where steering_group = $1"};
const Statement kInsertGroupAgreement{
    kGroupScope, "insert into steering_group_agreement (steering_group, agreement) values ($1, $2)"};

const Statement kSeats{kGroupScope, R"(
    select id, steering_group, function_name, organisation, convener, co_opted, email, first_day, last_day
    from steering_seat where steering_group = $1 order by convener desc, co_opted, first_day, function_name, id)"};
const Statement kInsertSeat{kGroupScope, R"(
    insert into steering_seat (id, steering_group, function_name, organisation, convener, co_opted, email, first_day,
                               last_day)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9))"};
const Statement kSeatEmail{kGroupScope, "update steering_seat set email = $2 where id = $1"};
const Statement kEndSeat{
    kGroupScope,
    "update steering_seat set last_day = case when first_day > $2 then first_day else $2 end where id = $1"};

#define HOLDING_COLUMNS "select h.id, h.seat, h.person, h.first_day, h.last_day from steering_holding h "
const Statement kHoldings{
    kGroupScope,
    HOLDING_COLUMNS "join steering_seat s on s.id = h.seat where s.steering_group = $1 order by h.first_day, h.id"};
const Statement kHoldingsOfPerson{kGroupScope, HOLDING_COLUMNS "where h.person = $1 order by h.first_day, h.id"};
#undef HOLDING_COLUMNS
const Statement kInsertHolding{
    kGroupScope, "insert into steering_holding (id, seat, person, first_day, last_day) values ($1, $2, $3, $4, $5)"};
const Statement kEndHoldings{kGroupScope,
                             "update steering_holding set last_day = case when first_day > $2 then first_day else $2 "
                             "end where seat = $1 and (last_day is null or last_day > $2)"};
const Statement kDeleteHoldings{kGroupScope, "delete from steering_holding where person = $1"};

Group group_of(const Row& row) {
    return {row.id<GroupId>(0), row.text(1), row.text(2), {}, row.integer(3)};
}
Seat seat_of(const Row& row) {
    return {row.id<SeatId>(0), row.id<GroupId>(1), row.text(2), row.text(3),
            row.flag(4),       row.flag(5),        row.text(6), base::Period{row.date(7), row.maybe(8, &Row::date)}};
}
Holding holding_of(const Row& row) {
    return {row.id<base::Uuid>(0), row.id<SeatId>(1), row.id<base::Uuid>(2),
            base::Period{row.date(3), row.maybe(4, &Row::date)}};
}
void with_agreements(store::Reader& room, Group& group) {
    group.agreements = room.all(
        kGroupAgreements, [](const Row& row) { return row.id<AgreementId>(0); }, group.id);
}
void write_agreements(store::Transaction& tx, const Group& group) {
    tx.run(kClearGroupAgreements, group.id);
    for (const AgreementId& one : group.agreements) tx.run(kInsertGroupAgreement, group.id, one);
}

}  // namespace

std::vector<Group> load_groups(store::Reader& room) {
    auto all = room.all(kGroups, group_of);
    for (Group& one : all) with_agreements(room, one);
    std::ranges::stable_sort(all, {}, [](const Group& one) { return text::sort_key(one.name); });
    return all;
}
std::optional<Group> load_group(store::Reader& room, GroupId id) {
    auto group = room.one(kGroup, group_of, id);
    if (group) with_agreements(room, *group);
    return group;
}
void insert_group(store::Transaction& tx, const Group& group) {
    tx.run(kInsertGroup, group.id, group.name, group.text);
    write_agreements(tx, group);
}
bool update_group(store::Transaction& tx, const Group& group) {
    if (tx.run(kUpdateGroup, group.id, group.revision, group.name, group.text) != 1) return false;
    write_agreements(tx, group);
    return true;
}

std::vector<Seat> load_seats(store::Reader& room, GroupId group) {
    return room.all(kSeats, seat_of, group);
}
void insert_seat(store::Transaction& tx, const Seat& one) {
    tx.run(kInsertSeat, one.id, one.group, one.function, one.organisation, one.convener, one.co_opted, one.email,
           one.period.first(), one.period.last());
}
void update_seat_email(store::Transaction& tx, SeatId id, const std::string& email) {
    tx.run(kSeatEmail, id, email);
}
void end_seat_row(store::Transaction& tx, SeatId id, base::Date last) {
    tx.run(kEndSeat, id, last);
}

std::vector<Holding> load_holdings(store::Reader& room, GroupId group) {
    return room.all(kHoldings, holding_of, group);
}
std::vector<Holding> holdings_of_person(store::Reader& room, const base::Uuid& person) {
    return room.all(kHoldingsOfPerson, holding_of, person);
}
void insert_holding(store::Transaction& tx, const Holding& one) {
    tx.run(kInsertHolding, one.id, one.seat, one.person, one.period.first(), one.period.last());
}
void end_holdings(store::Transaction& tx, SeatId seat, base::Date last) {
    tx.run(kEndHoldings, seat, last);
}
std::int64_t delete_holdings_of(store::Transaction& tx, const base::Uuid& person) {
    return tx.run(kDeleteHoldings, person);
}

}  // namespace samrum::partnership::steering
