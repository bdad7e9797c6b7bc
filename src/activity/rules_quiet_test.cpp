#include "activity/rules_quiet.hpp"

#include <gtest/gtest.h>

namespace samrum::activity {
namespace {

using base::Date;

std::vector<Date> weekly(Date first, int weeks) {
    std::vector<Date> days;
    for (int i = 0; i < weeks; ++i) days.push_back(first.plus_days(7 * i));
    return days;
}

TEST(QuietWeeks, PromptWhereARhythmBroke) {
    // Tuesdays from 3 September; nothing in the week of 21 October.
    auto days = weekly(Date::of(2019, 9, 3), 7);
    EXPECT_EQ(quiet_weeks(days, Date::of(2019, 10, 30)), std::vector<Date>{Date::of(2019, 10, 21)});
    days.push_back(Date::of(2019, 10, 27));
    EXPECT_TRUE(quiet_weeks(days, Date::of(2019, 10, 30)).empty());
}

TEST(QuietWeeks, TheRunningWeekIsNotOverYet) {
    EXPECT_TRUE(quiet_weeks(weekly(Date::of(2019, 9, 3), 7), Date::of(2019, 10, 27)).empty());
    EXPECT_EQ(quiet_weeks(weekly(Date::of(2019, 9, 3), 7), Date::of(2019, 10, 28)).size(), 1U);
}

TEST(QuietWeeks, NoRhythmNoPrompt) {
    EXPECT_TRUE(quiet_weeks({}, Date::of(2019, 10, 30)).empty());
    EXPECT_TRUE(quiet_weeks(std::vector{Date::of(2019, 9, 3), Date::of(2019, 10, 8)}, Date::of(2019, 10, 30)).empty());
}

TEST(QuietWeeks, ChristmasIsLeftOutAndReminderEnds) {
    const auto days = weekly(Date::of(2019, 11, 5), 7);  // the last on 17 December
    EXPECT_TRUE(quiet_weeks(days, Date::of(2020, 1, 6)).empty()) << "both weeks of Christmas and New Year are short";
    EXPECT_EQ(quiet_weeks(days, Date::of(2020, 1, 13)), std::vector<Date>{Date::of(2020, 1, 6)});
    EXPECT_TRUE(quiet_weeks(days, Date::of(2020, 3, 2)).empty()) << "a rhythm that ended is not asked for again";
}

TEST(QuietWeeks, WeeksBeginOnMonday) {
    EXPECT_EQ(monday_of(Date::of(2020, 1, 31)), Date::of(2020, 1, 27));
    EXPECT_EQ(monday_of(Date::of(2020, 1, 27)), Date::of(2020, 1, 27));
    EXPECT_EQ(monday_of(Date::of(2020, 2, 2)), Date::of(2020, 1, 27));
}

}  // namespace
}  // namespace samrum::activity
