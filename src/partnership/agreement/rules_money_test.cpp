#include "partnership/agreement/rules_money.hpp"

#include "partnership/agreement/files_for_tests.hpp"

#include <limits>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Money;

constexpr auto kPeriod = "first = 2020-01-01\nlast = 2021-12-31";

/// The payments of the first amount: "2020-02-15 100", "? 50", in kronor.
std::vector<std::string> payments(const AgreementFile& file, Date horizon = Date::of(2022, 1, 1)) {
    const auto plan = payment_plan(file.agreement, horizon);
    std::vector<std::string> out;
    for (const auto& sum : plan.at(0).readings.at(0).sums)
        for (const auto& one : sum.instalments)
            out.push_back((one.day ? one.day->iso() : "?") + " " +
                          (one.amount ? std::to_string(one.amount->ore / 100) : "?"));
    return out;
}
using Payments = std::vector<std::string>;

TEST(Plan, RadRumIsTwoAndTwoInstalmentsWithoutDays) {
    const auto file = lund("radrum-2019");
    const auto plan = payment_plan(file.agreement, Date::of(2021, 1, 1));
    ASSERT_EQ(plan.size(), 2u);
    EXPECT_EQ(payments(file), (Payments{"? 260000", "? 260000"}));
    EXPECT_EQ(plan[1].readings[0].sums[0].instalments[1].amount, Money::kronor(200'000));
    EXPECT_EQ(promised_in_all(file.agreement), Sum::exact(Money::kronor(920'000)));
}

TEST(Plan, EveryWayToPay) {
    struct Case {
        const char* what;
        std::string fields;
        Payments payments;
    };
    for (const Case& one : std::vector<Case>{
             {"no calendar", "kind = \"fixed\"\namount = 100", {"? 100"}},
             {"twice a year over two years",
              "kind = \"fixed\"\namount = 100\ninstalments = [{ times_per_year = 2 }]",
              {"? 25", "? 25", "? 25", "? 25"}},
             {"once a year, rounded up over seven months",
              "kind = \"fixed\"\namount = 100\nfirst = 2020-01-01\nlast = 2020-07-31\ninstalments = [{ times_per_year "
              "= 1 }]",
              {"? 100"}},
             {"on days of the year",
              "kind = \"fixed\"\namount = 100\ninstalments = [{ each_year = [\"08-15\", \"02-15\"] }]",
              {"2020-02-15 25", "2020-08-15 25", "2021-02-15 25", "2021-08-15 25"}},
             {"one by one, the rest shared",
              "kind = \"fixed\"\namount = 100\ninstalments = [{ payments = [{ day = 2020-03-01, amount = 40 }, { day = "
              "2021-03-01 }, { day = 2021-06-01 }] }]",
              {"2020-03-01 40", "2021-03-01 30", "2021-06-01 30"}},
             {"in advance of the period",
              "kind = \"fixed\"\namount = 100\ninstalments = [{ payments = [{ day = 2019-12-20 }] }]",
              {"2019-12-20 100"}},
             {"the calendar changes",
              "kind = \"fixed\"\namount = 90\ninstalments = [{ each_year = [\"02-15\"] }, { valid_from = 2021-01-01, "
              "each_year = [\"01-31\", \"07-31\"] }]",
              {"2020-02-15 30", "2021-01-31 30", "2021-07-31 30"}},
             {"a year at a time",
              "kind = \"fixed\"\namount = 60\nper = \"calendar_year\"\ninstalments = [{ times_per_year = 2 }]",
              {"? 30", "? 30", "? 30", "? 30"}},
             {"a range is not divided",
              "kind = \"estimate\"\namount = { from = 50, to = 80 }\ninstalments = [{ times_per_year = 1 }]",
              {"? ?", "? ?"}},
             {"unknown stays unknown", "kind = \"unknown\"\namount = \"unknown\"", {"? ?"}},
         })
        EXPECT_EQ(payments(read_well(small(kPeriod, amount(one.fields)))), one.payments) << one.what;
}

TEST(Payer, MovesOnlyByADecision) {
    auto agreement = lund("radrum-2019").agreement;
    const Amount& year2 = agreement.amounts.at(1);
    EXPECT_EQ(payer_on(agreement, year2, Date::of(2021, 1, 1)), "socialforvaltningen") << "planned, not decided";
    agreement.payer_changes[0].decided_on = Date::of(2019, 11, 28);
    EXPECT_EQ(payer_on(agreement, year2, Date::of(2019, 12, 31)), "socialforvaltningen");
    EXPECT_EQ(payer_on(agreement, year2, Date::of(2020, 1, 1)), "kultur-och-fritidsforvaltningen");
    const auto plan = payment_plan(agreement, Date::of(2022, 1, 1));
    EXPECT_EQ(plan[0].readings[0].sums[0].instalments[0].later_payer, "kultur-och-fritidsforvaltningen")
        << "the day of payment is not known, so neither is the payer";
}

TEST(Promised, CountsFixedAndGrantedOfPartsThatWereApproved) {
    const auto total = [](const std::string& rest) {
        return promised_in_all(read_well(small(kPeriod, rest)).agreement);
    };
    EXPECT_EQ(total(amount("kind = \"fixed\"\namount = 100")), Sum::exact(Money::kronor(100)));
    EXPECT_EQ(total(amount("kind = \"applied\"\namount = 100")), Sum::exact({}));
    EXPECT_FALSE(total(amount("kind = \"unknown\"\namount = \"unknown\"")).is_known());
    EXPECT_EQ(total(amount("kind = \"fixed\"\namount = 100\nper = \"calendar_year\"")), Sum::exact(Money::kronor(200)));
    const std::string part = "[[parts]]\nkey = \"p\"\ntitle = \"P\"\nverdict = \"";
    EXPECT_EQ(total(part + "rejected\"\n" + amount("kind = \"fixed\"\namount = 100\npart = \"p\"")), Sum::exact({}));
    EXPECT_EQ(total(part + "approved\"\n" + amount("kind = \"fixed\"\namount = 100\npart = \"p\"")),
              Sum::exact(Money::kronor(100)));
}

TEST(Indexed, RaisesByPercentUpToItsCeiling) {
    Indexation rule;
    rule.kind = IndexKind::percent;
    rule.hundredths = 250;
    rule.starts = Date::of(2021, 1, 1);
    EXPECT_EQ(indexed(rule, Money::kronor(100'000), Date::of(2020, 12, 31)), Money::kronor(100'000));
    EXPECT_EQ(indexed(rule, Money::kronor(100'000), Date::of(2021, 1, 1)), Money::kronor(102'500));
    EXPECT_EQ(indexed(rule, Money::kronor(100'000), Date::of(2022, 1, 1)), Money::kronor(105'063))
        << "half a krona goes up";
    rule.ceiling_hundredths = 200;
    EXPECT_EQ(indexed(rule, Money::kronor(100'000), Date::of(2021, 6, 1)), Money::kronor(102'000));
    rule.kind = IndexKind::index;
    EXPECT_EQ(indexed(rule, Money::kronor(100'000), Date::of(2021, 6, 1)), std::nullopt)
        << "an index comes from outside";
}

TEST(Sum, UnknownIsNeverZero) {
    const Sum known = Sum::exact(Money::kronor(1));
    EXPECT_FALSE((known + Sum{}).is_known());
    EXPECT_EQ(*(known + Sum::range(Money::kronor(1), Money::kronor(3)).value()).to(), Money::kronor(4));
    EXPECT_FALSE(Sum::range(Money::kronor(2), Money::kronor(1)));
    const Sum most = Sum::exact(Money{std::numeric_limits<std::int64_t>::max()});
    EXPECT_FALSE((most + most).is_known()) << "too large to count";
}

TEST(Target, IsValidByConstruction) {
    EXPECT_TRUE(Target::of(Bound::at_least, 64, {}, "sessions", Per::agreement_year));
    EXPECT_TRUE(Target::of(Bound::between, 3, 3, "visits", Per::month));
    EXPECT_FALSE(Target::of(Bound::at_least, -1, {}, "sessions", Per::month));
    EXPECT_FALSE(Target::of(Bound::between, 3, {}, "sessions", Per::month));
    EXPECT_FALSE(Target::of(Bound::between, 3, 2, "sessions", Per::month));
    EXPECT_FALSE(Target::of(Bound::exactly, 3, 4, "sessions", Per::month));
    EXPECT_FALSE(Target::of(Bound::exactly, 3, {}, "", Per::month));
    const auto kept = [](Bound bound, std::int64_t count) {
        return Target::of(bound, 10, bound == Bound::between ? std::optional<std::int64_t>(12) : std::nullopt, "x",
                          Per::month)
            ->kept_by(count);
    };
    EXPECT_TRUE(!kept(Bound::at_least, 9) && kept(Bound::at_least, 10));
    EXPECT_TRUE(kept(Bound::at_most, 10) && !kept(Bound::at_most, 11));
    EXPECT_TRUE(kept(Bound::exactly, 10) && !kept(Bound::exactly, 11));
    EXPECT_TRUE(kept(Bound::between, 12) && !kept(Bound::between, 13) && !kept(Bound::between, 9));
}

}  // namespace
}  // namespace samrum::partnership::agreement
