#include "foundation/text/words.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/actions_duties.hpp"
#include "partnership/money/actions_export.hpp"
#include "partnership/money/actions_payment.hpp"
#include "partnership/money/actions_read.hpp"
#include "partnership/money/actions_room.hpp"
#include "partnership/money/actions_wait.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using base::Date;
using base::Money;

const Date kToday = Date::of(2020, 1, 31);
const std::string kFirst = "year-1_2019-07-01_1";
const std::string kNext = "year-1_2019-07-01_2";

class MoneyActions : public agreement::TwoRooms {
  protected:
    MoneyActions() {
        import_and_carry();
        room_ = open(lund_);
    }
    LiveInstalment at(const std::string& key) {
        for (const LiveInstalment& one : instalments_of(*room_, agreement_, kToday))
            if (one.key == key) return one;
        ADD_FAILURE() << key;
        return {};
    }
    base::Result<base::Done> first() {
        return authorise(*room_, one_, kToday, agreement_, kFirst, {"SO 2019/0089-1", "114"});
    }
    base::Result<base::Done> second(const module::Caller& who) {
        return authorise(*room_, who, kToday, agreement_, kFirst, {});
    }
    void pay() {
        ASSERT_TRUE(first());
        ASSERT_TRUE(second(two_));
        ASSERT_TRUE(note_paid(*room_, two_, kToday, agreement_, kFirst, "2020-01-31"));
    }
    static std::vector<std::string> keys(const base::Result<base::Done>& result) {
        std::vector<std::string> all;
        for (const auto& one : result.problems()) all.push_back(one.message.key);
        return all;
    }
    using Keys = std::vector<std::string>;

    std::unique_ptr<store::Session> room_;
    module::Caller one_ = officer();
    module::Caller two_ = officer();
};

