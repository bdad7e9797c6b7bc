#include "app/task_rules.hpp"

#include "foundation/text/words.hpp"

#include <gtest/gtest.h>

namespace samrum::app {
namespace {

using base::Date;

const Date kToday = Date::of(2020, 1, 31);

Task task_of(const char* said, Date due, const char* agreement = "RådRum") {
    Task one;
    one.said = said;
    one.duty.due = due;
    one.agreement = agreement;
    one.mine = true;
    return one;
}
std::string same(std::string_view text) {
    return std::string(text);
}

TEST(TaskRules, AKindByWhatTheDutySays) {
    EXPECT_EQ(kind_of({"report.duty.write", {}}), TaskKind::report);
    EXPECT_EQ(kind_of({"partnership.duty", {{"kind", "notice"}}}), TaskKind::end);
    EXPECT_EQ(kind_of({"partnership.duty", {{"kind", "instalment"}}}), TaskKind::money);
    EXPECT_EQ(kind_of({"partnership.steering.duty.meet", {}}), TaskKind::meeting);
    EXPECT_EQ(kind_of({"partnership.steering.duty.action", {}}), TaskKind::action);
    EXPECT_EQ(kind_of({"partnership.changes.duty", {{"step", "review"}}}), TaskKind::end);
    EXPECT_EQ(kind_of({"partnership.changes.duty", {{"step", "mend"}}}), TaskKind::change);
    EXPECT_EQ(kind_of({"friends.pairs.duty.quiet", {}}), TaskKind::work);
    EXPECT_EQ(kind_of({"registry.duty.dispose", {}}), TaskKind::other);
}

TEST(TaskRules, EveryKindHasItsWord) {
    for (const TaskKindWord& one : kTaskKinds) EXPECT_EQ(task_kind_named(one.word), one.kind);
    EXPECT_EQ(task_kind_named("nonsense"), std::nullopt);
}

TEST(TaskRules, LateSoonAndLaterMeetWithoutGaps) {
    EXPECT_EQ(urgency_of(kToday.plus_days(-1), kToday), Urgency::late);
    EXPECT_EQ(urgency_of(kToday, kToday), Urgency::soon);
    EXPECT_EQ(urgency_of(kToday.plus_days(kSoonDays), kToday), Urgency::soon);
    EXPECT_EQ(urgency_of(kToday.plus_days(kSoonDays + 1), kToday), Urgency::later);
    for (const char* word : {"late", "soon", "later"}) EXPECT_EQ(urgency_word(*urgency_named(word)), word);
}

TEST(TaskRules, AListShowsWhatFitsEachPartOfItsFilter) {
    Task one = task_of("Halvårsrapport", kToday.plus_days(3));
    one.kind = TaskKind::report;
    EXPECT_TRUE(fits(one, {}, kToday, text::folded));
    EXPECT_TRUE(fits(one, {.search = "RÅDRUM halvårs"}, kToday, text::folded));
    EXPECT_FALSE(fits(one, {.search = "radrum"}, kToday, text::folded)) << "å is a letter of its own";
    EXPECT_FALSE(fits(one, {.when = Urgency::late}, kToday, text::folded));
    EXPECT_FALSE(fits(one, {.kind = TaskKind::money}, kToday, text::folded));
    EXPECT_FALSE(fits(one, {.agreement = base::Uuid::ordered()}, kToday, text::folded));
    one.mine = false;
    EXPECT_FALSE(fits(one, {}, kToday, text::folded));
    EXPECT_TRUE(fits(one, {.mine = false}, kToday, text::folded));
}

TEST(TaskRules, OrdersByDayOrByNameWithTheDayBehind) {
    std::vector<Task> tasks{task_of("B", kToday.plus_days(2), "b"), task_of("A", kToday.plus_days(3), "b"),
                            task_of("C", kToday.plus_days(1), "a")};
    const auto said = [&] {
        std::string all;
        for (const Task& one : tasks) all += one.said;
        return all;
    };
    sort_tasks(tasks, "due", false, same);
    EXPECT_EQ(said(), "CBA");
    sort_tasks(tasks, "what", false, same);
    EXPECT_EQ(said(), "ABC");
    sort_tasks(tasks, "agreement", false, same);
    EXPECT_EQ(said(), "CBA");
    sort_tasks(tasks, "due", true, same);
    EXPECT_EQ(said(), "ABC");
}

TEST(TaskRules, ATaskIsToldOnceForItsDayAndOneThatDriftsOnceForAll) {
    const std::vector<SentMark> marks{{kToday.plus_days(30), kToday}};
    EXPECT_TRUE(was_told(marks, kToday.plus_days(30), kToday.plus_days(5)));
    EXPECT_TRUE(was_told(marks, kToday.plus_days(35), kToday.plus_days(5))) << "always a month from now";
    EXPECT_FALSE(was_told(marks, kToday.plus_days(20), kToday.plus_days(5))) << "a meeting was moved";
    EXPECT_FALSE(was_told({}, kToday, kToday));
}

TEST(TaskRules, AReminderComesItsLeadAheadAndNotForOldThings) {
    const Date due = Date::of(2020, 3, 1);
    EXPECT_FALSE(is_reminder_due(due, due.plus_days(-15), 14));
    EXPECT_TRUE(is_reminder_due(due, due.plus_days(-14), 14));
    EXPECT_TRUE(is_reminder_due(due, due.plus_days(kRemindDaysAfter), 14)) << "a server that stood still makes up";
    EXPECT_FALSE(is_reminder_due(due, due.plus_days(kRemindDaysAfter + 1), 14));
    EXPECT_FALSE(is_reminder_due(due, due, std::nullopt)) << "switched off";
    EXPECT_GT(kMarkKeptDays, kRemindDaysAfter) << "a mark outlives what it keeps from being sent again";
}

}  // namespace
}  // namespace samrum::app
