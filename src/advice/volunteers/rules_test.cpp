#include "advice/volunteers/rules_input.hpp"
#include "advice/volunteers/rules_stage.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::advice::volunteers {
namespace {

using base::Date;
using base::Period;

const Date kToday = Date::of(2020, 1, 31);

bool has(const base::Problems& problems, std::string_view field, std::string_view key) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const auto& one) { return one.field == field && one.message.key == key; });
}

Volunteer active() {
    Volunteer one;
    one.stage = Stage::active;
    one.started_on = Date::of(2019, 9, 1);
    one.languages = {"sv"};
    return one;
}

TEST(VolunteerStages, LeadToTheRotaAndEveryStepIsInTheTable) {
    EXPECT_EQ(stages_after(Stage::applied).front(), Stage::interviewed);
    EXPECT_TRUE(may_follow(Stage::interviewed, Stage::active)) << "missing training never blocks";
    EXPECT_FALSE(may_follow(Stage::active, Stage::applied));
    EXPECT_TRUE(stages_after(Stage::active).empty()) << "leaving is a verb of its own, with its reason";
    EXPECT_TRUE(stages_after(Stage::left).empty());
    EXPECT_FALSE(may_follow(Stage::left, Stage::active));
}

TEST(VolunteerStages, MissingTrainingWarnsOnlyThoseWhoAreActive) {
    Volunteer one = active();
    EXPECT_EQ(warnings_of(one), (std::vector<std::string_view>{"untrained"}));
    one.trained_on = kToday;
    EXPECT_TRUE(warnings_of(one).empty());
    one.languages.clear();
    EXPECT_EQ(warnings_of(one), (std::vector<std::string_view>{"no_languages"}));
    one.stage = Stage::training;
    EXPECT_TRUE(warnings_of(one).empty());
}

TEST(VolunteerStages, AJobAndStudiesAreSuccesses) {
    EXPECT_TRUE(is_success(LeaveReason::full_time_job) && is_success(LeaveReason::studies));
    for (const auto reason : {LeaveReason::moved, LeaveReason::health, LeaveReason::time, LeaveReason::other})
        EXPECT_FALSE(is_success(reason));
}

TEST(VolunteerStages, WhatIsKeptEndsOnADay) {
    Volunteer one;
    one.stage_on = Date::of(2019, 12, 31);
    one.stage = Stage::declined;
    EXPECT_EQ(applicant_kept_until(one), Date::of(2020, 3, 31));
    one.stage = Stage::applied;
    EXPECT_EQ(applicant_kept_until(one), Date::of(2020, 12, 31));
    one.stage = Stage::left;
    one.left_on = Date::of(2019, 11, 30);
    EXPECT_FALSE(applicant_kept_until(one));
    EXPECT_EQ(note_kept_until(one), Date::of(2020, 2, 29));
}

TEST(VolunteerBreaks, TakeThemOutOfTheRotaAndBack) {
    Volunteer one = active();
    EXPECT_TRUE(add_break(one, "2020-01-13", ""));
    EXPECT_FALSE(one.is_there_on(kToday));
    EXPECT_TRUE(one.is_there_on(Date::of(2020, 1, 12)));
    EXPECT_TRUE(
        has(add_break(one, "2020-03-01", "2020-03-02").problems(), "first", "advice.volunteers.break.overlaps"));
    EXPECT_TRUE(end_break(one, kToday));
    EXPECT_EQ(one.breaks, (std::vector{Period(Date::of(2020, 1, 13), Date::of(2020, 1, 30))}));
    EXPECT_TRUE(one.is_there_on(kToday));
    EXPECT_FALSE(end_break(one, kToday));
    EXPECT_TRUE(add_break(one, "2020-01-31", "2020-02-05"));
    EXPECT_TRUE(end_break(one, kToday)) << "one that began today was none";
    EXPECT_EQ(one.breaks.size(), 1U);
    EXPECT_EQ(add_break(one, "2020-05-02", "2020-05-01").problems().at(0).field, "last");
}

