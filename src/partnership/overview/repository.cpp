#include "partnership/overview/repository.hpp"

#include "foundation/text/words.hpp"

namespace samrum::partnership::overview {
namespace {

using store::Row;
using store::Statement;

constexpr auto kRoomScope = store::Scope::room;

// Thousands of rows at a time: only what choosing and ordering asks for.
const Statement kRows{kRoomScope, R"(
    select a.id, a.first_day, a.last_day, a.open_end, coalesce(a.closed_on, a.ended_on), a.ending_from, a.closed_how,
           r.next_day, case when $1 then r.civil_names else r.public_names end,
           case when $1 then r.civil_order else r.public_order end,
           case when $2 then coalesce(r.found, a.folded) else '' end
    from agreement a left join overview_row r on r.agreement_id = a.id
    order by a.sort_key, a.id)"};

// Fifty ids at once; a shorter page fills up with empty text, which is no id.
#define SAMRUM_FIFTY                                                                                         \
    "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, " \
    "$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, "   \
    "$43, $44, $45, $46, $47, $48, $49, $50)"
const Statement kHeads{
    kRoomScope,
    "select a.id, a.title, a.activity, r.next_day, r.next_kind, r.next_subject, r.next_times,"
    " r.next_owner, r.agreement_id from agreement a left join overview_row r on r.agreement_id = a.id"
    " where a.id in " SAMRUM_FIFTY};
const Statement kFigures{kRoomScope,
                         "select agreement_id, commitment, title, bound, quantity, upper_quantity, target_unit, per,"
                         " value_kind, value, unit, first_day, last_day, as_of from overview_figure"
                         " where agreement_id in " SAMRUM_FIFTY " order by agreement_id, position"};
const Statement kMoneyOf{kRoomScope,
                         "select agreement_id, payer, year, decided, paid, unknown from overview_money"
                         " where agreement_id in " SAMRUM_FIFTY " order by agreement_id, year = 0, year, payer"};
const Statement kBindingsOfPage{kRoomScope,
                                "select id, agreement_id, commitment, measure, scope, first_day, last_day from binding"
                                " where agreement_id in " SAMRUM_FIFTY " order by agreement_id, commitment, first_day"};
#undef SAMRUM_FIFTY

const Statement kMoney{kRoomScope, R"(
    select payer, year, sum(decided), sum(paid), sum(unknown), count(*), count(paid)
    from overview_money where year = 0 or (year >= $1 and year <= $2) group by year, payer order by year = 0, year, payer)"};
const Statement kMoneyByAgreement{kRoomScope, R"(
    select agreement_id, payer, year, decided, paid, unknown
    from overview_money where year = 0 or (year >= $1 and year <= $2) order by agreement_id, year = 0, year, payer)"};

// What each row hangs on, from the tables of the slices that it is computed from: each is read once, not once a row.
const Statement kFreshness{kRoomScope, R"(
    select a.id, a.version, coalesce(a.ending_from, ''), coalesce(a.closed_on, ''), a.closed_how,
           coalesce(d.n, 0), coalesce(p.n, 0), coalesce(m.n, 0), coalesce(b.n, 0), coalesce(c.n, 0), coalesce(s.n, 0),
           coalesce(e.n, 0), coalesce(f.n, 0), coalesce(g.n, 0), coalesce(o.n, 0), r.stamp, r.computed_on, r.next_day
    from agreement a left join overview_row r on r.agreement_id = a.id
    left join (select agreement_id, count(*) as n from delivery group by agreement_id) d on d.agreement_id = a.id
    left join (select agreement_id, count(*) + count(second_on) + count(paid_on) as n from money_payment
               group by agreement_id) p on p.agreement_id = a.id
    left join (select agreement_id, count(*) as n from money_answer group by agreement_id) m on m.agreement_id = a.id
    left join (select w.agreement_id, count(*) + count(w.withdrawn_on) as n
               from (select agreement_id, withdrawn_on from money_payer_decision
                     union all select agreement_id, withdrawn_on from money_decision) w
               group by w.agreement_id) b on b.agreement_id = a.id
    left join (select agreement_id, count(*) as n from reading_choice group by agreement_id) c on c.agreement_id = a.id
    left join (select x.agreement, cast(sum(y.revision) as bigint) as n from steering_meeting_agreement x
               join steering_meeting y on y.id = x.meeting group by x.agreement) s on s.agreement = a.id
    left join (select agreement, count(*) as n from agreement_event group by agreement) e on e.agreement = a.id
    left join (select agreement_id, count(*) + 2 * count(submitted_on) + 3 * count(approved_on) as n from report
               group by agreement_id) f on f.agreement_id = a.id
    left join (select q.agreement_id, cast(sum(t.position + 1) as bigint) as n from report q
               join report_part t on t.report_id = q.id and t.submitted_on is not null group by q.agreement_id) g
              on g.agreement_id = a.id
    left join (select agreement, cast(sum(revision + 1) as bigint) as n from papers_memo group by agreement) o
              on o.agreement = a.id)"};
const Statement kSharedByAll{kRoomScope, R"(
    select (select count(*) from money_index_value) + (select count(*) from report_template))"};
const Statement kLastChange{kRoomScope, "select max(seq) from journal"};

const Statement kSaveRow{kRoomScope, R"(
    insert into overview_row (agreement_id, stamp, computed_on, next_day, next_kind, next_subject, next_times,
                              next_owner, public_names, public_order, civil_names, civil_order, found)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict (agreement_id) do update set
        stamp = excluded.stamp, computed_on = excluded.computed_on, next_day = excluded.next_day,
        next_kind = excluded.next_kind, next_subject = excluded.next_subject, next_times = excluded.next_times,
        next_owner = excluded.next_owner,
        public_names = excluded.public_names, public_order = excluded.public_order,
        civil_names = excluded.civil_names, civil_order = excluded.civil_order, found = excluded.found)"};
const Statement kDropFigures{kRoomScope, "delete from overview_figure where agreement_id = $1"};
const Statement kSaveFigure{kRoomScope, R"(
    insert into overview_figure (agreement_id, position, commitment, title, bound, quantity, upper_quantity,
                                 target_unit, per, value_kind, value, unit, first_day, last_day, as_of)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))"};
const Statement kDropMoney{kRoomScope, "delete from overview_money where agreement_id = $1"};
const Statement kSaveMoney{kRoomScope, R"(
    insert into overview_money (agreement_id, payer, year, decided, paid, unknown) values ($1, $2, $3, $4, $5, $6))"};

std::string order_of(const Row& row, int column) {
    if (row.is_null(column)) return {};
    const store::Bytes bytes = row.bytes(column);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
store::Bytes order_bytes(const std::string& text) {
    const std::string key = text::sort_key(text);
    const auto* from = reinterpret_cast<const std::byte*>(key.data());
    return {from, from + key.size()};
}
std::string text_or_empty(const Row& row, int column) {
    return row.is_null(column) ? std::string() : row.text(column);
}

Listed list_row(const Row& row) {
    Listed one;
    one.id = row.id<AgreementId>(0);
    one.first = row.maybe(1, &Row::date);
    one.last = row.maybe(2, &Row::date);
    one.open_end = row.flag(3);
    one.ended_on = row.maybe(4, &Row::date);
    one.ending_from = row.maybe(5, &Row::date);
    one.ended_how = row.text(6);
    one.next_day = row.maybe(7, &Row::date);
    one.other_names = text_or_empty(row, 8);
    one.other_order = order_of(row, 9);
    one.found = row.text(10);
    return one;
}

std::optional<Next> next_of(const Row& row, int from) {
    if (row.is_null(from)) return std::nullopt;
    return Next{row.date(from), row.text(from + 1), row.text(from + 2), static_cast<int>(row.integer(from + 3)),
                row.text(from + 4)};
}

std::optional<agreement::Target> target_of(const Row& row, int from) {
    if (row.is_null(from)) return std::nullopt;
    const auto bound = agreement::value_of<agreement::Bound>(row.view(from));
    const auto per = agreement::value_of<agreement::Per>(row.view(from + 4));
    base::ensure(bound && per, "the table holds words of the model");
    return agreement::Target::of(*bound, row.integer(from + 1), row.maybe(from + 2, &Row::integer), row.text(from + 3),
                                 *per)
        .value();
}

Figure figure_row(const Row& row) {
    Figure one;
    one.commitment = row.text(1);
    one.title = row.text(2);
    one.target = target_of(row, 3);
    if (!row.is_null(8))
        one.value = agreement::DeliveredValue{agreement::delivered_kind_named(row.view(8)).value(), row.integer(9)};
    one.unit = row.text(10);
    if (!row.is_null(11)) one.period = base::Period{row.date(11), row.date(12)};
    one.as_of = row.maybe(13, &Row::date);
    return one;
}

YearMoney money_row(const Row& row, int from) {
    return {row.text(from), static_cast<int>(row.integer(from + 1)), row.money(from + 2),
            row.maybe(from + 3, &Row::money), row.integer(from + 4)};
}

std::vector<store::Value> ids_of(std::span<const Listed> rows) {
    base::ensure(rows.size() <= kPage, "a page is no longer than its statement");
    std::vector<store::Value> ids;
    ids.reserve(kPage);
    for (const Listed& one : rows) ids.push_back(store::to_value(one.id));
    ids.resize(kPage, store::to_value(""));
    return ids;
}

}  // namespace

std::vector<Listed> load_rows(store::Reader& room, bool is_public_room, bool searches) {
    return room.all(kRows, list_row, is_public_room, searches);
}

std::vector<Detail> load_details(store::Reader& room, std::span<const Listed> rows) {
    const auto ids = ids_of(rows);
    std::map<AgreementId, Detail> found;
    room.each(kHeads, ids, [&](const Row& row) {
        Detail& one = found[row.id<AgreementId>(0)];
        one.id = row.id<AgreementId>(0);
        one.title = row.text(1);
        one.activity = row.text(2);
        one.next = next_of(row, 3);
        one.computed = !row.is_null(8);
    });
    room.each(kFigures, ids, [&](const Row& row) { found[row.id<AgreementId>(0)].figures.push_back(figure_row(row)); });
    room.each(kMoneyOf, ids, [&](const Row& row) { found[row.id<AgreementId>(0)].money.push_back(money_row(row, 1)); });
    std::vector<Detail> details;
    details.reserve(rows.size());
    for (const Listed& one : rows) details.push_back(std::move(found[one.id]));
    return details;
}

Bindings load_bindings(store::Reader& room, std::span<const Listed> rows) {
    Bindings all;
    room.each(kBindingsOfPage, ids_of(rows), [&](const Row& row) {
        all[{row.id<AgreementId>(1), row.text(2)}].push_back(
            {row.id<agreement::BindingId>(0), row.id<base::Uuid>(1), row.text(2), row.text(3),
             agreement::scope_of(row.view(4)), base::Period{row.date(5), row.maybe(6, &Row::date)}});
    });
    return all;
}

std::vector<YearMoney> load_money(store::Reader& room, int first_year, int last_year) {
    return room.all(
        kMoney,
        [](const Row& row) {
            YearMoney one{row.text(0), static_cast<int>(row.integer(1)), row.money(2), std::nullopt, row.integer(4)};
            if (row.integer(5) == row.integer(6)) one.paid = row.money(3);
            return one;
        },
        first_year, last_year);
}

std::map<AgreementId, std::vector<YearMoney>> load_money_by_agreement(store::Reader& room, int first_year,
                                                                      int last_year) {
    std::map<AgreementId, std::vector<YearMoney>> all;
    room.each(kMoneyByAgreement, {store::to_value(first_year), store::to_value(last_year)},
              [&](const Row& row) { all[row.id<AgreementId>(0)].push_back(money_row(row, 1)); });
    return all;
}

std::vector<Freshness> load_freshness(store::Reader& room) {
    const std::string shared = std::to_string(room.count(kSharedByAll));
    return room.all(kFreshness, [&](const Row& row) {
        Freshness one;
        one.id = row.id<AgreementId>(0);
        one.stamp_now = std::to_string(row.integer(1)) + "/" + row.text(2) + "/" + row.text(3) + "/" + row.text(4);
        for (int column = 5; column <= 14; ++column) one.stamp_now += "/" + std::to_string(row.integer(column));
        one.stamp_now += "/" + shared;
        one.stamp = row.maybe(15, &Row::text);
        one.computed_on = row.maybe(16, &Row::date);
        one.next_day = row.maybe(17, &Row::date);
        return one;
    });
}

std::int64_t last_change(store::Reader& room) {
    return room.count(kLastChange);
}

void save_computed(store::Transaction& tx, const Computed& one, base::Date today) {
    const auto& next = one.next;
    tx.run(kSaveRow, one.id, one.stamp, today, next ? std::optional(next->day) : std::nullopt,
           next ? next->kind : std::string(), next ? next->subject : std::string(), next ? next->times : 1,
           next ? next->owner : std::string(), one.public_names, order_bytes(one.public_names), one.civil_names,
           order_bytes(one.civil_names), one.found);
    tx.run(kDropFigures, one.id);
    int position = 0;
    for (const Figure& figure : one.figures) {
        const auto& target = figure.target;
        tx.run(kSaveFigure, one.id, ++position, figure.commitment, figure.title,
               target ? std::optional(agreement::word_of(target->bound())) : std::nullopt,
               target ? std::optional(target->quantity()) : std::nullopt, target ? target->upper() : std::nullopt,
               target ? target->unit() : std::string(),
               target ? std::optional(agreement::word_of(target->per())) : std::nullopt,
               figure.value ? std::optional(agreement::delivered_kind_name(figure.value->kind)) : std::nullopt,
               figure.value ? figure.value->number : 0, figure.unit,
               figure.period ? std::optional(figure.period->first()) : std::nullopt,
               figure.period ? figure.period->last() : std::nullopt, figure.as_of);
    }
    tx.run(kDropMoney, one.id);
    for (const YearMoney& money : one.money)
        tx.run(kSaveMoney, one.id, money.payer, money.year, money.decided, money.paid, money.unknown);
}

}  // namespace samrum::partnership::overview
