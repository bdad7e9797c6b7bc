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

TEST(AsThingsStand, OnlyWhatIsAboutTheTimeBeforeTheEndIsStillToCome) {
    const Date end = Date::of(2020, 7, 10);
    const auto report = [](Date day, const char* key, std::optional<base::Period> covers) {
        KeyDate one = on(DateKind::report, day);
        one.subject = key;
        one.covers = std::move(covers);
        one.when = When::by;
        return one;
    };
    const std::vector<KeyDate> dates{
        on(DateKind::instalment, Date::of(2020, 7, 1)),
        report(Date::of(2020, 7, 31), "stated", {}),
        on(DateKind::meeting, Date::of(2020, 12, 31)),
        report(Date::of(2020, 12, 31), "half-year", base::Period{Date::of(2020, 7, 1), Date::of(2020, 12, 31)}),
        on(DateKind::year_end_account, Date::of(2020, 12, 31)),
        report(Date::of(2021, 1, 31), "stated", {}),
        on(DateKind::ends, Date::of(2021, 6, 30)),
        report(Date::of(2021, 6, 30), "half-year", base::Period{Date::of(2021, 1, 1), Date::of(2021, 6, 30)}),
        on(DateKind::year_end_account, Date::of(2021, 12, 31))};
    AgreementHead head;
    EXPECT_EQ(as_things_stand(dates, head).size(), dates.size()) << "it runs to its end";
    head.ended_on = end;
    std::string left;
    for (const KeyDate& one : as_things_stand(dates, head))
        left += std::string(word_of(one.kind)) + " " + one.day.iso() + "; ";
    EXPECT_EQ(left,
              "instalment 2020-07-01; report 2020-07-10; ends 2020-07-10; report 2020-07-31; "
              "year_end_account 2020-12-31; ")
        << "the last report is asked for when it ends";
}

TEST(AgreementHead, ABreachEndsItOnTheDayItselfAndNoticeAfterItsLastDay) {
    AgreementHead head;
    head.first = Date::of(2019, 7, 1);
    head.last = Date::of(2021, 6, 30);
    head.ended_on = Date::of(2020, 7, 10);
    head.ended_how = "notice";
    EXPECT_TRUE(head.in_force(Date::of(2020, 7, 10)));
    EXPECT_FALSE(head.in_force(Date::of(2020, 7, 11)));
    head.ended_how = "breach";
    EXPECT_TRUE(head.in_force(Date::of(2020, 7, 9)));
    EXPECT_FALSE(head.in_force(Date::of(2020, 7, 10)));
    EXPECT_EQ(force_of(head, Date::of(2020, 7, 10)), Force::terminated);
}

}  // namespace
}  // namespace samrum::partnership::agreement
