#include "advice/sites/rules_hours.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace samrum::advice::sites {
namespace {

using base::Date;
using base::Period;

const SiteId kSite = SiteId::ordered();

WeeklyRule rule(unsigned weekday, int from, int to, Date first, std::optional<Date> last = {}, int every = 1) {
    WeeklyRule one;
    one.id = RuleId::ordered();
    one.site = kSite;
    one.weekday = weekday;
    one.every_weeks = every;
    one.starts = {from * 60};
    one.ends = {to * 60};
    one.days = Period(first, last);
    return one;
}
Hours hours_with(std::vector<WeeklyRule> rules, std::vector<Closure> closures = {}) {
    Site site;
    site.id = kSite;
    site.opened_on = Date::of(2019, 1, 1);
    return {site, std::move(rules), std::move(closures)};
}
std::vector<std::string> days(const std::vector<Slot>& slots) {
    std::vector<std::string> all;
    for (const Slot& one : slots) all.push_back(one.day.iso());
    return all;
}
/// Rows as they stand after slots were made into sessions.
std::vector<Session> rows_of(const std::vector<Slot>& slots) {
    std::vector<Session> rows;
    for (const Slot& slot : slots) {
        Session one;
        one.id = SessionId::ordered();
        one.site = kSite;
        one.day = slot.day;
        one.slot_day = slot.day;
        one.starts = slot.starts;
        one.ends = slot.ends;
        one.rule = slot.rule;
        one.wants = slot.wants;
        rows.push_back(one);
    }
    return rows;
}

TEST(DaysOff, AreHolidaysAndTheirEves) {
    for (const Date day :
         {Date::of(2019, 12, 24), Date::of(2019, 12, 25), Date::of(2019, 12, 26), Date::of(2019, 12, 31),
          Date::of(2020, 1, 1), Date::of(2020, 1, 6), Date::of(2020, 4, 10), Date::of(2020, 4, 11),
          Date::of(2020, 6, 19), Date::of(2020, 6, 20), Date::of(2020, 5, 1), Date::of(2022, 12, 24)})
        EXPECT_TRUE(is_day_off(day)) << day.iso();
    for (const Date day : {Date::of(2020, 2, 1), Date::of(2020, 2, 2), Date::of(2020, 1, 31), Date::of(2020, 12, 23)})
        EXPECT_FALSE(is_day_off(day)) << day.iso();
}

TEST(Slots, FollowRulesClosuresAndHolidays) {
    const Closure closed{ClosureId::ordered(), std::nullopt, Period(Date::of(2019, 12, 9), Date::of(2019, 12, 15)),
                         "x"};
    const auto hours = hours_with({rule(2, 16, 18, Date::of(2019, 7, 1))}, {closed});
    // The 10th is closed; the 24th and 31st are eves.
    EXPECT_EQ(days(slots_of(hours, Date::of(2019, 12, 1), Date::of(2020, 1, 14))),
              (std::vector<std::string>{"2019-12-03", "2019-12-17", "2020-01-07", "2020-01-14"}));
}

TEST(Slots, OpenOnHolidaysWhereTheRuleSaysSo) {
    auto on_holidays = rule(2, 16, 18, Date::of(2019, 7, 1));
    on_holidays.on_holidays = true;
    EXPECT_EQ(days(slots_of(hours_with({on_holidays}), Date::of(2019, 12, 24), Date::of(2019, 12, 31))),
              (std::vector<std::string>{"2019-12-24", "2019-12-31"}));
}

TEST(Slots, CountEveryOtherWeekFromTheFirstDay) {
    // The log of Linero has these Thursdays.
    const auto hours = hours_with({rule(4, 17, 19, Date::of(2019, 8, 22), std::nullopt, 2)});
    EXPECT_EQ(
        days(slots_of(hours, Date::of(2019, 8, 1), Date::of(2019, 10, 31))),
        (std::vector<std::string>{"2019-08-22", "2019-09-05", "2019-09-19", "2019-10-03", "2019-10-17", "2019-10-31"}));
    // A year has 53 weeks now and then: no week is counted twice.
    const auto turn = slots_of(hours, Date::of(2020, 12, 1), Date::of(2021, 2, 1));
    for (std::size_t i = 1; i < turn.size(); ++i) EXPECT_EQ(turn[i - 1].day.days_until(turn[i].day) % 14, 0);
}

TEST(Slots, LieWithinTheSitesOwnTime) {
    auto hours = hours_with({rule(2, 16, 18, Date::of(2019, 1, 1))});
    hours.site.opened_on = Date::of(2019, 1, 15);
    hours.site.closed_on = Date::of(2019, 1, 22);
    EXPECT_EQ(days(slots_of(hours, Date::of(2019, 1, 1), Date::of(2019, 2, 28))),
              (std::vector<std::string>{"2019-01-15", "2019-01-22"}));
}

TEST(Clash, NeedsTheSameTime) {
    const auto tuesday = rule(2, 16, 18, Date::of(2019, 7, 1));
    const std::vector<WeeklyRule> others{tuesday};
    EXPECT_TRUE(clash(rule(2, 17, 19, Date::of(2019, 9, 1)), others));
    EXPECT_FALSE(clash(rule(2, 18, 19, Date::of(2019, 9, 1)), others)) << "one ends when the other begins";
    EXPECT_FALSE(clash(rule(3, 16, 18, Date::of(2019, 9, 1)), others));
    EXPECT_FALSE(clash(rule(2, 16, 18, Date::of(2019, 1, 1), Date::of(2019, 6, 30)), others));
    const std::vector<WeeklyRule> odd{rule(4, 17, 19, Date::of(2019, 8, 22), std::nullopt, 2)};
    EXPECT_FALSE(clash(rule(4, 17, 19, Date::of(2019, 8, 29), std::nullopt, 2), odd)) << "the other weeks";
    EXPECT_TRUE(clash(rule(4, 17, 19, Date::of(2019, 9, 5), std::nullopt, 2), odd));
}

class Plans : public ::testing::Test {
  protected:
    const Date first_ = Date::of(2020, 2, 3);
    const Date last_ = Date::of(2020, 3, 29);
    Hours hours_ = hours_with({rule(2, 16, 18, Date::of(2019, 7, 1))});
    std::vector<Session> rows_ = rows_of(slots_of(hours_, first_, last_));