TEST(VolunteerBreaks, ComingBackAfterLeavingKeepsTheYearsBefore) {
    Volunteer one = active();
    one.stage = Stage::left;
    one.left_on = Date::of(2019, 12, 31);
    one.leave_reason = LeaveReason::studies;
    come_back(one, kToday);
    EXPECT_TRUE(one.is_there_on(Date::of(2019, 12, 31)) && one.is_there_on(kToday));
    EXPECT_FALSE(one.is_there_on(Date::of(2020, 1, 15)));
    EXPECT_EQ(one.started_on, Date::of(2019, 9, 1));
    EXPECT_FALSE(one.left_on || one.leave_reason);
}

TEST(VolunteerInput, LeavingHasADayAndAReason) {
    const Volunteer one = active();
    EXPECT_TRUE(read_leaving({"2020-01-31", "studies"}, one, kToday));
    const auto all = read_leaving({"2019-08-31", ""}, one, kToday).problems();
    EXPECT_TRUE(has(all, "reason", "advice.volunteers.reason.missing"));
    EXPECT_TRUE(has(all, "last_day", "advice.volunteers.leave.before_start"));
    EXPECT_FALSE(read_leaving({"2022-01-01", "moved"}, one, kToday));
}

TEST(VolunteerInput, TimesAreReadAsTheyAreWritten) {
    const auto site = sites::SiteId::ordered();
    const std::vector<std::string> marks{"2:", "4:" + site.text(), "2:"};
    const auto read = read_availability(marks, {site}).value();
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(mark_of(read[1]), marks[1]);
    for (const char* bad : {"8:", "0:", "2", "", "2:x", "2:00000000-0000-4000-8000-000000000000"})
        EXPECT_FALSE(read_availability({bad}, {site})) << bad;
    EXPECT_EQ(read_most_shifts("").value(), 0);
    EXPECT_EQ(read_most_shifts(" 4 ").value(), 4);
    for (const char* bad : {"-1", "32", "4x", "fyra", "99999999999999999999"})
        EXPECT_FALSE(read_most_shifts(bad)) << bad;
}

TEST(VolunteerInput, LanguagesAreThoseOfTheListEachOnce) {
    EXPECT_EQ(read_languages({"so", "sv", "so"}).value(), (std::vector<std::string>{"sv", "so"}));
    EXPECT_FALSE(read_languages({"klingon"}));
}

/// Whatever a stranger sends: every problem at once, and nothing that breaks a line, a page or a table.
TEST(VolunteerApplication, JudgesHostileInput) {
    const auto all = read_application({"", "", "", {}, std::string(501, 'x')}, kToday).problems();
    EXPECT_TRUE(has(all, "languages", "advice.volunteers.language.missing"));
    EXPECT_TRUE(has(all, "message", "advice.volunteers.text.long"));
    EXPECT_TRUE(has(all, "email", "advice.volunteers.contact.missing"));
    const auto taken = read_application({"A", "a@example.org", "", {"sv"}, "<script>\r\nBcc: x\x01\x7f åäö "}, kToday);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->message, "<script>  Bcc: x   åäö");
    std::string longest;
    for (int i = 0; i < 500; ++i) longest += "å";
    EXPECT_TRUE(read_application({"A", "", "046-12 34 56", {"sv"}, longest}, kToday)) << "characters count, not bytes";
    EXPECT_TRUE(has(read_application({"A", "a@example.org", "", {"sv", "xx"}, ""}, kToday).problems(), "languages",
                    "advice.volunteers.language.unknown"));
}

TEST(VolunteerInput, CoursesAndGuestsTellEveryProblem) {
    Course one;
    EXPECT_EQ(read_course({"", "party", "never", "25:00", std::string(121, 'x'), "-1"}, one).problems().size(), 6U);
    EXPECT_TRUE(read_course({"Grundkurs", "basics", "2020-02-15", "10:00", "", ""}, one));
    EXPECT_EQ(read_guests({"person", "", "0"}).problems().size(), 3U);
    EXPECT_EQ(read_guests({"network", "Dalby", "4"}).value().n, 4);
    one.own = {{VolunteerId::ordered(), true}, {VolunteerId::ordered(), false}};
    one.guests = {{GuestKind::network, "Dalby", 4}};
    EXPECT_EQ(one.people(), 6) << "signed up";
    one.held = true;
    EXPECT_EQ(one.people(), 5) << "who came";
}

}  // namespace
}  // namespace samrum::advice::volunteers
