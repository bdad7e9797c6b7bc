// What the format can say beyond the Lund files, each read from examples/other-town.toml.
#include "partnership/agreement/files_for_tests.hpp"
#include "partnership/agreement/rules_dates.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Money;

const AgreementFile& town() {
    static const AgreementFile file = read_well(example("examples/other-town.toml"));
    return file;
}
AmountPlan plan_of(std::string_view key) {
    for (const auto& one : payment_plan(town().agreement, Date::of(2024, 1, 1)))
        if (one.amount->key == key) return one;
    throw base::Bug("no such amount");
}
std::vector<std::string> town_days(DateKind kind) {
    std::vector<std::string> out;
    for (const auto& one : key_dates(town().agreement, town().criteria, Date::of(2023, 6, 1)))
        if (one.kind == kind) out.push_back(one.day.iso() + (one.subject.empty() ? "" : " " + one.subject));
    return out;
}
using List = std::vector<std::string>;

TEST(OtherTown, SeveralPartiesASideComeAndGo) {
    const auto& parties = town().agreement.parties;
    EXPECT_EQ(std::count_if(parties.begin(), parties.end(), [](const Party& p) { return p.side == Side::public_side; }),
              3);
    EXPECT_EQ(std::count_if(parties.begin(), parties.end(), [](const Party& p) { return p.side == Side::civil; }), 3);
    EXPECT_EQ(town_days(DateKind::joins), (List{"2022-01-01 regionen", "2022-08-15 cykel"}));
    EXPECT_EQ(town_days(DateKind::leaves), (List{"2022-12-31 kor"}));
}

TEST(OtherTown, AnOpenEndIsProlongedYearByYear) {
    EXPECT_TRUE(town().agreement.term.open_end);
    EXPECT_EQ(town_days(DateKind::renewal), (List{"2022-04-01", "2023-04-01", "2024-04-01"}));
    EXPECT_EQ(town_days(DateKind::notice), (List{"2021-12-31", "2022-12-31", "2023-12-31"}));
    EXPECT_EQ(town_days(DateKind::ends), List{});
}

TEST(OtherTown, AnInstalmentCalendarChangesByADecision) {
    const auto instalments = plan_of("base").readings.at(0).sums.at(0).instalments;
    ASSERT_EQ(instalments.size(), 3u);
    EXPECT_EQ(instalments[0].day, Date::of(2021, 4, 15));
    EXPECT_EQ(instalments[1].day, Date::of(2021, 10, 15));
    EXPECT_EQ(instalments[2].day, Date::of(2022, 1, 31))
        << "by the new calendar; the old one's April 2022 is after its time";
    EXPECT_EQ(instalments[2].amount, Money::kronor(100'000));
}

TEST(OtherTown, CeilingsRangesAndUnknownSumsStayWhatTheyAre) {
    EXPECT_EQ(plan_of("repairs").amount->kind, AmountKind::ceiling);
    const auto range = plan_of("cafe").readings.at(0).sums.at(0);
    EXPECT_FALSE(range.sum.is_exact());
    EXPECT_EQ(range.instalments.at(0).amount, std::nullopt);
    EXPECT_FALSE(plan_of("region").readings.at(0).sums.at(0).sum.is_known());
    EXPECT_FALSE(promised_in_all(town().agreement).is_known());
}

TEST(OtherTown, ASeasonCrossesBudgetYears) {
    const auto plan = plan_of("cafe");
    EXPECT_EQ(plan.period->iso(), "2021-09-01/2022-05-31");
    EXPECT_EQ(plan.budget_years, (std::vector<int>{2021, 2022}));
    EXPECT_EQ(count_key(notes_of(town().agreement, town().criteria), "partnership.note.season_crosses_budget_years"),
              1);
}

TEST(OtherTown, ARejectedPartCountsForNothing) {
    EXPECT_TRUE(plan_of("camp").refused);
    EXPECT_FALSE(plan_of("cafe").refused);
    const auto counted = town_days(DateKind::counted);
    EXPECT_EQ(std::count(counted.begin(), counted.end(), "2021-12-31 camp"), 0);
    EXPECT_EQ(std::count(counted.begin(), counted.end(), "2022-05-31 cafe"), 1);
    EXPECT_EQ(count_key(notes_of(town().agreement, town().criteria), "partnership.note.part_rejected"), 1);
}

TEST(OtherTown, ADecidedPayerMovesAndAnUnknownDayStaysUnknown) {
    const auto& amounts = town().agreement.amounts;
    EXPECT_EQ(payer_on(town().agreement, amounts[1], Date::of(2022, 12, 31)), "granby");
    EXPECT_EQ(payer_on(town().agreement, amounts[1], Date::of(2023, 1, 1)), "kulturnamnden");
    const auto instalments = plan_of("base-2").readings.at(0).sums.at(0).instalments;
    ASSERT_EQ(instalments.size(), 2u);
    const auto unknown = std::find_if(instalments.begin(), instalments.end(), [](const auto& one) { return !one.day; });
    ASSERT_NE(unknown, instalments.end());
    EXPECT_EQ(unknown->amount, (Money{11'050'050}));
}

TEST(OtherTown, IndexationRulesHaveTheirDays) {
    EXPECT_EQ(town_days(DateKind::indexation), (List{"2023-01-01"}));
    EXPECT_EQ(town().agreement.indexation.at(1).index, "KPI");
}

TEST(OtherTown, AReportHasTheDaysToWriteIt) {
    EXPECT_EQ(town_days(DateKind::report), (List{"2022-07-15 season"}));
}

}  // namespace
}  // namespace samrum::partnership::agreement
