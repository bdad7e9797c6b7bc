#include "partnership/money/repository.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using agreement::value_of;
using agreement::word_of;
using store::Row;
using store::Scope;
using store::Statement;

#define PAYMENT_COLUMNS                                                                                                \
    "select id, agreement_id, instalment, amount_title, sum, payer_key, payer, recipient, reference, invoice, "        \
    "first_account, first_function, first_on, second_account, second_function, second_on, paid_on, recorded_account, " \
    "recorded_function, recorded_on, corrects, reason, number, series, voucher, history_on from money_payment"
const Statement kPayments{Scope::room, PAYMENT_COLUMNS
                          " where agreement_id = $1 order by case when number is null then 1 else 0 end, number, id"};
const Statement kPayment{Scope::room, PAYMENT_COLUMNS " where id = $1"};
#undef PAYMENT_COLUMNS
const Statement kInsertPayment{
    Scope::room,
    "insert into money_payment (id, agreement_id, instalment, amount_title, sum, payer_key, payer, recipient, "
    "reference, invoice, first_account, first_function, first_on, second_account, second_function, second_on, paid_on, "
    "recorded_account, recorded_function, recorded_on, corrects, reason, number, series, voucher, history_on) values "
    "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, "
    "$25, $26)"};
const Statement kUpdatePayment{
    Scope::room,
    "update money_payment set reference = $2, invoice = $3, first_account = $4, first_function = $5, first_on = $6, "
    "second_account = $7, second_function = $8, second_on = $9, paid_on = $10, recorded_account = $11, "
    "recorded_function = $12, recorded_on = $13, number = $14, series = $15, voucher = $16 where id = $1 and paid_on "
    "is "
    "null"};
const Statement kDeletePayment{Scope::room, "delete from money_payment where id = $1 and paid_on is null"};
const Statement kLastBooked{Scope::room, "select max(number) from money_payment"};
const Statement kLastVoucher{Scope::room, "select max(voucher) from money_payment where series = $1"};
const Statement kSeries{Scope::room, "select series from money_payer where payer = $1"};

const Statement kWaits{Scope::room,
                       "select instalment, report, source, by_account, by_function, set_on, met_on from money_wait "
                       "where agreement_id = $1 order by id"};
const Statement kSaveWait{
    Scope::room,
    "insert into money_wait (id, agreement_id, instalment, report, source, by_account, by_function, set_on, met_on) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (agreement_id, instalment) do update set report = "
    "excluded.report, source = excluded.source, by_account = excluded.by_account, by_function = excluded.by_function, "
    "set_on = excluded.set_on, met_on = excluded.met_on"};
const Statement kDeleteWait{Scope::room, "delete from money_wait where agreement_id = $1 and instalment = $2"};

const Statement kAnswers{Scope::room,
                         "select question, value, motivation, source, by_account, by_function, answered_on from "
                         "money_answer where agreement_id = $1 order by seq desc"};
