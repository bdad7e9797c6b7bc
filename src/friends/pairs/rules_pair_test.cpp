#include "friends/pairs/rules_pair.hpp"

#include <gtest/gtest.h>

namespace samrum::friends::pairs {
namespace {

using base::Date;

const Date kStart = Date::of(2019, 1, 31);

people::Programme programme() {
    people::Programme one;
    one.id = ProgrammeId::ordered();
    return one;
}
Pair pair(Date started = kStart) {
    return new_pair(programme(), ParticipantId::ordered(), ParticipantId::ordered(), started);
}
Meeting met(const Pair& with, Date day, int minutes) {
    return {with.id, day, minutes, NotedBy::newcomer};
}
std::string problem_of(const base::Problems& problems, std::size_t at = 0) {
    return problems.size() > at ? problems[at].message.key : "";
}

TEST(FriendsPair, PromisesWhatTheProgrammeSays) {
    const Pair one = pair();
    EXPECT_EQ(one.planned_until, Date::of(2019, 7, 31));
    EXPECT_EQ(one.trial_until, Date::of(2019, 3, 2));
    EXPECT_EQ(one.hours_a_month, 6);
    EXPECT_EQ(one.state(), PairState::going);
}

TEST(FriendsPair, CountsItsOwnMonthsAndNeverTooLittle) {
    const Pair one = pair(Date::of(2019, 1, 10));
    const std::vector<Meeting> all{met(one, Date::of(2019, 1, 10), 120), met(one, Date::of(2019, 2, 9), 240),
                                   met(one, Date::of(2019, 2, 10), 90)};
    const auto progress = progress_of(one, all, Date::of(2019, 2, 15));
    ASSERT_EQ(progress.months.size(), 6U);
    EXPECT_EQ(progress.months[0].minutes, 360) << "10 January to 9 February";
    EXPECT_TRUE(progress.months[0].is_full);
    EXPECT_TRUE(progress.months[1].is_now);
    EXPECT_TRUE(progress.months[2].is_coming);
    EXPECT_EQ(progress.minutes_now, 90);
    EXPECT_EQ(progress.minutes_in_all, 450);
    const auto later = progress_of(one, all, Date::of(2019, 8, 1));
    EXPECT_EQ(later.month_now, 7) << "they go on beyond the promise";
    EXPECT_TRUE(later.is_full);
}

TEST(FriendsPair, StandsStillWhilePaused) {
    Pair one = pair(Date::of(2019, 1, 10));
    ASSERT_TRUE(pause(one, "2019-02-01", Date::of(2019, 2, 3)));
    EXPECT_EQ(one.state(), PairState::paused);
    EXPECT_EQ(problem_of(pause(one, "", Date::of(2019, 2, 4)).problems()), "friends.pairs.pause.not_going");
    EXPECT_EQ(progress_of(one, {}, Date::of(2019, 2, 25)).month_now, 1) << "22 days were lived, no more";
    ASSERT_TRUE(resume(one, Date::of(2019, 2, 21)));
    EXPECT_EQ(one.planned_until, Date::of(2019, 7, 30)) << "20 days later than the 10th";
    EXPECT_EQ(progress_of(one, {}, Date::of(2019, 3, 1)).month_now, 1);
    EXPECT_EQ(progress_of(one, {}, Date::of(2019, 3, 2)).month_now, 2);
    EXPECT_EQ(progress_of(one, {}, one.planned_until).month_now, 7);
    EXPECT_EQ(progress_of(one, {}, one.planned_until.plus_days(-1)).month_now, 6);
    EXPECT_EQ(problem_of(resume(one, Date::of(2019, 2, 22)).problems()), "friends.pairs.pause.not_paused");
    EXPECT_EQ(problem_of(pause(one, "2019-02-10", Date::of(2019, 3, 1)).problems()), "friends.pairs.pause.day")
        << "two pauses do not lie over each other";
}

TEST(FriendsPair, PauseOfNoDayMovesNothing) {
    Pair one = pair(Date::of(2019, 1, 10));
    ASSERT_TRUE(pause(one, "", Date::of(2019, 2, 3)));
    ASSERT_TRUE(resume(one, Date::of(2019, 2, 3)));
    EXPECT_EQ(one.planned_until, Date::of(2019, 7, 10));
    EXPECT_TRUE(one.pauses.empty());
}

TEST(FriendsPair, IsQuietAfterFourteenDaysAndATaskAfterThirty) {
    Pair one = pair(Date::of(2019, 1, 10));
    const Date last = Date::of(2019, 2, 1);
    EXPECT_EQ(quiet_of(one, last, last.plus_days(13)), Quiet::no);
    EXPECT_EQ(quiet_of(one, last, last.plus_days(14)), Quiet::mark);
    EXPECT_EQ(quiet_of(one, last, last.plus_days(29)), Quiet::mark);
    EXPECT_EQ(quiet_of(one, last, last.plus_days(30)), Quiet::task);
    EXPECT_EQ(quiet_of(one, {}, Date::of(2019, 1, 24)), Quiet::mark) << "counted from the beginning";
    one.talked_on = last.plus_days(30);
    EXPECT_EQ(quiet_of(one, last, last.plus_days(31)), Quiet::no) << "the coordinator has asked";
    one.talked_on.reset();
    ASSERT_TRUE(pause(one, "", last.plus_days(31)));
    EXPECT_EQ(quiet_of(one, last, last.plus_days(60)), Quiet::no) << "nobody waits for those who rest";
    ASSERT_TRUE(resume(one, last.plus_days(60)));
    EXPECT_EQ(quiet_of(one, last, last.plus_days(73)), Quiet::no);
    EXPECT_EQ(quiet_of(one, last, last.plus_days(74)), Quiet::mark);
    EXPECT_EQ(quiet_of(one, last, one.planned_until), Quiet::no) << "friends beyond their promise are left alone";
}

TEST(FriendsPair, LastsOnTheDayThatTheMonthsAreFull) {
    Pair one = pair(Date::of(2019, 3, 1));
    EXPECT_FALSE(lasts_by(one, Date::of(2019, 8, 31)));
    EXPECT_TRUE(lasts_by(one, Date::of(2019, 9, 1)));
    ASSERT_TRUE(pause(one, "", Date::of(2019, 5, 1)));
    EXPECT_FALSE(lasts_by(one, Date::of(2019, 9, 1))) << "a pause is no time together";
    ASSERT_TRUE(resume(one, Date::of(2019, 5, 11)));
    EXPECT_FALSE(lasts_by(one, Date::of(2019, 9, 10)));
    EXPECT_TRUE(lasts_by(one, Date::of(2019, 9, 11)));
    one.newcomer.reset();
    EXPECT_EQ(one.state(), PairState::broken);
    EXPECT_FALSE(lasts_by(one, Date::of(2019, 9, 11)));
}

TEST(FriendsPair, IsAskedAfterItsTrialMonthOnce) {
    Pair one = pair(Date::of(2019, 3, 1));
    EXPECT_FALSE(awaits_trial_talk(one, Date::of(2019, 3, 30)));
    EXPECT_TRUE(awaits_trial_talk(one, Date::of(2019, 3, 31)));
    one.trial_talk_on = Date::of(2019, 4, 1);
    EXPECT_FALSE(awaits_trial_talk(one, Date::of(2019, 4, 2)));
}

TEST(FriendsMet, ReadsHoursAsPeopleWriteThem) {
    const Pair one = pair();
    const Date today = Date::of(2019, 2, 20);
    const auto minutes = [&](const char* hours) {
        const auto read = read_met({"", hours}, one, NotedBy::newcomer, today);
        return read ? read->minutes : 0;
    };
    EXPECT_EQ(minutes("1"), 60);
    EXPECT_EQ(minutes("1,5"), 90);
    EXPECT_EQ(minutes(" 2.5 "), 150);
    EXPECT_EQ(minutes(".5"), 30);
    EXPECT_EQ(minutes("12"), 720);
    for (const char* bad : {"", "0", "12,5", "-1", "1,25", "tre", "1e3", "99999999999999999999"})
        EXPECT_EQ(minutes(bad), 0) << bad;
}

TEST(FriendsMet, TellsEveryProblemAtOnce) {
    const Pair one = pair();
    const Date today = Date::of(2019, 5, 20);
    const auto read = [&](const char* day, const char* hours, NotedBy who = NotedBy::newcomer) {
        return read_met({day, hours}, one, who, today).problems();
    };
    const auto both = read("2019-05-21", "x");
    EXPECT_EQ(problem_of(both), "friends.pairs.met.future");
    EXPECT_EQ(problem_of(both, 1), "friends.pairs.met.hours");
    EXPECT_EQ(problem_of(read("2019-01-30", "1")), "friends.pairs.met.too_early");
    EXPECT_EQ(problem_of(read("2019-03-01", "1")), "friends.pairs.met.too_long_ago");
    EXPECT_TRUE(read("2019-03-01", "1", NotedBy::coordinator).empty()) << "the coordinator may mend what is older";
    EXPECT_EQ(problem_of(read("2019-02-30", "1")), "base.date.no_such_day");
}

TEST(FriendsPairEnd, NeedsAReasonAndWhatBothDoNext) {
    Pair one = pair();
    const Date today = Date::of(2019, 5, 20);
    const auto problems = read_end({"2019-05-21", "gossip", "", "stays"}, one, today).problems();
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_EQ(problem_of(problems), "friends.pairs.end.day");
    const auto end = read_end({"2019-05-20", "without_us", "leaves", "waits"}, one, today);
    ASSERT_TRUE(end);
    EXPECT_EQ(end->reason, EndReason::without_us);
    EXPECT_EQ(end->established, After::waits);
    one.newcomer.reset();
    EXPECT_TRUE(read_end({"2019-05-20", "other", "", "waits"}, one, today)) << "whoever is gone does nothing next";
}

TEST(FriendsCodes, GoThereAndBack) {
    for (const EndReason reason : end_reasons()) EXPECT_EQ(end_reason_of(code_of(reason)), reason);
    EXPECT_EQ(end_reason_of("police"), std::nullopt);
    for (const PairState state : {PairState::going, PairState::paused, PairState::broken, PairState::ended})
        EXPECT_EQ(pair_state_of(code_of(state)), state);
}

}  // namespace
}  // namespace samrum::friends::pairs