    Plan plan() { return plan_for(slots_of(hours_, first_, last_), rows_); }
};

TEST_F(Plans, HaveNothingToDoWhenAllIsAsTheHoursSay) {
    EXPECT_EQ(rows_.size(), 8U);
    EXPECT_TRUE(plan().empty());
}

TEST_F(Plans, AnotherWeekdayRemovesAndAdds) {
    hours_.rules =
        with_change(hours_.rules, {Date::of(2020, 2, 17), hours_.rules[0].id, rule(3, 16, 18, Date::of(2020, 2, 17))});
    const Plan p = plan();
    EXPECT_EQ(p.remove.size(), 6U);
    EXPECT_EQ(p.add.size(), 6U);
    EXPECT_TRUE(p.change.empty());
    EXPECT_EQ(p.add[0].day, Date::of(2020, 2, 19));
}

TEST_F(Plans, AnotherClockMovesSessionsAndKeepsThem) {
    const Date from = Date::of(2020, 2, 17);
    hours_.rules = with_change(hours_.rules, {from, hours_.rules[0].id, rule(2, 17, 19, from)});
    const Plan p = plan();
    EXPECT_TRUE(p.add.empty());
    EXPECT_TRUE(p.remove.empty());
    ASSERT_EQ(p.change.size(), 6U);
    EXPECT_EQ(p.change[0].id, rows_[2].id);
    EXPECT_EQ(p.change[0].starts.minutes, 17 * 60);
}

TEST_F(Plans, LeaveWhatAPersonTouched) {
    rows_[0].edited = true;  // moved to the Wednesday
    rows_[0].day = rows_[0].day.plus_days(1);
    rows_[1].state = SessionState::cancelled;
    rows_[1].edited = true;
    rows_[2].state = SessionState::open;
    rows_[3].state = SessionState::held;
    EXPECT_TRUE(plan().empty()) << "each stands for its slot";
    hours_.rules.clear();
    const Plan p = plan();
    EXPECT_EQ(p.remove.size(), 4U);
    ASSERT_EQ(p.stay.size(), 1U);
    EXPECT_EQ(p.stay[0].id, rows_[0].id);
}

TEST_F(Plans, DoNotDoubleAnEditedSessionWhenTheClockChanges) {
    rows_[2].edited = true;
    rows_[2].ends = {19 * 60};
    const Date from = Date::of(2020, 2, 17);
    hours_.rules = with_change(hours_.rules, {from, hours_.rules[0].id, rule(2, 17, 19, from)});
    const Plan p = plan();
    EXPECT_EQ(p.change.size(), 5U);
    EXPECT_TRUE(p.add.empty());
    EXPECT_EQ(p.stay.size(), 1U);
}

TEST_F(Plans, CallInAgainWhatTheHoursHadTakenAway) {
    rows_[4].state = SessionState::cancelled;  // by a closure, since somebody had a shift there
    rows_[4].reason = "Sportlov";
    const Plan p = plan();
    ASSERT_EQ(p.change.size(), 1U);
    EXPECT_EQ(p.change[0].state, SessionState::planned);
    EXPECT_EQ(p.change[0].reason, "");
}

TEST_F(Plans, AnExtraSessionAtTheSameTimeIsNotDoubled) {
    rows_.erase(rows_.begin());
    Session extra;
    extra.id = SessionId::ordered();
    extra.site = kSite;
    extra.day = Date::of(2020, 2, 4);
    extra.starts = {16 * 60};
    extra.ends = {18 * 60};
    extra.edited = true;
    rows_.push_back(extra);
    EXPECT_TRUE(plan().empty());
}

/// Whatever is changed by hand and whatever the hours become: carried out, a plan leaves nothing to do, touches nothing
/// that it must not, and never has two sessions begin at the same time.
TEST(PlansOfChance, SettleAtOnce) {
    std::mt19937 random(7);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const Date first = Date::of(2020, 2, 3);
    const Date last = Date::of(2020, 5, 31);
    const auto some_rules = [&] {
        std::vector<WeeklyRule> rules;
        for (int i = pick(4); i >= 0; --i) {
            const int from = 10 + pick(6);
            const Date begins = first.plus_days(pick(30) - 20);
            auto one = rule(1 + static_cast<unsigned>(pick(3)), from, from + 1 + pick(3), begins,
                            pick(3) ? std::nullopt : std::optional(begins.plus_days(pick(60))), 1 + pick(2));
            if (!clash(one, rules)) rules.push_back(one);
        }
        return rules;
    };
    for (int turn = 0; turn < 80; ++turn) {
        auto hours = hours_with(some_rules());
        auto rows = rows_of(slots_of(hours, first, last));
        for (Session& one : rows) {
            if (pick(6) == 0)
                one.edited = true, one.day = one.day.plus_days(pick(3)), one.starts.minutes += 7 * pick(2);
            if (pick(6) == 0) one.state = SessionState::cancelled, one.edited = one.edited || pick(2) == 0;
            if (pick(9) == 0) one.state = SessionState::held;
        }
        std::set<std::pair<Date, int>> seen;
        std::erase_if(rows, [&](const Session& one) { return !seen.emplace(one.day, one.starts.minutes).second; });
        const auto before = rows;
        hours.rules = some_rules();
        const auto slots = slots_of(hours, first, last);
        const Plan plan = plan_for(slots, rows);
        for (const Session& gone : plan.remove)
            std::erase_if(rows, [&](const Session& one) { return one.id == gone.id; });
        for (const Session& changed : plan.change) *std::ranges::find(rows, changed.id, &Session::id) = changed;
        for (Session& added : rows_of(plan.add)) rows.push_back(added);

        EXPECT_TRUE(plan_for(slots, rows).empty());
        std::set<std::pair<Date, int>> starts;
        for (const Session& one : rows) EXPECT_TRUE(starts.emplace(one.day, one.starts.minutes).second);
        for (const Session& old : before) {
            if (!old.edited && old.state != SessionState::held) continue;
            const auto now = std::ranges::find(rows, old.id, &Session::id);
            ASSERT_NE(now, rows.end());
            EXPECT_TRUE(now->day == old.day && now->starts == old.starts && now->state == old.state);
        }
    }
}

TEST(Spans, TellHowTheHoursHaveBeen) {
    const auto spans = spans_of(
        {rule(4, 17, 19, Date::of(2019, 8, 19), Date::of(2019, 10, 31), 2), rule(4, 16, 19, Date::of(2019, 11, 1))});
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_EQ(spans[0].days, Period(Date::of(2019, 8, 19), Date::of(2019, 10, 31)));
    EXPECT_EQ(spans[0].minutes_a_week, 60);
    EXPECT_EQ(spans[1].minutes_a_week, 180);
    EXPECT_FALSE(spans[1].days.last());
    EXPECT_TRUE(spans_of({}).empty());
}

}  // namespace
}  // namespace samrum::advice::sites