TEST_F(MoneyActions, TwoDifferentPersonsAuthoriseBeforeItIsPaid) {
    EXPECT_EQ(keys(note_paid(*room_, one_, kToday, agreement_, kFirst, "2020-01-31")),
              Keys{"money.payment.two_persons"});
    ASSERT_TRUE(first());
    EXPECT_EQ(at(kFirst).status, Status::authorised_once);
    EXPECT_EQ(keys(second(one_)), Keys{"money.payment.same_person"});
    EXPECT_EQ(keys(note_paid(*room_, two_, kToday, agreement_, kFirst, "2020-01-31")),
              Keys{"money.payment.two_persons"});
    ASSERT_TRUE(second(two_));
    EXPECT_EQ(at(kFirst).status, Status::authorised);
    EXPECT_EQ(keys(note_paid(*room_, one_, kToday, agreement_, kFirst, "2020-02-01")), Keys{"money.payment.day_ahead"});
    EXPECT_EQ(keys(note_paid(*room_, one_, kToday, agreement_, kFirst, "2020-01-30")),
              Keys{"money.payment.day_before_authorised"});
    ASSERT_TRUE(note_paid(*room_, one_, kToday, agreement_, kFirst, "2020-01-31"));
    const LiveInstalment paid = at(kFirst);
    EXPECT_EQ(paid.status, Status::paid);
    EXPECT_EQ(paid.payment->number, 1);
    EXPECT_EQ(paid.payment->invoice, "114");
    EXPECT_EQ(keys(withdraw(*room_, one_, kToday, agreement_, kFirst)), Keys{"money.payment.nothing_to_withdraw"});
    const MoneyOfPeriod sums = money_of(*room_, agreement_, {Date::of(2020, 1, 1), Date::of(2020, 12, 31)}, kToday);
    EXPECT_EQ(sums.paid, Money::kronor(260'000));
    EXPECT_EQ(sums.planned, Sum::exact(Money::kronor(520'000)));
    EXPECT_FALSE(sums.used);
}

TEST_F(MoneyActions, NobodyElseMayAndACopyHasNoMoney) {
    module::Caller nobody;
    EXPECT_EQ(keys(authorise(*room_, nobody, kToday, agreement_, kFirst, {"x", ""})), Keys{"module.refused"});
    module::Caller partner = caller(module::Role::partner, lund_, im_);
    EXPECT_EQ(keys(authorise(*room_, partner, kToday, agreement_, kFirst, {"x", ""})), Keys{"module.refused"});
    // The command line is no person.
    module::Caller machine = officer();
    machine.account.reset();
    EXPECT_EQ(keys(authorise(*room_, machine, kToday, agreement_, kFirst, {"x", ""})), Keys{"money.payment.no_person"});
    const auto im = open(im_);
    EXPECT_FALSE(load_case(*im, agreement_, kToday));
    EXPECT_TRUE(instalments_of(*im, agreement_, kToday).empty());
    EXPECT_FALSE(has_money(*im));
    EXPECT_TRUE(has_money(*room_));
}

TEST_F(MoneyActions, AnAuthorisationIsTakenBackByItsOwnPersonUntilItIsPaid) {
    ASSERT_TRUE(first());
    EXPECT_EQ(keys(withdraw(*room_, two_, kToday, agreement_, kFirst)), Keys{"money.payment.not_yours"});
    ASSERT_TRUE(second(two_));
    ASSERT_TRUE(withdraw(*room_, one_, kToday, agreement_, kFirst));
    EXPECT_EQ(at(kFirst).status, Status::authorised_once);
    EXPECT_EQ(at(kFirst).payment->first.account, two_.account->text()) << "the other person's word stands";
    ASSERT_TRUE(withdraw(*room_, two_, kToday, agreement_, kFirst));
    EXPECT_EQ(at(kFirst).status, Status::planned);
}

TEST_F(MoneyActions, AReferenceIsTheRoutinesOrWrittenByHand) {
    EXPECT_EQ(keys(authorise(*room_, one_, kToday, agreement_, kFirst, {"", ""})), Keys{"money.payment.reference"});
    PayerRoutine routine;
    routine.payer = "Socialförvaltningen i Lund";
    routine.reference = "{dnr}-{year}-{nr}";
    ASSERT_TRUE(save_payer_routine(*room_, one_, routine));
    ASSERT_TRUE(authorise(*room_, one_, kToday, agreement_, kFirst, {"", ""}));
    EXPECT_EQ(at(kFirst).payment->reference, "SO 2019/0089-2020-1");
}

TEST_F(MoneyActions, AReferenceHasItsLength) {
    EXPECT_EQ(keys(authorise(*room_, one_, kToday, agreement_, kFirst, {std::string(401, 'x'), std::string(401, 'y')})),
              (Keys{"money.too_long", "money.too_long"}));
    EXPECT_TRUE(authorise(*room_, one_, kToday, agreement_, kFirst, {std::string(400, 'x'), ""}));
}

TEST_F(MoneyActions, ACounterEntryCorrectsAndNothingPaidIsDeleted) {
    pay();
    EXPECT_EQ(keys(counter(*room_, one_, kToday, agreement_, kFirst, {"260 001", ""})),
              (Keys{"money.counter.sum", "money.counter.reason"}));
    ASSERT_TRUE(counter(*room_, one_, kToday, agreement_, kFirst, {"60 000", "Fel belopp"}));
    EXPECT_EQ(at(kFirst).sum, Money::kronor(260'000)) << "one person alone books nothing";
    EXPECT_EQ(keys(confirm_counter(*room_, one_, kToday, agreement_, kFirst)), Keys{"money.payment.same_person"});
    EXPECT_EQ(keys(counter(*room_, two_, kToday, agreement_, kFirst, {"1", "x"})),
              Keys{"money.payment.correction_waits"});
    EXPECT_EQ(keys(withdraw_counter(*room_, two_, kToday, agreement_, kFirst)), Keys{"money.payment.not_yours"});
    ASSERT_TRUE(withdraw_counter(*room_, one_, kToday, agreement_, kFirst));
    EXPECT_EQ(keys(confirm_counter(*room_, two_, kToday, agreement_, kFirst)), Keys{"money.payment.no_correction"});
    ASSERT_TRUE(counter(*room_, one_, kToday, agreement_, kFirst, {"60 000", "Fel belopp"}));
    ASSERT_TRUE(confirm_counter(*room_, two_, kToday, agreement_, kFirst));
    EXPECT_EQ(at(kFirst).sum, Money::kronor(200'000));
    ASSERT_TRUE(counter(*room_, one_, kToday, agreement_, kFirst, {"200 000", "Fel konto"}));
    ASSERT_TRUE(confirm_counter(*room_, two_, kToday, agreement_, kFirst));
    EXPECT_EQ(at(kFirst).status, Status::planned);
    EXPECT_EQ(keys(counter(*room_, one_, kToday, agreement_, kFirst, {"1", "x"})).front(), "money.payment.not_paid");
    const auto all = load_case(*room_, agreement_, kToday);
    ASSERT_EQ(all->ledger.payments.size(), 3u);
    EXPECT_EQ(all->ledger.payments[2].voucher_name(), "P 3");
    // Paid anew, by two persons again.
    pay();
    EXPECT_EQ(at(kFirst).payment->number, 4);
}

TEST_F(MoneyActions, EachSeriesCountsFromOneAndAFileHasEveryEntry) {
    pay();
    ASSERT_TRUE(counter(*room_, one_, kToday, agreement_, kFirst, {"10 000,50", "Fel belopp"}));
    ASSERT_TRUE(confirm_counter(*room_, two_, kToday, agreement_, kFirst));
    PayerRoutine routine;
    routine.payer = "Kultur- och fritidsförvaltningen";
    routine.series = "K";
    ASSERT_TRUE(save_payer_routine(*room_, one_, routine));
    ASSERT_TRUE(decide_payer(
        *room_, one_, kToday, agreement_,
        {"socialforvaltningen", "kultur-och-fritidsforvaltningen", "2020-01-01", "KF", "2020-01-30", "§ 16"}));
    ASSERT_TRUE(authorise(*room_, one_, kToday, agreement_, kNext, {"ref", ""}));
    ASSERT_TRUE(authorise(*room_, two_, kToday, agreement_, kNext, {}));
    ASSERT_TRUE(note_paid(*room_, two_, kToday, agreement_, kNext, "2020-01-31"));
    EXPECT_EQ(at(kFirst).payment->voucher_name(), "P 1");
    EXPECT_EQ(at(kNext).payment->voucher_name(), "K 1");

    const auto catalogues = text::Catalogues::load(text::embedded_messages());
    const auto file =
        export_money(*room_, {catalogues->words("sv"), lund_, one_, kToday, base::Instant::now()}, {}, Format::csv);
    ASSERT_TRUE(file);
    for (const char* said : {";260000.00;", ";-10000.50;", ";P 1", ";P 2", ";K 1"})
        EXPECT_NE(file->bytes.find(said), std::string::npos) << said;
    EXPECT_EQ(file->bytes.find("249999"), std::string::npos) << "no entry has the sum that is left";
}

TEST_F(MoneyActions, WhatWasPaidBeforeIsNotedByTwoPersonsWithItsDay) {
    EXPECT_EQ(keys(authorise(*room_, one_, kToday, agreement_, kFirst, {"ref", "", "2020-02-01"})),
              Keys{"money.payment.day_ahead"});
    EXPECT_EQ(keys(authorise(*room_, one_, kToday, agreement_, kFirst, {"ref", "", "1950-01-01"})),
              Keys{"money.payment.before_agreement"});
    ASSERT_TRUE(authorise(*room_, one_, kToday, agreement_, kFirst, {"SO 2019/0089-1", "", "2019-09-05"}));
    EXPECT_EQ(at(kFirst).status, Status::authorised_once);
    EXPECT_EQ(keys(second(one_)), Keys{"money.payment.same_person"});
    ASSERT_TRUE(second(two_));
    const LiveInstalment paid = at(kFirst);
    EXPECT_EQ(paid.status, Status::paid);
    EXPECT_EQ(paid.payment->paid_on, Date::of(2019, 9, 5));
    EXPECT_EQ(paid.payment->voucher_name(), "") << "it stands in earlier books";
    ASSERT_TRUE(authorise(*room_, one_, kToday, agreement_, kNext, {"ref", ""}));
    ASSERT_TRUE(authorise(*room_, two_, kToday, agreement_, kNext, {}));
    ASSERT_TRUE(note_paid(*room_, two_, kToday, agreement_, kNext, "2020-01-31"));
    EXPECT_EQ(at(kNext).payment->voucher_name(), "P 1") << "and makes no gap in these";
}

TEST_F(MoneyActions, ATerminatedAgreementPaysNothingMore) {
    pay();
    room_->transaction([&](store::Transaction& tx) {
        agreement::set_standing(tx, agreement_, {std::nullopt, kToday, "breach"});
    });
    EXPECT_EQ(keys(answer_question(*room_, one_, kToday, agreement_, "instalment/" + std::string(kNext) + "/day",
                                   {"2020-01-30", "", ""})),
              Keys{"money.payment.after_end"})
        << "a day that is written afterwards starts nothing";
    EXPECT_EQ(at(kFirst).status, Status::paid);
    EXPECT_EQ(at(kNext).status, Status::stopped);
    EXPECT_EQ(keys(authorise(*room_, one_, kToday, agreement_, kNext, {"ref", ""})), Keys{"money.payment.after_end"});
    const MoneyOfPeriod sums = money_of(*room_, agreement_, {Date::of(2020, 1, 1), Date::of(2021, 12, 31)}, kToday);
    EXPECT_EQ(sums.planned, Sum::exact(Money::kronor(260'000))) << "what is paid, and no more";
    ASSERT_TRUE(authorise(*room_, one_, kToday, agreement_, kNext, {"ref", "", "2020-01-15"}))
        << "what left before the end can still be noted";
}

TEST_F(MoneyActions, ThePayerMovesByADecisionAndWhatIsPaidStays) {
    pay();
    const std::string social = "Socialförvaltningen i Lund";
    EXPECT_EQ(at(kNext).payer_name, social);
    EXPECT_EQ(keys(decide_payer(*room_, one_, kToday, agreement_, {"im", "im", "x", "", "2020-02-01", ""})).size(), 7u)
        << "every problem at once";
    const PayerInput input{"socialforvaltningen", "kultur-och-fritidsforvaltningen",
                           "2020-01-01",          "Kommunfullmäktige",
                           "2020-01-30",          "§ 16"};
    ASSERT_TRUE(decide_payer(*room_, one_, kToday, agreement_, input));
    EXPECT_EQ(at(kFirst).payer_name, social);
    EXPECT_EQ(at(kNext).payer_name, "Kultur- och fritidsförvaltningen");
    const auto id = load_case(*room_, agreement_, kToday)->ledger.payer_decisions.front().id;
    ASSERT_TRUE(authorise(*room_, one_, kToday, agreement_, kNext, {"ref", ""}));
    EXPECT_EQ(keys(withdraw_payer(*room_, one_, kToday, agreement_, id)), Keys{"money.payer.used"});
    ASSERT_TRUE(withdraw(*room_, one_, kToday, agreement_, kNext));
    ASSERT_TRUE(withdraw_payer(*room_, one_, kToday, agreement_, id));
    EXPECT_EQ(at(kNext).payer_name, social);
}

TEST_F(MoneyActions, APaymentUnderWayStopsWhenThePlanMoves) {
    ASSERT_TRUE(first());
    ASSERT_TRUE(decide_payer(
        *room_, one_, kToday, agreement_,
        {"socialforvaltningen", "kultur-och-fritidsforvaltningen", "2020-01-01", "KF", "2020-01-30", "§ 16"}));
    EXPECT_EQ(keys(second(two_)), Keys{"money.payment.plan_moved"});
}

TEST_F(MoneyActions, WaitsForAReportOnlyWithASourceAndUntilItIsApproved) {
    EXPECT_EQ(keys(let_wait(*room_, one_, kToday, agreement_, kNext, {"no-such", ""})),
              (Keys{"money.wait.report", "money.wait.source"}));
    ASSERT_TRUE(let_wait(*room_, one_, kToday, agreement_, kNext, {"half-year", "Bilaga 2"}));
    EXPECT_EQ(keys(authorise(*room_, one_, kToday, agreement_, kNext, {"ref", ""})), Keys{"money.payment.waits"});
    const store::Actor who{"test", "test"};
    const auto meet = [&](const std::string& report, const base::Period& period) {
        return room_->transaction(
            [&](store::Transaction& tx) { return meet_report(tx, who, agreement_, report, period, kToday); });
    };
    EXPECT_EQ(meet("annual", {Date::of(2019, 7, 1), Date::of(2020, 6, 30)}), 0);
    EXPECT_EQ(meet("half-year", {Date::of(2020, 7, 1), Date::of(2020, 12, 31)}), 0) << "a later time";
    EXPECT_EQ(meet("half-year", {Date::of(2019, 7, 1), Date::of(2019, 12, 31)}), 1);
    EXPECT_EQ(at(kNext).status, Status::planned);
}

TEST_F(MoneyActions, UnusedMoneyAndClaimsAreDecidedByAPersonWithTheWorkingKept) {
    pay();
    const Date later = Date::of(2020, 7, 5);
    EXPECT_EQ(keys(decide(*room_, one_, later, agreement_, DecisionKind::unused,
                          {"year-1", "2019-07-01", "kept", "1", "KF", "2020-07-01", "", "x", ""}))
                  .front(),
              "money.decision.nothing_told");
    ASSERT_TRUE(tell_use(*room_, one_, later, agreement_, {"year-1", "2019-07-01", "200 000", "Redovisning"}));
    EXPECT_EQ(keys(decide(*room_, one_, later, agreement_, DecisionKind::unused,
                          {"year-1", "2019-07-01", "returned", "60 001", "SN", "2020-07-01", "", "x", ""})),
              Keys{"money.decision.more_than_unused"});
    ASSERT_TRUE(decide(*room_, one_, later, agreement_, DecisionKind::unused,
                       {"year-1", "2019-07-01", "returned", "60 000", "SN", "2020-07-01", "§ 3", "Inte använt", ""}));
    EXPECT_EQ(keys(decide(*room_, one_, later, agreement_, DecisionKind::claim,
                          {"", "", "kept", "1", "", "2020-08-01", "", "", "x"})),
              (Keys{"money.decision.outcome", "base.date.unreadable", "money.decision.decided_ahead",
                    "money.decision.body", "money.motivation"}));
    ASSERT_TRUE(decide(*room_, one_, later, agreement_, DecisionKind::claim,
                       {"", "", "on_public", "10 000", "SN", "2020-07-01", "", "Mindre är betalt", "2020-03-31"}));
    const auto all = load_case(*room_, agreement_, later);
    ASSERT_EQ(all->ledger.decisions.size(), 2u);
    EXPECT_NE(all->ledger.decisions[1].working.find("\"days_run\":275"), std::string::npos);
    const MoneyOfPeriod sums = money_of(*room_, agreement_, {Date::of(2020, 7, 1), Date::of(2020, 7, 31)}, later);
    EXPECT_EQ(sums.claimed_back, Money::kronor(60'000));
    EXPECT_EQ(sums.claimed_by_association, Money::kronor(10'000));
    const LedgerId id = all->ledger.decisions[1].id;
    ASSERT_TRUE(settle(*room_, one_, later, agreement_, id));
    EXPECT_EQ(keys(withdraw_decided(*room_, one_, later, agreement_, id)), Keys{"money.decision.settled"});
    ASSERT_TRUE(withdraw_decided(*room_, one_, later, agreement_, all->ledger.decisions[0].id));
}

TEST_F(MoneyActions, FundersEffortsIndexValuesAndFramesTellEveryProblem) {
    EXPECT_EQ(keys(add_funder(*room_, one_, kToday, agreement_, {"x", "", "60", "1", "y", ""})),
              (Keys{"money.funder.amount", "money.funder.name", "money.funder.both", "money.funder.certainty"}));
    ASSERT_TRUE(add_funder(*room_, one_, kToday, agreement_, {"year-1", "Socialnämnden", "60", "", "decided", ""}));
    EXPECT_EQ(keys(add_funder(*room_, one_, kToday, agreement_, {"year-1", "Stiftelsen", "40,01", "", "applied", ""})),
              Keys{"money.funder.over"});
    EXPECT_EQ(keys(add_in_kind(*room_, one_, kToday, agreement_, {"", "", "", "100", ""})),
              (Keys{"money.in_kind.party", "money.in_kind.what", "money.in_kind.how"}));
    ASSERT_TRUE(add_in_kind(*room_, one_, kToday, agreement_, {"IM", "Frivilliga", "", "", ""}));
    auto all = load_case(*room_, agreement_, kToday);
    EXPECT_FALSE(all->ledger.in_kind.front().value) << "not valued is not zero";
    ASSERT_TRUE(end_line(*room_, one_, kToday, agreement_, all->ledger.in_kind.front().id));
    ASSERT_TRUE(end_line(*room_, one_, kToday, agreement_, all->ledger.funders.front().id));
    EXPECT_EQ(keys(end_line(*room_, one_, kToday, agreement_, LedgerId::ordered())), Keys{"money.unknown"});

    EXPECT_EQ(keys(enter_index_value(*room_, one_, kToday, {"", "2020", "0", false, ""})).size(), 4u);
    ASSERT_TRUE(enter_index_value(*room_, one_, kToday, {"KPI", "2019-10", "336,04", true, "SCB"}));
    ASSERT_TRUE(enter_index_value(*room_, one_, kToday, {"KPI", "2019-10", "336,10", true, "SCB, rättat"}));
    ASSERT_EQ(read_index_values(*room_, one_).size(), 1u);
    EXPECT_EQ(read_index_values(*room_, one_).front().hundredths, 33'610);

    EXPECT_EQ(keys(save_payer_frame(*room_, one_, kToday, {"", "x", "y", ""})).size(), 4u);
    ASSERT_TRUE(save_payer_frame(*room_, one_, kToday, {"Socialförvaltningen i Lund", "2020", "900 000", "Budget"}));
    PayerRoutine wrong;
    wrong.cost_account = "45x";
    wrong.series = "";
    wrong.number = "190101-0000";
    EXPECT_EQ(keys(save_payer_routine(*room_, one_, wrong)).size(), 5u);
    PayerRoutine circle;
    circle.payer = "Socialförvaltningen i Lund";
    circle.series = "A";
    circle.cost_account = circle.balance_account = "4510";
    EXPECT_EQ(keys(save_payer_routine(*room_, one_, circle)), Keys{"money.routine.same_account"});
}

TEST_F(MoneyActions, DutiesAskForTheNextHand) {
    const auto uids = [&] {
        std::vector<std::string> all;
        for (const module::Duty& one : money_duties(*room_, kToday)) all.push_back(one.uid);
        return all;
    };
    EXPECT_TRUE(uids().empty()) << "no day is stated, and the year ends in five months";
    ASSERT_TRUE(
        answer_question(*room_, one_, kToday, agreement_, "instalment/" + kNext + "/day", {"2020-02-28", "", ""}));
    EXPECT_EQ(uids(), Keys{"money/radrum-2019/due/" + kNext});
    ASSERT_TRUE(first());
    EXPECT_EQ(uids(), (Keys{"money/radrum-2019/second/" + kFirst, "money/radrum-2019/due/" + kNext}));
    ASSERT_TRUE(second(two_));
    EXPECT_TRUE(std::ranges::count(uids(), "money/radrum-2019/pay/" + kFirst) == 1);
}

TEST_F(MoneyActions, DutiesAskAPersonToDecideWhatNobodyElseCan) {
    pay();
    const Date later = Date::of(2020, 7, 5);
    const auto asks = [&](const std::string& uid) {
        return std::ranges::any_of(money_duties(*room_, later),
                                   [&](const module::Duty& one) { return one.uid == "money/radrum-2019/" + uid; });
    };
    const std::string unused = "unused/year-1/2019-07-01";
    EXPECT_FALSE(asks(unused));
    ASSERT_TRUE(tell_use(*room_, one_, later, agreement_, {"year-1", "2019-07-01", "200 000", "Redovisning"}));
    EXPECT_TRUE(asks(unused));
    ASSERT_TRUE(decide(*room_, one_, later, agreement_, DecisionKind::unused,
                       {"year-1", "2019-07-01", "returned", "60 000", "SN", "2020-07-01", "§ 3", "Inte använt", ""}));
    EXPECT_FALSE(asks(unused));
    EXPECT_FALSE(asks("claim")) << "it runs to its end";
    room_->transaction([&](store::Transaction& tx) {
        agreement::set_standing(tx, agreement_, {Date::of(2020, 3, 1), Date::of(2020, 6, 1), "notice"});
    });
    EXPECT_TRUE(asks("claim"));
    ASSERT_TRUE(decide(*room_, one_, later, agreement_, DecisionKind::claim,
                       {"", "", "none", "", "SN", "2020-07-01", "", "Allt är använt", "2020-06-01"}));
    EXPECT_FALSE(asks("claim"));
}

TEST_F(MoneyActions, TheRoomsMoneyIsFiltered) {
    pay();
    const RoomMoney all = room_money(*room_, one_, kToday);
    EXPECT_EQ(all.instalments.size(), 4u);
    EXPECT_EQ(filtered(all.instalments, {"", 2020, std::nullopt}).size(), 2u);
    EXPECT_EQ(filtered(all.instalments, {"", std::nullopt, Status::paid}).size(), 1u);
    EXPECT_TRUE(filtered(all.instalments, {"Ingen", std::nullopt, std::nullopt}).empty());
    EXPECT_TRUE(room_money(*room_, module::Caller{}, kToday).instalments.empty());
    EXPECT_EQ(room_money(*room_, caller(module::Role::partner, lund_, im_), kToday).instalments.size(), 4u)
        << "a party reads the money of its own agreement";
    module::Caller stranger = caller(module::Role::partner, lund_, im_);
    stranger.grants.front().organisation = module::OrganisationId::ordered();
    EXPECT_TRUE(room_money(*room_, stranger, kToday).instalments.empty());
}

}  // namespace
}  // namespace samrum::partnership::money
