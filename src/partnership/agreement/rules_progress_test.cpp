#include "partnership/agreement/rules_progress.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;

const Period kRadRum{Date::of(2019, 7, 1), Date::of(2021, 6, 30)};
Target target(Bound bound, std::int64_t quantity, std::optional<std::int64_t> upper = std::nullopt) {
    return Target::of(bound, quantity, upper, "sessions", Per::agreement_year).value();
}
const Target kSixtyFour = target(Bound::at_least, 64);

std::vector<Counted> weekly(Date first, int weeks, std::int64_t amount) {
    std::vector<Counted> all;
    for (int week = 0; week < weeks; ++week) all.push_back({first.plus_days(7 * week), amount});
    return all;
}

TEST(Windows, AgreementYearsBeginOnItsFirstDay) {
    const auto all = windows(kRadRum, Per::agreement_year, Date::of(2020, 1, 31));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0], (Window{{Date::of(2019, 7, 1), Date::of(2020, 6, 30)}, false}));
    EXPECT_EQ(all[1].period.iso(), "2020-07-01/2021-06-30");
}

TEST(Windows, CalendarYearsThatTheAgreementCutsArePartial) {
    const auto all = windows(kRadRum, Per::calendar_year, Date::of(2020, 1, 31));
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0], (Window{{Date::of(2019, 7, 1), Date::of(2019, 12, 31)}, true}));
    EXPECT_FALSE(all[1].partial);
    EXPECT_TRUE(all[2].partial);
}

TEST(Windows, OpenEndGoesOnToTheDayAskedFor) {
    const Period open{Date::of(2018, 3, 15), std::nullopt};
    EXPECT_EQ(windows(open, Per::month, Date::of(2018, 5, 2)).size(), 3U);
    EXPECT_EQ(windows(open, Per::agreement_year, Date::of(2020, 3, 15)).back().period.iso(), "2020-03-15/2021-03-14");
}

TEST(Windows, LeapDayAnniversaryNeitherGapsNorOverlaps) {
    const auto all = windows({Date::of(2020, 2, 29), Date::of(2023, 2, 27)}, Per::agreement_year, Date::of(2023, 1, 1));
    ASSERT_EQ(all.size(), 3U);
    for (std::size_t i = 1; i < all.size(); ++i)
        EXPECT_EQ(all[i].period.first(), all[i - 1].period.last()->plus_days(1));
}

TEST(Progress, LundOn31JanuaryHas41OfTheExpected38) {
    // 215 of 366 days have passed: 64 × 215 / 366 = 37.6.
    const Period year{Date::of(2019, 7, 1), Date::of(2020, 6, 30)};
    auto counted = weekly(Date::of(2019, 7, 2), 30, 1);
    const auto second = weekly(Date::of(2019, 9, 5), 11, 1);
    counted.insert(counted.end(), second.begin(), second.end());
    const Progress now = progress(kSixtyFour, year, counted, {}, Date::of(2020, 1, 31));
    EXPECT_EQ(now.so_far, 41);
    EXPECT_EQ(now.expected, 38);
    ASSERT_TRUE(now.forecast);
    EXPECT_LE(now.forecast->low, 69);
    EXPECT_GE(now.forecast->high, 69);
    EXPECT_EQ(now.attainment, Attainment::on_course);
}

TEST(Progress, TheCardAndTheChartExpectByOneRule) {
    const Period year{Date::of(2019, 7, 1), Date::of(2020, 6, 30)};
    std::vector<Date> planned;
    for (const Counted& one : weekly(Date::of(2019, 8, 20), 40, 1)) planned.push_back(one.day);
    const Date today = Date::of(2020, 1, 31);
    // 24 of the 40 open days have been, where 215 of 366 calendar days have.
    EXPECT_EQ(expected_by(kSixtyFour, year, planned, today), 38);
    EXPECT_EQ(expected_by(kSixtyFour, year, planned, Date::of(2019, 8, 19)), 0) << "closed in the summer";
    EXPECT_EQ(expected_by(kSixtyFour, year, {}, Date::of(2019, 8, 19)), 9);
    EXPECT_EQ(expected_by(kSixtyFour, year, planned, Date::of(2020, 12, 31)), 64);
    EXPECT_EQ(progress(kSixtyFour, year, {}, planned, today).expected, expected_by(kSixtyFour, year, planned, today));
}

