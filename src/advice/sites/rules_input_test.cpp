#include "advice/sites/rules_input.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::advice::sites {
namespace {

using base::Date;

template <class T>
std::vector<std::string> fields_of(const base::Result<T>& result) {
    std::vector<std::string> fields;
    for (const auto& one : result.problems()) fields.push_back(one.field);
    return fields;
}
Site open_site() {
    Site site;
    site.id = SiteId::ordered();
    site.opened_on = Date::of(2019, 7, 1);
    return site;
}
RuleInput tuesday() {
    return {.weekday = "2",
            .every_weeks = "1",
            .starts = "16:00",
            .ends = "18.00",
            .first = "2019-07-01",
            .wants = {.advisers = "3"}};
}

TEST(Slugs, AreMadeOfNames) {
    EXPECT_EQ(slug_from("Lunds stadsbibliotek"), "lunds-stadsbibliotek");
    EXPECT_EQ(slug_from("Café Åkarp – Övre våningen"), "cafe-akarp-ovre-vaningen");
    EXPECT_EQ(slug_from("دری"), "");
    EXPECT_LE(slug_from(std::string(200, 'a')).size(), 40U);
}

TEST(Slugs, KeepOutOfTheWayOfAddresses) {
    EXPECT_TRUE(judge_slug("linero"));
    for (const char* typed : {"", "a", "Linero", "lin ero", "-linero", "linero-", "a/b", "åkarp"})
        EXPECT_FALSE(judge_slug(typed)) << typed;
    for (const char* typed : {"me", "sites", "sessions", "volunteers", "rota", "new"})
        EXPECT_EQ(judge_slug(typed).problems().at(0).message.key, "advice.sites.problem.slug_reserved") << typed;
}

TEST(SiteInputs, TellEveryProblemAtOnce) {
    const auto site = judge_site({.slug = "A B", .desks = "0", .note_days = "x", .opened_on = "2019-02-30"}, "Linero");
    EXPECT_EQ(fields_of(site), (std::vector<std::string>{"place", "activity", "slug", "municipality", "desks",
                                                         "note_days", "opened_on"}));
}

TEST(RuleInputs, AreRead) {
    const auto rule = judge_rule(tuesday(), open_site(), {});
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->weekday, 2U);
    EXPECT_EQ(rule->ends.minutes, 18 * 60);
    EXPECT_EQ(rule->wants.advisers, 3);
    EXPECT_FALSE(rule->days.last());
}

TEST(RuleInputs, TellWhatIsWrong) {
    auto input = tuesday();
    input.weekday = "8";
    input.ends = "16:00";
    input.wants.advisers = "0";
    EXPECT_EQ(fields_of(judge_rule(input, open_site(), {})), (std::vector<std::string>{"weekday", "ends", "advisers"}));
    const Site site = open_site();
    const auto other = judge_rule(tuesday(), site, {});
    EXPECT_EQ(judge_rule(tuesday(), site, {*other}).problems().at(0).message.key, "advice.sites.problem.overlap");
}

TEST(Closures, EndOnTheirFirstDayUnlessSaid) {
    const auto one = judge_closure({"", "2020-06-22", "", "Sommar"});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->days, base::Period(Date::of(2020, 6, 22), Date::of(2020, 6, 22)));
    EXPECT_EQ(fields_of(judge_closure({"x", "2020-06-22", "2020-06-01", " "})),
              (std::vector<std::string>{"site", "last", "reason"}));
}

TEST(HeldInputs, ReadHoursAsPeopleWriteThem) {
    EXPECT_EQ(judge_held({"3", "7,5"})->minutes, 450);
    EXPECT_EQ(judge_held({"3", ""})->minutes, std::nullopt);
    EXPECT_EQ(minutes_typed(" 6,75 "), 405);
    EXPECT_FALSE(minutes_typed(""));
    for (const char* hours : {"-1", "abc", "nan", "1e9", "7,5h"}) EXPECT_FALSE(judge_held({"3", hours})) << hours;
}

}  // namespace
}  // namespace samrum::advice::sites