const Statement kInsertAnswer{
    Scope::room,
    "insert into money_answer (id, agreement_id, question, value, motivation, source, by_account, by_function, "
    "answered_on, seq) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

const Statement kPayerDecisions{
    Scope::room,
    "select id, from_payer, to_payer, starts, body, decided_on, reference, by_account, by_function, noted_on from "
    "money_payer_decision where agreement_id = $1 and withdrawn_on is null order by starts, id"};
const Statement kInsertPayerDecision{
    Scope::room,
    "insert into money_payer_decision (id, agreement_id, from_payer, to_payer, starts, body, decided_on, reference, "
    "by_account, by_function, noted_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
const Statement kWithdrawPayerDecision{
    Scope::room, "update money_payer_decision set withdrawn_on = $2 where id = $1 and withdrawn_on is null"};

const Statement kDecisions{
    Scope::room,
    "select id, kind, amount, stretch, outcome, sum, body, decided_on, reference, motivation, working, by_account, "
    "by_function, noted_on, settled_on from money_decision where agreement_id = $1 and withdrawn_on is null order by "
    "seq"};
const Statement kInsertDecision{Scope::room,
                                "insert into money_decision (id, agreement_id, kind, amount, stretch, outcome, sum, "
                                "body, decided_on, reference, motivation, working, by_account, by_function, noted_on, "
                                "seq) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"};
const Statement kWithdrawDecision{Scope::room,
                                  "update money_decision set withdrawn_on = $2 where id = $1 and withdrawn_on is null "
                                  "and settled_on is null"};
const Statement kSettleDecision{Scope::room,
                                "update money_decision set settled_on = $2 where id = $1 and withdrawn_on is null and "
                                "settled_on is null"};

const Statement kIndexValues{Scope::room,
                             "select series, month, hundredths, preliminary, source, by_account, by_function, "
                             "entered_on from money_index_value order by series, month, seq desc"};
const Statement kInsertIndexValue{
    Scope::room,
    "insert into money_index_value (id, series, month, hundredths, preliminary, source, by_account, by_function, "
    "entered_on, seq) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

const Statement kRoutines{Scope::room,
                          "select payer, routine, reference, number, series, cost_account, cost_name, "
                          "balance_account, balance_name, giving_id from money_payer order by payer"};
const Statement kSaveRoutine{
    Scope::room,
    "insert into money_payer (payer, routine, reference, number, series, cost_account, cost_name, balance_account, "
    "balance_name, giving_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (payer) do update set "
    "routine = excluded.routine, reference = excluded.reference, number = excluded.number, series = excluded.series, "
    "cost_account = excluded.cost_account, cost_name = excluded.cost_name, balance_account = excluded.balance_account, "
    "balance_name = excluded.balance_name, giving_id = excluded.giving_id"};
const Statement kFrames{Scope::room,
                        "select payer, year, sum, source, by_account, by_function, noted_on from money_frame order by "
                        "payer, year"};
const Statement kSaveFrame{
    Scope::room,
    "insert into money_frame (payer, year, sum, source, by_account, by_function, noted_on) values ($1, $2, $3, $4, "
    "$5, $6, $7) on conflict (payer, year) do update set sum = excluded.sum, source = excluded.source, by_account = "
    "excluded.by_account, by_function = excluded.by_function, noted_on = excluded.noted_on"};

const Statement kFunders{Scope::room,
                         "select id, amount, name, share, sum, certainty, source from money_funder where agreement_id "
                         "= $1 and ended_on is null order by id"};
const Statement kInsertFunder{Scope::room,
                              "insert into money_funder (id, agreement_id, amount, name, share, sum, certainty, "
                              "source, noted_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kEndFunder{Scope::room, "update money_funder set ended_on = $2 where id = $1 and ended_on is null"};
const Statement kInKind{Scope::room,
                        "select id, party, what, commitment, value, valued_how from money_in_kind where agreement_id "
                        "= $1 and ended_on is null order by id"};
const Statement kInsertInKind{Scope::room,
                              "insert into money_in_kind (id, agreement_id, party, what, commitment, value, "
                              "valued_how, noted_on) values ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Statement kEndInKind{Scope::room, "update money_in_kind set ended_on = $2 where id = $1 and ended_on is null"};
const Statement kUses{Scope::room,
                      "select amount, stretch, used, source, by_account, by_function, told_on from money_use where "
                      "agreement_id = $1 order by seq desc"};
const Statement kInsertUse{Scope::room,
                           "insert into money_use (id, agreement_id, amount, stretch, used, source, by_account, "
                           "by_function, told_on, seq) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

// Rows that are written in one millisecond have ids in no order: what is newest is counted.
const Statement kLastAnswer{Scope::room, "select max(seq) from money_answer"};
const Statement kLastDecision{Scope::room, "select max(seq) from money_decision"};
const Statement kLastIndexValue{Scope::room, "select max(seq) from money_index_value"};
const Statement kLastUse{Scope::room, "select max(seq) from money_use"};

/// Who signed, in three columns from this one.
Signed signed_from(const Row& row, int column) {
    return {row.text(column), row.text(column + 1), row.date(column + 2)};
}
std::optional<Signed> maybe_signed(const Row& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(signed_from(row, column));
}
std::optional<std::string> account_of(const std::optional<Signed>& by) {
    return by ? std::optional(by->account) : std::nullopt;
}
std::optional<std::string> function_of(const std::optional<Signed>& by) {
    return by ? std::optional(by->function) : std::nullopt;
}
std::optional<base::Date> day_of(const std::optional<Signed>& by) {
    return by ? std::optional(by->on) : std::nullopt;
}

Payment payment_of(const Row& row) {
    Payment one;
    one.id = row.id<PaymentId>(0);
    one.agreement = row.id<AgreementId>(1);
    one.instalment = row.text(2);
    one.amount_title = row.text(3);
    one.sum = row.money(4);
    one.payer_key = row.text(5);
    one.payer = row.text(6);
    one.recipient = row.text(7);
    one.reference = row.text(8);
    one.invoice = row.text(9);
    one.first = signed_from(row, 10);
    one.second = maybe_signed(row, 13);
    one.paid_on = row.maybe(16, &Row::date);
    one.recorded = maybe_signed(row, 17);
    one.corrects = row.maybe_id<PaymentId>(20);
    one.reason = row.text(21);
    one.number = row.is_null(22) ? 0 : row.integer(22);
    one.series = row.text(23);
    one.voucher = row.is_null(24) ? 0 : row.integer(24);
    one.history_on = row.maybe(25, &Row::date);
    return one;
}

Decision decision_of(const Row& row) {
    Decision one;
    one.id = row.id<LedgerId>(0);
    one.kind = value_of<DecisionKind>(row.view(1)).value();
    one.amount = row.text(2);
    one.stretch = row.maybe(3, &Row::date);
    one.outcome = value_of<Outcome>(row.view(4)).value();
    one.sum = row.money(5);
    one.body = row.text(6);
    one.decided_on = row.date(7);
    one.reference = row.text(8);
    one.motivation = row.text(9);
    one.working = row.text(10);
    one.by = signed_from(row, 11);
    one.settled_on = row.maybe(14, &Row::date);
    return one;
}

Funder funder_of(const Row& row) {
    Funder one{row.id<LedgerId>(0), row.text(1), row.text(2), {}, row.maybe(4, &Row::money), {}, row.text(6)};
    if (!row.is_null(3)) one.share = static_cast<int>(row.integer(3));
    one.certainty = value_of<Certainty>(row.view(5)).value();
    return one;
}

/// Keeps the first of each key: the rows come with the newest first.
template <class T, class Key>
std::vector<T> newest_of_each(std::vector<T> all, Key key) {
    std::vector<T> newest;
    for (T& one : all) {
        const auto same = [&](const T& other) { return key(other) == key(one); };
        if (std::ranges::none_of(newest, same)) newest.push_back(std::move(one));
    }
    return newest;
}

}  // namespace

Ledger load_ledger(store::Reader& room, AgreementId agreement) {
    Ledger all;
    all.payments = room.all(kPayments, payment_of, agreement);
    all.answers = newest_of_each(answers_of(room, agreement), [](const Answer& one) { return one.question; });
    all.payer_decisions = room.all(
        kPayerDecisions,
        [](const Row& row) {
            return PayerDecision{row.id<LedgerId>(0), row.text(1), row.text(2), row.date(3),
                                 row.text(4),         row.date(5), row.text(6), signed_from(row, 7)};
        },
        agreement);
    all.waits = room.all(
        kWaits,
        [](const Row& row) {
            return Wait{row.text(0), row.text(1), row.text(2), signed_from(row, 3), row.maybe(6, &Row::date)};
        },
        agreement);
    all.index_values = load_index_values(room);
    all.funders = room.all(kFunders, funder_of, agreement);
    all.in_kind = room.all(
        kInKind,
        [](const Row& row) {
            return InKind{row.id<LedgerId>(0),       row.text(1), row.text(2), row.text(3),
                          row.maybe(4, &Row::money), row.text(5)};
        },
        agreement);
    all.uses =
        newest_of_each(room.all(
                           kUses,
                           [](const Row& row) {
                               return Use{row.text(0), row.date(1), row.money(2), row.text(3), signed_from(row, 4)};
                           },
                           agreement),
                       [](const Use& one) { return std::pair(one.amount, one.stretch); });
    all.decisions = room.all(kDecisions, decision_of, agreement);
    return all;
}

std::optional<Payment> find_payment(store::Reader& room, PaymentId id) {
    return room.one(kPayment, payment_of, id);
}
namespace {

std::optional<std::int64_t> if_given(std::int64_t number) {
    return number > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

void insert_payment(store::Transaction& tx, const Payment& one) {
    tx.run(kInsertPayment, one.id, one.agreement, one.instalment, one.amount_title, one.sum, one.payer_key, one.payer,
           one.recipient, one.reference, one.invoice, one.first.account, one.first.function, one.first.on,
           account_of(one.second), function_of(one.second), day_of(one.second), one.paid_on, account_of(one.recorded),
           function_of(one.recorded), day_of(one.recorded), one.corrects, one.reason, if_given(one.number), one.series,
           if_given(one.voucher), one.history_on);
}
bool update_payment(store::Transaction& tx, const Payment& one) {
    return tx.run(kUpdatePayment, one.id, one.reference, one.invoice, one.first.account, one.first.function,
                  one.first.on, account_of(one.second), function_of(one.second), day_of(one.second), one.paid_on,
                  account_of(one.recorded), function_of(one.recorded), day_of(one.recorded), if_given(one.number),
                  one.series, if_given(one.voucher)) == 1;
}
bool delete_payment(store::Transaction& tx, PaymentId id) {
    return tx.run(kDeletePayment, id) == 1;
}
void give_voucher(store::Reader& room, Payment& one) {
    const auto series = room.one(
        kSeries, [](const Row& row) { return row.text(0); }, one.payer);
    one.series = series.value_or(PayerRoutine{}.series);
    one.voucher = room.count(kLastVoucher, one.series) + 1;
    one.number = room.count(kLastBooked) + 1;
}

void save_wait(store::Transaction& tx, AgreementId agreement, const Wait& one) {
    tx.run(kSaveWait, LedgerId::ordered(), agreement, one.instalment, one.report, one.source, one.by.account,
           one.by.function, one.by.on, one.met_on);
}
bool delete_wait(store::Transaction& tx, AgreementId agreement, std::string_view instalment) {
    return tx.run(kDeleteWait, agreement, instalment) == 1;
}

void insert_answer(store::Transaction& tx, AgreementId agreement, const Answer& one) {
    tx.run(kInsertAnswer, LedgerId::ordered(), agreement, one.question, one.value, one.motivation, one.source,
           one.by.account, one.by.function, one.by.on, tx.count(kLastAnswer) + 1);
}
std::vector<Answer> answers_of(store::Reader& room, AgreementId agreement) {
    return room.all(
        kAnswers,
        [](const Row& row) {
            return Answer{row.text(0), row.text(1), row.text(2), row.text(3), signed_from(row, 4)};
        },
        agreement);
}

void insert_payer_decision(store::Transaction& tx, AgreementId agreement, const PayerDecision& one) {
    tx.run(kInsertPayerDecision, one.id, agreement, one.from_payer, one.to_payer, one.starts, one.body, one.decided_on,
           one.reference, one.by.account, one.by.function, one.by.on);
}
bool withdraw_payer_decision(store::Transaction& tx, LedgerId id, base::Date on) {
    return tx.run(kWithdrawPayerDecision, id, on) == 1;
}
void insert_decision(store::Transaction& tx, AgreementId agreement, const Decision& one) {
    tx.run(kInsertDecision, one.id, agreement, word_of(one.kind), one.amount, one.stretch, word_of(one.outcome),
           one.sum, one.body, one.decided_on, one.reference, one.motivation, one.working, one.by.account,
           one.by.function, one.by.on, tx.count(kLastDecision) + 1);
}
bool withdraw_decision(store::Transaction& tx, LedgerId id, base::Date on) {
    return tx.run(kWithdrawDecision, id, on) == 1;
}
bool settle_decision(store::Transaction& tx, LedgerId id, base::Date on) {
    return tx.run(kSettleDecision, id, on) == 1;
}

void insert_index_value(store::Transaction& tx, const IndexValue& one) {
    tx.run(kInsertIndexValue, LedgerId::ordered(), one.series, one.month, one.hundredths, one.preliminary, one.source,
           one.by.account, one.by.function, one.by.on, tx.count(kLastIndexValue) + 1);
}
std::vector<IndexValue> load_index_values(store::Reader& room) {
    auto all = room.all(kIndexValues, [](const Row& row) {
        return IndexValue{row.text(0), row.text(1), row.integer(2), row.flag(3), row.text(4), signed_from(row, 5)};
    });
    return newest_of_each(std::move(all),
                          [](const IndexValue& one) { return std::tuple(one.series, one.month, one.preliminary); });
}

void save_routine(store::Transaction& tx, const PayerRoutine& one) {
    tx.run(kSaveRoutine, one.payer, one.routine, one.reference, one.number, one.series, one.cost_account, one.cost_name,
           one.balance_account, one.balance_name, one.giving_id);
}
std::vector<PayerRoutine> load_routines(store::Reader& room) {
    return room.all(kRoutines, [](const Row& row) {
        return PayerRoutine{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                            row.text(5), row.text(6), row.text(7), row.text(8), row.text(9)};
    });
}
void save_frame(store::Transaction& tx, const Frame& one) {
    tx.run(kSaveFrame, one.payer, one.year, one.sum, one.source, one.by.account, one.by.function, one.by.on);
}
std::vector<Frame> load_frames(store::Reader& room) {
    return room.all(kFrames, [](const Row& row) {
        return Frame{row.text(0), static_cast<int>(row.integer(1)), row.money(2), row.text(3), signed_from(row, 4)};
    });
}

void insert_funder(store::Transaction& tx, AgreementId agreement, const Funder& one, base::Date on) {
    tx.run(kInsertFunder, one.id, agreement, one.amount, one.name, one.share, one.sum, word_of(one.certainty),
           one.source, on);
}
bool end_funder(store::Transaction& tx, LedgerId id, base::Date on) {
    return tx.run(kEndFunder, id, on) == 1;
}
void insert_in_kind(store::Transaction& tx, AgreementId agreement, const InKind& one, base::Date on) {
    tx.run(kInsertInKind, one.id, agreement, one.party, one.what, one.commitment, one.value, one.valued_how, on);
}
bool end_in_kind(store::Transaction& tx, LedgerId id, base::Date on) {
    return tx.run(kEndInKind, id, on) == 1;
}
void insert_use(store::Transaction& tx, AgreementId agreement, const Use& one) {
    tx.run(kInsertUse, LedgerId::ordered(), agreement, one.amount, one.stretch, one.used, one.source, one.by.account,
           one.by.function, one.by.on, tx.count(kLastUse) + 1);
}

}  // namespace samrum::partnership::money
