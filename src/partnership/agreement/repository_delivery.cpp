#include "partnership/agreement/repository_delivery.hpp"

namespace samrum::partnership::agreement {
namespace {

using store::Row;
using store::Statement;

constexpr auto kDeliveryScope = store::Scope::room;

const Statement kInsertDelivery{kDeliveryScope, R"(
    insert into delivery (id, direction, agreement_id, commitment, version, measure, measure_version, unit, scope,
                          first_day, last_day, as_of, value_kind, value, difference, note, published, standing,
                          made_at, made_by, previous, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22))"};

#define SAMRUM_DELIVERY_COLUMNS                                                                                  \
    "id, agreement_id, commitment, version, measure, measure_version, unit, scope, first_day, last_day, as_of, " \
    "value_kind, value, difference, note, published, standing, made_at, made_by, previous, hash "

const Statement kFindDelivery{kDeliveryScope, "select " SAMRUM_DELIVERY_COLUMNS "from delivery where id = $1"};
const Statement kNewestVersion{kDeliveryScope,
                               "select " SAMRUM_DELIVERY_COLUMNS
                               "from delivery where agreement_id = $1 and commitment = $2 and measure = $3 and "
                               "scope = $4 and first_day = $5 and last_day = $6 order by version desc limit 1"};
const Statement kDeliveriesOf{kDeliveryScope, "select " SAMRUM_DELIVERY_COLUMNS
                                              "from delivery where agreement_id = $1 "
                                              "order by last_day desc, first_day, commitment, version desc, id"};
const Statement kNumbersMade{kDeliveryScope,
                             "select " SAMRUM_DELIVERY_COLUMNS
                             "from delivery where measure = $1 and direction = 'made' and value_kind = 'number' "
                             "order by first_day, last_day, version"};
#undef SAMRUM_DELIVERY_COLUMNS

const Statement kInsertBinding{kDeliveryScope, R"(
    insert into binding (id, agreement_id, commitment, measure, scope, first_day, last_day)
    values ($1, $2, $3, $4, $5, $6, $7))"};
const Statement kEndBinding{kDeliveryScope, "update binding set last_day = $2 where id = $1"};
const Statement kDeleteBinding{kDeliveryScope, "delete from binding where id = $1"};
const Statement kBindingsOf{kDeliveryScope, R"(
    select id, agreement_id, commitment, measure, scope, first_day, last_day
    from binding where agreement_id = $1 and commitment = $2 order by first_day)"};

const Statement kBindingsOn{kDeliveryScope, R"(
    select id, agreement_id, commitment, measure, scope, first_day, last_day
    from binding where first_day <= $1 and (last_day is null or last_day >= $1)
    order by agreement_id, commitment, first_day)"};

const Statement kCountBindings{kDeliveryScope, "select count(*) from binding where agreement_id = $1"};

const Statement kInsertStanding{kDeliveryScope, R"(
    insert into standing_delivery (id, agreement_id, commitment, every, published, since, ended_on, chosen_by,
                                   chosen_on, paused_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
const Statement kEndStanding{kDeliveryScope,
                             "update standing_delivery set ended_on = $2 where id = $1 and ended_on is null"};
const Statement kPauseStanding{
    kDeliveryScope, "update standing_delivery set paused_on = $1 where ended_on is null and paused_on is null"};
const Statement kResumeStanding{
    kDeliveryScope, "update standing_delivery set paused_on = null where ended_on is null and paused_on is not null"};
const Statement kStandingRules{kDeliveryScope, R"(
    select id, agreement_id, commitment, every, published, since, ended_on, chosen_by, chosen_on, paused_on
    from standing_delivery where ended_on is null order by since, id)"};

Delivery delivery_row(const Row& row) {
    Delivery one;
    one.id = row.id<DeliveryId>(0);
    one.agreement = row.id<base::Uuid>(1);
    one.commitment = row.text(2);
    one.version = static_cast<int>(row.integer(3));
    one.measure = row.text(4);
    one.measure_version = static_cast<int>(row.integer(5));
    one.unit = row.text(6);
    one.scope = scope_of(row.view(7));
    one.period = base::Period{row.date(8), row.date(9)};
    one.as_of = row.date(10);
    const auto kind = delivered_kind_named(row.view(11));
    base::ensure(kind.has_value(), "the table holds known kinds of value");
    one.value = {*kind, row.integer(12)};
    one.difference = row.maybe(13, &Row::integer);
    one.note = row.text(14);
    one.published = row.flag(15);
    one.standing = row.flag(16);
    one.made_at = row.instant(17);
    one.made_by = row.text(18);
    one.previous = row.text(19);
    one.hash = row.text(20);
    return one;
}

Binding binding_row(const Row& row) {
    return {row.id<BindingId>(0), row.id<base::Uuid>(1), row.text(2),
            row.text(3),          scope_of(row.view(4)), base::Period{row.date(5), row.maybe(6, &Row::date)}};
}

StandingDelivery standing_row(const Row& row) {
    const auto every = every_named(row.view(3));
    base::ensure(every.has_value(), "the table holds known rhythms");
    return {row.id<StandingDeliveryId>(0),
            row.id<base::Uuid>(1),
            row.text(2),
            *every,
            row.flag(4),
            row.date(5),
            row.maybe(6, &Row::date),
            row.text(7),
            row.maybe(8, &Row::date),
            row.maybe(9, &Row::date)};
}

}  // namespace

void insert_delivery(store::Transaction& tx, const Delivery& one, Direction direction) {
    tx.run(kInsertDelivery, one.id, direction == Direction::made ? "made" : "received", one.agreement, one.commitment,
           one.version, one.measure, one.measure_version, one.unit, scope_text(one.scope), one.period.first(),
           one.period.last(), one.as_of, delivered_kind_name(one.value.kind), one.value.number, one.difference,
           one.note, one.published, one.standing, one.made_at, one.made_by, one.previous, one.hash);
}

std::optional<Delivery> find_delivery(store::Reader& room, DeliveryId id) {
    return room.one(kFindDelivery, delivery_row, id);
}

std::optional<Delivery> newest_version(store::Reader& room, const Delivery& like) {
    return room.one(kNewestVersion, delivery_row, like.agreement, like.commitment, like.measure, scope_text(like.scope),
                    like.period.first(), like.period.last());
}

std::vector<Delivery> deliveries_of(store::Reader& room, const base::Uuid& agreement) {
    return room.all(kDeliveriesOf, delivery_row, agreement);
}

std::vector<Delivery> numbers_made(store::Reader& room, std::string_view measure) {
    return room.all(kNumbersMade, delivery_row, measure);
}

void insert_binding(store::Transaction& tx, const Binding& one) {
    tx.run(kInsertBinding, one.id, one.agreement, one.commitment, one.measure, scope_text(one.scope),
           one.period.first(), one.period.last());
}
void end_binding(store::Transaction& tx, BindingId id, base::Date last_day) {
    tx.run(kEndBinding, id, last_day);
}
void delete_binding(store::Transaction& tx, BindingId id) {
    tx.run(kDeleteBinding, id);
}
std::vector<Binding> bindings_of(store::Reader& room, const base::Uuid& agreement, std::string_view commitment) {
    return room.all(kBindingsOf, binding_row, agreement, commitment);
}

std::vector<Binding> bindings_on(store::Reader& room, base::Date day) {
    return room.all(kBindingsOn, binding_row, day);
}

bool has_bindings(store::Reader& room, const base::Uuid& agreement) {
    return room.count(kCountBindings, agreement) > 0;
}

void insert_standing(store::Transaction& tx, const StandingDelivery& rule) {
    tx.run(kInsertStanding, rule.id, rule.agreement, rule.commitment, every_name(rule.every), rule.published,
           rule.since, rule.ended_on, rule.chosen_by, rule.chosen_on, rule.paused_on);
}
void end_standing(store::Transaction& tx, StandingDeliveryId id, base::Date day) {
    tx.run(kEndStanding, id, day);
}
std::int64_t pause_standing(store::Transaction& tx, base::Date day) {
    return tx.run(kPauseStanding, day);
}
std::int64_t resume_standing(store::Transaction& tx) {
    return tx.run(kResumeStanding);
}
std::vector<StandingDelivery> standing_rules(store::Reader& room) {
    return room.all(kStandingRules, standing_row);
}

}  // namespace samrum::partnership::agreement
