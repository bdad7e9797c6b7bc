#include "partnership/money/rules_live.hpp"

#include "partnership/agreement/files_for_tests.hpp"
#include "partnership/money/rules_payment.hpp"
#include "partnership/money/rules_working.hpp"

#include <algorithm>
#include <map>
#include <random>

namespace samrum::partnership::money {
namespace {

using agreement::Agreement;
using base::Date;
using base::Money;

const Date kToday = Date::of(2020, 1, 31);
const Date kHorizon = Date::of(2022, 1, 31);
const Signed kOne{"one", "handläggare", Date::of(2019, 9, 2)};
const Signed kTwo{"two", "ekonom", Date::of(2019, 9, 3)};

Agreement agreement_of(const std::string& period, const std::string& rest) {
    return agreement::read_well(agreement::small(period, rest)).agreement;
}
Answer answer(const std::string& question, const std::string& value) {
    return {question, value, "Parterna är överens.", "", kOne};
}
Payment paid(const LiveInstalment& one, Date on) {
    Payment payment;
    payment.id = PaymentId::ordered();
    payment.instalment = one.key;
    payment.amount_title = one.title;
    payment.sum = one.sum.value();
    payment.payer = one.payer_name;
    payment.payer_key = one.payer;
    payment.first = kOne;
    payment.second = kTwo;
    payment.paid_on = on;
    return payment;
}
const LiveInstalment& at(const LivePlan& plan, const std::string& key) {
    const LiveInstalment* one = find_instalment(plan, key);
    EXPECT_NE(one, nullptr) << key;
    static const LiveInstalment none;
    return one ? *one : none;
}
bool asks(const LivePlan& plan, const std::string& key) {
    return std::ranges::find(plan.questions, key, &Question::key) != plan.questions.end();
}

TEST(LivePlan, RadrumHasFourInstalmentsThatNobodyAuthorised) {
    const auto file = agreement::lund("radrum-2019");
    const LivePlan plan = live_plan(file.agreement, {}, kHorizon, kToday);
    ASSERT_EQ(plan.instalments.size(), 4u);
    EXPECT_TRUE(plan.questions.empty());
    const LiveInstalment& first = at(plan, "year-1_2019-07-01_1");
    EXPECT_EQ(first.sum, Money::kronor(260'000));
    EXPECT_EQ(first.status, Status::planned);
    EXPECT_EQ(first.payer, "socialforvaltningen");
    EXPECT_EQ(at(plan, "year-2_2020-07-01_2").sum, Money::kronor(200'000));
}

TEST(LivePlan, APlannedChangeOfPayerMovesNothingADecidedOneMovesWhatIsNotPaid) {
    const auto file = agreement::lund("radrum-2019");
    Ledger ledger;
    EXPECT_EQ(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_2").payer,
              "socialforvaltningen");
    ledger.payments = {
        paid(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_1"), Date::of(2020, 1, 10))};
    ledger.payer_decisions = {{LedgerId::ordered(), "socialforvaltningen", "kultur-och-fritidsforvaltningen",
                               Date::of(2020, 1, 1), "kommunfullmaktige", Date::of(2020, 1, 30), "§ 16", kOne}};
    const LivePlan plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_1").payer, "socialforvaltningen") << "paid instalments keep their payer";
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").payer, "kultur-och-fritidsforvaltningen");
    EXPECT_EQ(at(plan, "year-2_2020-07-01_1").payer, "kultur-och-fritidsforvaltningen");
    EXPECT_EQ(with_decisions(file.agreement, ledger).payer_changes.size(), 1u);
}

TEST(LivePlan, TwoReadingsAreAQuestionAndNothingIsComputedUntilItIsAnswered) {
    const auto file = agreement::lund("kompis-2019");
    Ledger ledger;
    LivePlan plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    ASSERT_FALSE(plan.instalments.empty());
    EXPECT_EQ(plan.instalments.front().status, Status::unknown);
    EXPECT_FALSE(plan.instalments.front().sum);
    ASSERT_TRUE(asks(plan, "amount/money/reading"));
    EXPECT_EQ(plan.questions.front().choices, (std::vector<std::string>{"half-year", "calendar-year"}));

    ledger.answers = {answer("amount/money/reading", "half-year")};
    plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    ASSERT_EQ(plan.instalments.size(), 1u);
    EXPECT_EQ(plan.instalments.front().sum, Money::kronor(125'000));
    EXPECT_TRUE(plan.questions.empty());

    // A calendar year's sum for half a year: the share is the parties' to settle.
    ledger.answers = {answer("amount/money/reading", "calendar-year")};
    plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    EXPECT_EQ(plan.instalments.front().status, Status::unknown);
    ASSERT_TRUE(asks(plan, "amount/money/2019-01-01/sum"));
    ledger.answers.push_back(answer("amount/money/2019-01-01/sum", "6250000"));
    EXPECT_EQ(live_plan(file.agreement, ledger, kHorizon, kToday).instalments.front().sum, Money::kronor(62'500));
}

TEST(LivePlan, WaitsOnlyWhereTheAgreementLetsIt) {
    const auto file = agreement::lund("radrum-2019");
    Ledger ledger;
    ledger.waits = {{"year-1_2019-07-01_2", "half-year", "Ekonomiska villkor", kOne, std::nullopt}};
    LivePlan plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").status, Status::waiting);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").waits_for.key, "money.waits.report");
    EXPECT_EQ(at(plan, "year-1_2019-07-01_1").status, Status::planned);
    ledger.waits[0].met_on = kToday;
    plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").status, Status::planned);
}

TEST(LivePlan, ACounterEntryOpensTheInstalmentAgainAndAPartOfItLeavesTheRest) {
    const auto file = agreement::lund("radrum-2019");
    Ledger ledger;
    ledger.payments = {paid(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_1"), kToday)};
    Payment counter = ledger.payments[0];
    counter.id = PaymentId::ordered();
    counter.corrects = ledger.payments[0].id;
    counter.sum = {-Money::kronor(60'000).ore};
    ledger.payments.push_back(counter);
    EXPECT_EQ(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_1").sum,
              Money::kronor(200'000));
    counter.id = PaymentId::ordered();
    counter.sum = {-Money::kronor(200'000).ore};
    ledger.payments.push_back(counter);
    const LivePlan plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_1").status, Status::planned);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_1").sum, Money::kronor(260'000));
    EXPECT_EQ(plan.instalments.size(), 4u);
}

TEST(LivePlan, WhatWasPaidStaysWhenTheAgreementIsChanged) {
    auto file = agreement::lund("radrum-2019");
    Ledger ledger;
    ledger.payments = {paid(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_1"), kToday)};
    file.agreement.amounts.erase(file.agreement.amounts.begin());
    const LivePlan plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    const LiveInstalment& one = at(plan, "year-1_2019-07-01_1");
    EXPECT_TRUE(one.orphan);
    EXPECT_EQ(one.status, Status::paid);
    EXPECT_EQ(one.sum, Money::kronor(260'000));
}

TEST(LivePlan, NothingIsPaidAfterTheEnding) {
    auto file = agreement::lund("radrum-2019");
    file.agreement.term.ended = agreement::Ending{Date::of(2020, 3, 31), "agreed", ""};
    LivePlan plan = live_plan(file.agreement, {}, kHorizon, kToday);
    EXPECT_EQ(plan.stretches.size(), 2u);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").status, Status::planned) << "it may come before the end";
    EXPECT_EQ(at(plan, "year-2_2020-07-01_1").status, Status::stopped);
    EXPECT_EQ(at(plan, "year-2_2020-07-01_1").ended_on, Date::of(2020, 3, 31));

    // Once the end has come, nobody pays what nobody knows to be owed for the days before it.
    const Date after = Date::of(2020, 4, 1);
    plan = live_plan(file.agreement, {}, kHorizon, after);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").status, Status::stopped);
    Ledger ledger;
    ledger.answers = {answer("instalment/year-1_2019-07-01_2/day", "2020-02-28")};
    plan = live_plan(file.agreement, ledger, kHorizon, after);
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").status, Status::planned) << "its day came before the end";
    file.agreement.term.ended->how = "breach";
    plan = live_plan(file.agreement, {}, kHorizon, Date::of(2020, 3, 31));
    EXPECT_EQ(at(plan, "year-1_2019-07-01_2").status, Status::stopped) << "a breach ends it on the day itself";
}

TEST(LivePlan, WhatIsUnderWayAtTheEndIsStoppedAndWhatIsPaidStays) {
    auto file = agreement::lund("radrum-2019");
    Ledger ledger;
    const LivePlan before = live_plan(file.agreement, ledger, kHorizon, kToday);
    Payment under_way = paid(at(before, "year-2_2020-07-01_1"), kToday);
    under_way.paid_on.reset();
    ledger.payments = {paid(at(before, "year-1_2019-07-01_1"), kToday), under_way};
    file.agreement.term.ended = agreement::Ending{Date::of(2020, 3, 31), "notice", ""};
    const LivePlan plan = live_plan(file.agreement, ledger, kHorizon, Date::of(2020, 4, 1));
    EXPECT_EQ(at(plan, "year-1_2019-07-01_1").status, Status::paid);
    const LiveInstalment& stopped = at(plan, "year-2_2020-07-01_1");
    EXPECT_EQ(stopped.status, Status::authorised) << "its authorisations can be taken back";
    EXPECT_TRUE(judge(Step::withdraw, stopped, "one").empty());
    const auto keys = [](const base::Problems& problems) {
        return problems.empty() ? std::string() : problems.front().message.key;
    };
    EXPECT_EQ(keys(judge_paid_on(stopped, Date::of(2020, 4, 1), Date::of(2020, 4, 1))), "money.payment.after_end");
    EXPECT_EQ(keys(judge_paid_on(stopped, Date::of(2020, 3, 31), Date::of(2020, 4, 1))), "") << "it left in time";
    EXPECT_EQ(keys(judge(Step::authorise_first, at(plan, "year-2_2020-07-01_2"), "one")), "money.payment.after_end");
    EXPECT_EQ(frame_use(plan.instalments).size(), 2u) << "what is stopped takes nothing of a frame";
}

TEST(LivePlan, ADayThatTheAgreementLeavesOutMayBeTold) {
    const auto file = agreement::lund("radrum-2019");
    const std::string key = "instalment/year-1_2019-07-01_2/day";
    const auto question = question_of(file.agreement, {}, kHorizon, kToday, key);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->kind, Question::Kind::day);
    Ledger ledger;
    ledger.answers = {answer(key, "2020-02-28")};
    EXPECT_EQ(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_2").day,
              Date::of(2020, 2, 28));
    EXPECT_FALSE(question_of(file.agreement, {}, kHorizon, kToday, "instalment/no-such/day"));
    EXPECT_FALSE(question_of(file.agreement, {}, kHorizon, kToday, "amount/money/reading"));
}

TEST(LivePlan, SeveralIndexRulesForOneAmountAskHowTheyGoTogether) {
    const Agreement one = agreement_of(
        "first = 2021-01-01\nlast = 2024-12-31",
        agreement::amount("kind = \"fixed\"\namount = 100_000\nper = \"calendar_year\"\n[[amounts.instalments]]\n"
                          "each_year = [\"02-15\"]") +
            "[[indexation]]\nkind = \"percent\"\nhundredths = 1000\nstarts = 2022-01-01\n"
            "[[indexation]]\nkind = \"percent\"\nhundredths = 100\nstarts = 2024-01-01\n");
    Ledger ledger;
    for (const char* rule : {"1", "2"})
        for (const auto& [what, value] : {std::pair("rounding", "krona"), std::pair("compound", "on_before")})
            ledger.answers.push_back(answer("index/" + std::string(rule) + "/" + what, value));
    const auto of_2024 = [&] { return at(live_plan(one, ledger, kHorizon, kToday), "money_2024-01-01_1").sum; };
    EXPECT_EQ(at(live_plan(one, ledger, kHorizon, kToday), "money_2023-01-01_1").sum, Money::kronor(121'000));
    EXPECT_FALSE(of_2024());
    ASSERT_TRUE(asks(live_plan(one, ledger, kHorizon, kToday), "amount/money/rules"));
    ledger.answers.push_back(answer("amount/money/rules", "from_reached"));
    EXPECT_EQ(of_2024(), Money::kronor(122'210));
    ledger.answers.back().value = "from_original";
    EXPECT_EQ(of_2024(), Money::kronor(101'000));
    ledger.answers.back().value = "both";
    EXPECT_EQ(of_2024(), Money::kronor(134'431));
    // The stretch's instalment tells what it was before.
    EXPECT_EQ(at(live_plan(one, ledger, kHorizon, kToday), "money_2024-01-01_1").before_index, Money::kronor(100'000));
}

TEST(LivePlan, AStepInsideAStretchAsksWhetherItHoldsAtOnce) {
    const Agreement one = agreement_of(
        "first = 2021-01-01\nlast = 2021-12-31",
        agreement::amount(
            "kind = \"fixed\"\namount = 100_000\n[[amounts.instalments]]\neach_year = [\"02-15\", \"08-15\"]") +
            "[[indexation]]\nkind = \"percent\"\nhundredths = 1000\nstarts = 2021-07-01\n");
    Ledger ledger;
    ledger.answers = {answer("index/1/rounding", "krona"), answer("index/1/compound", "on_before")};
    ASSERT_TRUE(asks(live_plan(one, ledger, kHorizon, kToday), "index/1/within"));
    ledger.answers.push_back(answer("index/1/within", "at_once"));
    EXPECT_EQ(at(live_plan(one, ledger, kHorizon, kToday), "money_2021-01-01_1").sum, Money::kronor(50'000));
    EXPECT_EQ(at(live_plan(one, ledger, kHorizon, kToday), "money_2021-01-01_2").sum, Money::kronor(55'000));
    ledger.answers.back().value = "next_stretch";
    EXPECT_EQ(at(live_plan(one, ledger, kHorizon, kToday), "money_2021-01-01_2").sum, Money::kronor(50'000));
}

TEST(Answers, AreReadByTheirKind) {
    Question one;
    one.kind = Question::Kind::percent;
    EXPECT_EQ(read_answer(one, "60").value(), "6000");
    EXPECT_EQ(read_answer(one, "2,5 %").value(), "250");
    EXPECT_EQ(read_answer(one, "-1,25").value(), "-125");
    one.key = "index/1/share";
    EXPECT_EQ(read_answer(one, "100 %").value(), "10000");
    EXPECT_EQ(read_answer(one, "0").value(), "0");
    for (const char* wrong : {"-5", "1000", "100,01"}) EXPECT_FALSE(read_answer(one, wrong)) << wrong;
    for (const char* wrong : {"", ",5", "1,234", "x", "1e3", "2000", "12 procent"})
        EXPECT_FALSE(read_answer(one, wrong));
    one.kind = Question::Kind::sum;
    EXPECT_EQ(read_answer(one, "62 500").value(), "6250000");
    EXPECT_FALSE(read_answer(one, "-1"));
    one.kind = Question::Kind::month;
    EXPECT_TRUE(read_answer(one, "2020-10"));
    for (const char* wrong : {"2020-13", "2020-1", "oktober"}) EXPECT_FALSE(read_answer(one, wrong));
    one.kind = Question::Kind::choice;
    one.choices = {"a", "b"};
    EXPECT_TRUE(read_answer(one, "b"));
    EXPECT_FALSE(read_answer(one, "c"));
    one.kind = Question::Kind::day;
    EXPECT_FALSE(read_answer(one, "2020-02-30"));
    one.kind = Question::Kind::index_value;
    EXPECT_FALSE(read_answer(one, "1"));
}

// Any sum, cut any way, is whole again.
TEST(MoneyProperty, SpreadSumsToTheWhole) {
    std::mt19937_64 random(20190701);
    for (int round = 0; round < 20'000; ++round) {
        const Money whole{static_cast<std::int64_t>(random() % 2'000'000'000'001) - 1'000'000'000'000};
        std::vector<std::int64_t> weights(1 + random() % 24);
        for (auto& one : weights) one = random() % 4 == 0 ? 0 : static_cast<std::int64_t>(random() % 1'000'000'000'000);
        const auto parts = spread(whole, weights);
        ASSERT_EQ(parts.size(), weights.size());
        Money sum;
        for (const Money one : parts) sum += one;
        ASSERT_EQ(sum, whole) << "round " << round;
        const bool any = std::ranges::any_of(weights, [](std::int64_t one) { return one > 0; });
        for (std::size_t i = 0; any && i < parts.size(); ++i) {
            if (weights[i] == 0) {
                ASSERT_EQ(parts[i], Money{});
            }
        }
    }
}

/// A synthetic agreement of any length, calendar and sum.
Agreement any_agreement(std::mt19937_64& random) {
    static const Agreement kSmall =
        agreement_of("first = 2019-01-01\nlast = 2019-12-31", agreement::amount("kind = \"fixed\"\namount = 1"));
    Agreement one = kSmall;
    one.term.first = Date::of(2015 + static_cast<int>(random() % 8), 1 + static_cast<unsigned>(random() % 12),
                              1 + static_cast<unsigned>(random() % 28));
    one.term.last = one.term.first->plus_days(40 + static_cast<int>(random() % 1100));
    agreement::Amount& amount = one.amounts.front();
    const Money sum{1 + static_cast<std::int64_t>(random() % 900'000'000)};
    const auto& pers = agreement::kPers;
    amount.sums.all.front().value = {agreement::Sum::exact(sum), pers[random() % (std::size(pers) - 1)].value};
    agreement::InstalmentCalendar calendar;
    if (random() % 2 == 0) {
        calendar.times_per_year = 1 + static_cast<int>(random() % 12);
    } else {
        const unsigned days = 1 + static_cast<unsigned>(random() % 4);
        for (unsigned i = 0; i < days; ++i) calendar.each_year.push_back({1 + i * 12 / days, 15});
    }
    amount.instalments = {calendar};
    return one;
}

TEST(MoneyProperty, InstalmentsSumToTheirStretchForAnyCalendar) {
    std::mt19937_64 random(125);
    for (int round = 0; round < 400; ++round) {
        const Agreement one = any_agreement(random);
        Ledger ledger;
        // Stretches that are cut short are answered with any sum.
        for (const Question& question : live_plan(one, ledger, kHorizon, kToday).questions)
            ledger.answers.push_back(answer(question.key, std::to_string(random() % 50'000'000)));
        const LivePlan plan = live_plan(one, ledger, kHorizon, kToday);
        ASSERT_TRUE(plan.questions.empty());
        std::map<std::string, Money> sums;
        for (const LiveInstalment& each : plan.instalments)
            ASSERT_TRUE(sums.emplace(each.key, each.sum.value()).second) << each.key;
        for (const LiveStretch& stretch : plan.stretches) {
            ASSERT_TRUE(stretch.sum);
            Money sum;
            for (const std::string& key : stretch.instalments) sum += sums.at(key);
            // What the agreement promises for it, or what was answered where it is cut short.
            const std::string asked = "amount/money/" + stretch.period.first().iso() + "/sum";
            const Answer* told = ledger.answer(asked);
            const Money promised = told ? Money{std::stoll(told->value)} : *one.amounts[0].sums.all[0].value.sum.from();
            ASSERT_EQ(*stretch.sum, promised);
            ASSERT_EQ(sum, *stretch.sum) << "round " << round << " " << stretch.period.iso();
        }
    }
}

TEST(MoneyProperty, AnEndingSharesEveryStretchAndItsSumsAreTheLines) {
    std::mt19937_64 random(64);
    for (int round = 0; round < 150; ++round) {
        const Agreement one = any_agreement(random);
        Ledger ledger;
        for (const Question& question : live_plan(one, ledger, kHorizon, kToday).questions)
            ledger.answers.push_back(answer(question.key, std::to_string(random() % 50'000'000)));
        for (const LiveInstalment& each : live_plan(one, ledger, kHorizon, kToday).instalments)
            if (random() % 2 == 0) ledger.payments.push_back(paid(each, each.listed()));
        const LivePlan plan = live_plan(one, ledger, kHorizon, kToday);
        const base::Period whole = one.term.period().value();
        const Date last = whole.first().plus_days(static_cast<int>(random() % 1200));
        const auto lines = ending_working(plan, ledger, last);
        Money promised;
        Money by_days;
        for (const EndingLine& line : lines) {
            ASSERT_TRUE(line.promised && line.by_days && line.by_months);
            ASSERT_GE(*line.by_days, Money{});
            ASSERT_LE(*line.by_days, *line.promised);
            ASSERT_LE(*line.by_months, *line.promised);
            ASSERT_EQ(*line.over_by_days + *line.by_days, line.paid);
            if (last >= *line.period.last()) {
                ASSERT_EQ(*line.by_days, *line.promised);
            }
            promised += *line.promised;
            by_days += *line.by_days;
        }
        const EndingLine total = sum_of(lines);
        ASSERT_EQ(total.promised, promised);
        ASSERT_EQ(total.by_days, by_days);
        ASSERT_EQ(*total.over_by_days + *total.by_days, total.paid);
    }
}

TEST(MoneyProperty, FundersAndWhatNobodyGivesAreTheSum) {
    std::mt19937_64 random(8);
    for (int round = 0; round < 5'000; ++round) {
        const Money sum{static_cast<std::int64_t>(random() % 100'000'000'000)};
        std::vector<Funder> funders(random() % 6);
        int left = 10'000;
        for (Funder& one : funders) {
            one.share = static_cast<int>(random() % static_cast<std::uint64_t>(left + 1));
            left -= *one.share;
            one.certainty = random() % 2 == 0 ? Certainty::decided : Certainty::applied;
        }
        std::vector<const Funder*> them;
        for (const Funder& one : funders) them.push_back(&one);
        const Funding all = funding_of(them, sum);
        Money given = all.missing.value();
        for (const FundingShare& one : all.shares) given += one.sum.value();
        ASSERT_EQ(given, sum);
        if (left == 0) {
            ASSERT_EQ(*all.missing, Money{});
        }
    }
}

TEST(Working, OfAnEarlyEndingIsLaidOut) {
    auto file = agreement::lund("radrum-2019");
    Ledger ledger;
    ledger.payments = {paid(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_1"), kToday)};
    ledger.uses = {{"year-1", Date::of(2019, 7, 1), Money::kronor(180'000), "Redovisning", kOne}};
    const auto lines =
        ending_working(live_plan(file.agreement, ledger, kHorizon, kToday), ledger, Date::of(2019, 12, 31));
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].paid, Money::kronor(260'000));
    EXPECT_EQ(lines[0].unspent, Money::kronor(80'000));
    EXPECT_EQ(lines[0].days, 366);
    EXPECT_EQ(lines[0].days_run, 184);
    EXPECT_EQ(lines[0].by_days, (Money{26'142'077}));  // 520 000 * 184 / 366
    EXPECT_EQ(lines[0].over_by_days, (Money{-142'077}));
    EXPECT_EQ(lines[0].by_months, Money::kronor(260'000));
    EXPECT_EQ(lines[0].over_by_months, Money{});
    EXPECT_EQ(lines[1].days_run, 0);
    EXPECT_FALSE(lines[1].unspent) << "nobody told what was used: unknown, not zero";
    EXPECT_FALSE(sum_of(lines).unspent);
}

TEST(Working, UnusedMoneyAndFramesKeepTheUnknownUnknown) {
    const auto file = agreement::lund("radrum-2019");
    Ledger ledger;
    ledger.payments = {
        paid(at(live_plan(file.agreement, ledger, kHorizon, kToday), "year-1_2019-07-01_1"), Date::of(2019, 9, 5))};
    const LivePlan plan = live_plan(file.agreement, ledger, kHorizon, kToday);
    EXPECT_TRUE(unused_working(plan, ledger, kToday).empty()) << "the year is not over";
    const auto over = unused_working(plan, ledger, Date::of(2020, 7, 2));
    ASSERT_EQ(over.size(), 1u);
    EXPECT_FALSE(over[0].unused);
    const auto use = frame_use(plan.instalments);
    EXPECT_EQ(use.at({"Socialförvaltningen i Lund", 2019}).paid, Money::kronor(260'000));
    EXPECT_EQ(use.at({"Socialförvaltningen i Lund", 0}).planned, Money::kronor(660'000)) << "their year is not stated";
}

}  // namespace
}  // namespace samrum::partnership::money
