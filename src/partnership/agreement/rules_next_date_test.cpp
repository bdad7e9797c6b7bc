#include "partnership/agreement/rules_next_date.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::agreement {
namespace {

using base::Date;

const Date kToday = Date::of(2020, 1, 31);

KeyDate on(DateKind kind, Date day) {
    KeyDate one;
    one.kind = kind;
    one.day = day;
    return one;
}

TEST(NextDate, IsTheFirstFromTodayOnThatAsksForSomething) {
    const std::vector<KeyDate> dates{on(DateKind::report, kToday.plus_days(-1)), on(DateKind::counted, kToday),
                                     on(DateKind::review, kToday.plus_days(9)),
                                     on(DateKind::ends, kToday.plus_days(90))};
    const auto next = next_date(dates, {}, kToday);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->kind, DateKind::review);
    EXPECT_FALSE(next_date(dates, {}, kToday.plus_days(91)));
}

TEST(NextDate, IsWhatIsLateWhileItIsOpen) {
    const std::vector<KeyDate> dates{on(DateKind::report, kToday.plus_days(-31)),
                                     on(DateKind::review, kToday.plus_days(9))};
    const std::vector<KeyDate> open{on(DateKind::report, kToday.plus_days(-31)),
                                    on(DateKind::step, kToday.plus_days(-2))};
    EXPECT_EQ(next_date(dates, {}, kToday, open)->day, kToday.plus_days(-31));
    EXPECT_EQ(next_date(dates, {}, kToday, std::span(open).subspan(1))->kind, DateKind::step);
    EXPECT_EQ(next_date(dates, {}, kToday)->kind, DateKind::review) << "nobody knows whether it was done";
    AgreementHead head;
    head.ended_on = kToday.plus_days(-5);
    EXPECT_EQ(next_date(dates, head, kToday, open)->kind, DateKind::report) << "an end does not do what is left";
}

TEST(NextDate, AnEndBeforeItsTimeTakesAwayWhatHangsOnGoingOn) {
    const std::vector<KeyDate> dates{on(DateKind::instalment, kToday.plus_days(40)),
                                     on(DateKind::report, kToday.plus_days(60)),
                                     on(DateKind::ends, kToday.plus_days(90))};
    AgreementHead head;
    head.ended_on = kToday.plus_days(30);
    const auto next = next_date(dates, head, kToday);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->kind, DateKind::ends);
    EXPECT_EQ(next->day, kToday.plus_days(30));
    EXPECT_EQ(next_date(dates, head, kToday.plus_days(31))->kind, DateKind::report)
        << "its time is still to be told of";
    EXPECT_FALSE(next_date(dates, head, kToday.plus_days(61)));
}

}  // namespace
}  // namespace samrum::partnership::agreement
