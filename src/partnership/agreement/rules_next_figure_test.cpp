#include "partnership/agreement/rules_next_figure.hpp"

#include "partnership/agreement/files_for_tests.hpp"

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;

const Date kToday = Date::of(2020, 1, 31);

Delivery delivered(Date first, Date last, bool standing = true) {
    Delivery one;
    one.commitment = "sessions";
    one.period = Period{first, last};
    one.standing = standing;
    return one;
}
const Delivery kAutumn = delivered(Date::of(2019, 7, 1), Date::of(2019, 12, 31));
const Delivery kDecember = delivered(Date::of(2019, 12, 1), Date::of(2019, 12, 31));

/// An agreement whose association promises sessions and reports so many days after each half-year.
class NextFigureOf : public testing::Test {
  protected:
    std::optional<NextFigure> next(const std::vector<Delivery>& deliveries, Date today = kToday) {
        const auto file = read_well(small(period_,
                                          "[[commitments]]\nkey = \"sessions\"\nby = [\"club\"]\nkind = "
                                          "\"activity\"\ntitle = \"T\"\n" +
                                              reports_));
        const auto dates = key_dates(file.agreement, file.criteria, today.plus_years(2));
        return next_figure(file.agreement, dates, file.agreement.commitments.at(0), deliveries, today);
    }
    std::string period_ = "first = 2019-07-01\nlast = 2021-06-30";
    std::string reports_ = report("club");
    static std::string report(const std::string& from) {
        return "[[reports]]\nkey = \"half\"\nkind = \"half_year\"\ntitle = \"R\"\nper = \"half_year\"\n"
               "days_after = 45\nfrom = [\"" +
               from + "\"]\n";
    }
};

TEST_F(NextFigureOf, APromiseWithoutRhythmIsDueWithTheNextReport) {
    const auto due = next({});
    ASSERT_TRUE(due && due->report);
    EXPECT_EQ(due->day, Date::of(2020, 2, 14));
    EXPECT_EQ(due->report->covers, (Period{Date::of(2019, 7, 1), Date::of(2019, 12, 31)}));
}

TEST_F(NextFigureOf, AReportThatWasToldOfAlreadyAsksForNoMore) {
    EXPECT_EQ(next({delivered(Date::of(2019, 7, 1), Date::of(2019, 12, 31), false)})->day, Date::of(2020, 8, 14));
    EXPECT_EQ(next({delivered(Date::of(2019, 7, 2), Date::of(2019, 12, 31), false)})->day, Date::of(2020, 2, 14));
}

TEST_F(NextFigureOf, WhatArrivesByItselfIsExpectedByItsRhythm) {
    const auto monthly = next({delivered(Date::of(2020, 1, 1), Date::of(2020, 1, 31)), kAutumn}, Date::of(2020, 2, 20));
    EXPECT_EQ(monthly->day, Date::of(2020, 3, 1));
    EXPECT_FALSE(monthly->report);
    EXPECT_EQ(next({kDecember})->day, Date::of(2020, 2, 1));
    EXPECT_EQ(next({kAutumn})->day, Date::of(2020, 7, 1)) << "before the report of August";
    EXPECT_EQ(rhythm_of({kAutumn}), Every::half_year);
    EXPECT_EQ(rhythm_of({delivered(Date::of(2020, 2, 1), Date::of(2020, 2, 29))}), Every::month);
    EXPECT_FALSE(rhythm_of({delivered(Date::of(2020, 1, 1), Date::of(2020, 1, 31), false)}));
}

TEST_F(NextFigureOf, ACorrectionByHandDoesNotStopTheRhythm) {
    Delivery corrected = kDecember;
    corrected.standing = false;
    corrected.version = 2;
    EXPECT_EQ(next({corrected, kDecember})->day, Date::of(2020, 2, 1));
}

TEST_F(NextFigureOf, ARhythmThatStoppedIsNotSpokenOf) {
    EXPECT_EQ(next({kDecember}, Date::of(2020, 2, 2))->day, Date::of(2020, 2, 14)) << "only the report stands";
    reports_.clear();
    EXPECT_FALSE(next({kDecember}, Date::of(2020, 2, 2)));
    period_ = "first = 2019-07-01\nlast = 2019-12-31";
    EXPECT_FALSE(next({kDecember}, Date::of(2020, 1, 1))) << "nothing is promised after the end";
}

TEST_F(NextFigureOf, TheReportOfAnotherPartyAsksForNothing) {
    reports_ = report("town");
    EXPECT_FALSE(next({}));
}

}  // namespace
}  // namespace samrum::partnership::agreement