TEST(Progress, NoForecastBeforeASixthOfTheWindow) {
    const Period year{Date::of(2019, 7, 1), Date::of(2020, 6, 30)};
    const auto counted = weekly(Date::of(2019, 7, 2), 9, 1);
    EXPECT_FALSE(progress(kSixtyFour, year, counted, {}, Date::of(2019, 8, 29)).forecast);
    EXPECT_TRUE(progress(kSixtyFour, year, counted, {}, Date::of(2019, 8, 31)).forecast);
    EXPECT_EQ(progress(kSixtyFour, year, counted, {}, Date::of(2019, 8, 29)).attainment, Attainment::too_early);
    EXPECT_EQ(progress(kSixtyFour, year, counted, {}, Date::of(2019, 6, 30)).attainment, Attainment::not_begun);
}

TEST(Progress, EvenWorkForecastsToAPoint) {
    const Period window{Date::of(2020, 1, 1), Date::of(2020, 1, 1).plus_days(7 * 20 - 1)};
    const auto counted = weekly(Date::of(2020, 1, 3), 10, 2);
    const Progress now = progress(target(Bound::at_least, 40), window, counted, {}, Date::of(2020, 1, 1).plus_days(69));
    EXPECT_EQ(now.so_far, 20);
    EXPECT_EQ(now.expected, 20);
    EXPECT_EQ(now.forecast, (Forecast{40, 40}));
    EXPECT_EQ(now.attainment, Attainment::on_course);
}

TEST(Progress, PlannedOpenDaysCarryTheExpectation) {
    const Period year{Date::of(2020, 1, 1), Date::of(2020, 12, 31)};
    std::vector<Date> planned;
    for (int week = 0; week < 8; ++week) planned.push_back(Date::of(2020, 1, 7).plus_days(7 * week));
    for (int week = 0; week < 8; ++week) planned.push_back(Date::of(2020, 9, 1).plus_days(7 * week));
    const Progress summer = progress(target(Bound::at_least, 16), year, {}, planned, Date::of(2020, 7, 1));
    EXPECT_EQ(summer.expected, 8);
}

TEST(Progress, BoundsJudgeTheirOwnWay) {
    const Period window{Date::of(2020, 1, 1), Date::of(2020, 12, 31)};
    const auto many = weekly(Date::of(2020, 1, 1), 10, 3);
    const auto attainment = [&](const Target& promise, Date today) {
        return progress(promise, window, many, {}, today).attainment;
    };
    EXPECT_EQ(attainment(target(Bound::at_least, 30), Date::of(2020, 4, 1)), Attainment::reached);
    EXPECT_EQ(attainment(target(Bound::at_most, 29), Date::of(2020, 4, 1)), Attainment::off_course);
    EXPECT_EQ(attainment(target(Bound::exactly, 30), Date::of(2020, 12, 31)), Attainment::kept);
    EXPECT_EQ(attainment(target(Bound::between, 20, 29), Date::of(2020, 12, 31)), Attainment::not_kept);
    EXPECT_EQ(attainment(target(Bound::between, 20, 40), Date::of(2021, 3, 1)), Attainment::kept);
}

TEST(RunningSum, BeginsAndEndsWithTheWindow) {
    const Period window{Date::of(2020, 1, 1), Date::of(2020, 12, 31)};
    const auto points =
        running_sum(window, {{Date::of(2020, 1, 5), 2}, {Date::of(2020, 1, 5), 1}, {Date::of(2019, 12, 31), 9}},
                    Date::of(2020, 1, 10));
    ASSERT_EQ(points.size(), 3U);
    EXPECT_EQ(points[0].amount, 0);
    EXPECT_EQ(points[1].amount, 3);
    EXPECT_EQ(points[2].day, Date::of(2020, 1, 10));
    EXPECT_EQ(points[2].amount, 3);
}

}  // namespace
}  // namespace samrum::partnership::agreement
