#include "partnership/money/rules_index.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace samrum::partnership::money {
namespace {

using agreement::Indexation;
using agreement::IndexKind;
using base::Date;
using base::Money;

const Signed kWho{"one", "ekonom", Date::of(2021, 11, 20)};

Indexation kpi() {
    Indexation rule;
    rule.kind = IndexKind::index;
    rule.index = "KPI";
    rule.base_month = "2020-10";
    rule.starts = Date::of(2022, 1, 1);
    return rule;
}
Ledger answered() {
    Ledger ledger;
    for (const auto& [what, value] :
         std::initializer_list<std::pair<const char*, const char*>>{{"comparison", "2021-10"},
                                                                    {"share", "6000"},
                                                                    {"figures", "final"},
                                                                    {"rounding", "krona"},
                                                                    {"floor", "none"}})
        ledger.answers.push_back({std::string("index/1/") + what, value, "Parterna är överens.", "", kWho});
    ledger.index_values = {{"KPI", "2020-10", 33'604, false, "SCB", kWho},
                           {"KPI", "2021-10", 34'541, false, "SCB", kWho}};
    return ledger;
}
void say(Ledger& ledger, const std::string& what, const std::string& value) {
    std::ranges::find(ledger.answers, "index/1/" + what, &Answer::question)->value = value;
}

TEST(Index, AsksEachThingThatTheRuleLeavesUnsaidAndComputesNothing) {
    const Indexed asked = indexed_sum(kpi(), 0, {}, Money::kronor(400'000), Date::of(2022, 3, 1));
    EXPECT_FALSE(asked.sum);
    std::vector<std::string> keys;
    for (const Question& one : asked.questions) keys.push_back(one.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"index/1/comparison", "index/1/share", "index/1/figures",
                                              "index/1/rounding", "index/1/floor"}));
    // One question left is enough to wait.
    Ledger ledger = answered();
    std::erase_if(ledger.answers, [](const Answer& one) { return one.question == "index/1/floor"; });
    EXPECT_FALSE(indexed_sum(kpi(), 0, ledger, Money::kronor(400'000), Date::of(2022, 3, 1)).sum);
}

TEST(Index, BeforeItsFirstDayNothingIsAsked) {
    const Indexed before = indexed_sum(kpi(), 0, {}, Money::kronor(400'000), Date::of(2021, 12, 31));
    EXPECT_EQ(before.sum, Money::kronor(400'000));
    EXPECT_TRUE(before.questions.empty());
}

TEST(Index, MovesTheSumByAShareOfTheChange) {
    const Ledger ledger = answered();
    const Indexed moved = indexed_sum(kpi(), 0, ledger, Money::kronor(400'000), Date::of(2022, 3, 1));
    // 400 000 * (1 + 0.6 * 937 / 33604) = 406 692.06
    EXPECT_EQ(moved.sum, Money::kronor(406'692));
    ASSERT_EQ(moved.steps.size(), 1u);
    EXPECT_EQ(moved.steps[0].month, "2021-10");
    EXPECT_EQ(moved.steps[0].hundredths, 34'541);
}

TEST(Index, AMissingFigureOrAPreliminaryOneIsAskedFor) {
    Ledger ledger = answered();
    ledger.index_values[1].preliminary = true;
    const Indexed waits = indexed_sum(kpi(), 0, ledger, Money::kronor(400'000), Date::of(2022, 3, 1));
    EXPECT_FALSE(waits.sum);
    ASSERT_EQ(waits.questions.size(), 1u);
    EXPECT_EQ(waits.questions[0].key, "value/KPI/2021-10");
    EXPECT_EQ(waits.questions[0].asks.key, "money.question.value_final");
    say(ledger, "figures", "preliminary");
    EXPECT_EQ(indexed_sum(kpi(), 0, ledger, Money::kronor(400'000), Date::of(2022, 3, 1)).sum, Money::kronor(406'692));
    // Final beside preliminary: the kind that was answered counts.
    ledger.index_values.push_back({"KPI", "2021-10", 35'000, false, "SCB", kWho});
    EXPECT_EQ(indexed_sum(kpi(), 0, ledger, Money::kronor(400'000), Date::of(2022, 3, 1)).sum, Money::kronor(406'692));
    say(ledger, "figures", "final");
    EXPECT_GT(indexed_sum(kpi(), 0, ledger, Money::kronor(400'000), Date::of(2022, 3, 1)).sum, Money::kronor(406'692));
}

TEST(Index, FloorsHoldAFallAndACeilingHoldsARise) {
    Ledger ledger = answered();
    ledger.index_values = {{"KPI", "2020-10", 10'000, false, "SCB", kWho},
                           {"KPI", "2021-10", 11'000, false, "SCB", kWho},
                           {"KPI", "2022-10", 9'000, false, "SCB", kWho}};
    say(ledger, "share", "10000");
    const auto sum = [&](int year) {
        return indexed_sum(kpi(), 0, ledger, Money::kronor(100'000), Date::of(year, 6, 1)).sum;
    };
    EXPECT_EQ(sum(2022), Money::kronor(110'000));
    EXPECT_EQ(sum(2023), Money::kronor(90'000));
    say(ledger, "floor", "base");
    EXPECT_EQ(sum(2023), Money::kronor(100'000));
    say(ledger, "floor", "before");
    EXPECT_EQ(sum(2023), Money::kronor(110'000));
    Indexation capped = kpi();
    capped.ceiling_hundredths = 300;
    EXPECT_EQ(indexed_sum(capped, 0, ledger, Money::kronor(100'000), Date::of(2022, 6, 1)).sum, Money::kronor(103'000));
}

TEST(Index, RoundsHalfAwayFromZero) {
    EXPECT_EQ(scaled({105}, 1, 10), (Money{11}));
    EXPECT_EQ(scaled({-105}, 1, 10), (Money{-11}));
    EXPECT_EQ(scaled({104}, 1, 10), (Money{10}));
    EXPECT_EQ(scaled(Money::kronor(150), 1, 1, 100'00), Money::kronor(200));
    Ledger ledger = answered();
    say(ledger, "rounding", "thousand");
    EXPECT_EQ(indexed_sum(kpi(), 0, ledger, Money::kronor(400'000), Date::of(2022, 3, 1)).sum, Money::kronor(407'000));
}

TEST(Index, APercentageAsksHowItBuildsAndAnAgreedOneAsksEachTime) {
    Indexation rule;
    rule.kind = IndexKind::percent;
    rule.hundredths = 250;
    rule.starts = Date::of(2020, 7, 1);
    Ledger ledger;
    EXPECT_EQ(indexed_sum(rule, 0, ledger, Money::kronor(400'000), Date::of(2021, 7, 1)).questions.size(), 2u);
    ledger.answers = {{"index/1/rounding", "krona", "", "", kWho}, {"index/1/compound", "on_before", "", "", kWho}};
    EXPECT_EQ(indexed_sum(rule, 0, ledger, Money::kronor(400'000), Date::of(2021, 7, 1)).sum, Money::kronor(420'250));
    ledger.answers[1].value = "on_base";
    EXPECT_EQ(indexed_sum(rule, 0, ledger, Money::kronor(400'000), Date::of(2021, 7, 1)).sum, Money::kronor(420'000));

    rule.kind = IndexKind::agreed;
    const Indexed asked = indexed_sum(rule, 0, ledger, Money::kronor(400'000), Date::of(2021, 7, 1));
    ASSERT_EQ(asked.questions.size(), 2u);
    EXPECT_EQ(asked.questions[0].key, "index/1/agreed/2020-07-01");
    EXPECT_EQ(asked.questions[0].asks.key, "money.question.agreed");
    ledger.answers.push_back({"index/1/agreed/2020-07-01", "100", "", "", kWho});
    EXPECT_EQ(indexed_sum(rule, 0, ledger, Money::kronor(400'000), Date::of(2020, 8, 1)).sum, Money::kronor(404'000));
}

TEST(MoneyProperty, AnIndexIsMonotoneAndWithinAnOreOfExact) {
    std::mt19937_64 random(334);
    for (int round = 0; round < 2'000; ++round) {
        Ledger ledger = answered();
        say(ledger, "rounding", "ore");
        const auto share = static_cast<std::int64_t>(random() % 10'001);
        say(ledger, "share", std::to_string(share));
        const auto from = 1 + static_cast<std::int64_t>(random() % 9'999'999);
        const auto to = static_cast<std::int64_t>(random() % 9'999'999);
        ledger.index_values[0].hundredths = from;
        ledger.index_values[1].hundredths = to;
        const Money sum{static_cast<std::int64_t>(random() % 1'000'000'000)};
        const Money now = indexed_sum(kpi(), 0, ledger, sum, Date::of(2022, 3, 1)).sum.value();
        const long double exact = static_cast<long double>(sum.ore) *
                                  (1.0L + static_cast<long double>(share) / 10'000.0L *
                                              static_cast<long double>(to - from) / static_cast<long double>(from));
        const long double allowed = 0.5L + std::abs(exact) * 1e-15L;
        // Beyond a thousandfold the largest step of the arithmetic holds it.
        if (exact < 900.0L * static_cast<long double>(sum.ore)) {
            ASSERT_LE(std::abs(static_cast<long double>(now.ore) - exact), allowed) << round;
        }
        if (to >= from) {
            ASSERT_GE(now, sum);
        } else {
            ASSERT_LE(now, sum);
        }
    }
}

}  // namespace
}  // namespace samrum::partnership::money
