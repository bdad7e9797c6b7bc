#include "registry/rules_register.hpp"

#include <gtest/gtest.h>

namespace samrum::registry {
namespace {

const base::Date kToday = base::Date::of(2020, 1, 31);

std::vector<std::string> keys(const base::Problems& problems) {
    std::vector<std::string> all;
    for (const auto& one : problems) all.push_back(one.message.key);
    return all;
}

TEST(RegisterRules, ADocumentHasItsFourFacts) {
    NewDocument document{.on = kToday, .counterpart = "Provföreningen", .about = "Årsrapport 2019"};
    EXPECT_TRUE(judge_document(document, kToday).empty());
    document = {
        .on = kToday.plus_days(1), .counterpart = " ", .about = "", .marking = Marking{.on = kToday.plus_days(1)}};
    EXPECT_EQ(
        keys(judge_document(document, kToday)),
        (std::vector<std::string>{"registry.document.about", "registry.document.counterpart", "registry.document.day",
                                  "registry.marking.provision", "registry.marking.authority", "registry.marking.day"}));
    document = {.direction = Direction::made, .on = kToday, .about = "Tjänsteskrivelse"};
    EXPECT_TRUE(judge_document(document, kToday).empty()) << "what was made here has no recipient yet";
}

TEST(RegisterRules, ANumberIsOlderThanItsSeriesHereByItsYearOrBelowTheFirst) {
    const Series series{.shape = "SO {year}/{number:4}", .first = 89, .begun_on = kToday};
    EXPECT_TRUE(is_older(series, 2019, 400));
    EXPECT_TRUE(is_older(series, 2020, 88));
    EXPECT_FALSE(is_older(series, 2020, 89));
    EXPECT_FALSE(is_older(series, 2021, 1));
    EXPECT_TRUE(is_older(series, 0, 88)) << "a series that counts on";
}

TEST(RegisterRules, KeptIsCountedInWholeYearsAfterTheDocumentsOwn) {
    Rule rule{.what = "Ansökningar", .years = 2, .decided = "§ 44"};
    EXPECT_EQ(kept_until(rule, kToday), base::Date::of(2018, 1, 1)) << "one of 2017 was kept through 2018 and 2019";
    rule.years = 0;
    EXPECT_EQ(kept_until(rule, kToday), base::Date::of(2020, 1, 1));
    rule.years.reset();
    EXPECT_FALSE(kept_until(rule, kToday)) << "kept for ever";
}

TEST(RegisterRules, NothingIsDisposedOfWithoutARuleThatWasDecidedAndADecision) {
    const Rule rule{.what = "Ansökningar", .years = 2, .decided = "§ 44"};
    EXPECT_TRUE(judge_disposal(rule, "§ 12", kToday, kToday).empty());
    EXPECT_EQ(keys(judge_disposal(rule, "", std::nullopt, kToday)),
              (std::vector<std::string>{"registry.disposal.decision", "registry.disposal.decided_on"}));
    EXPECT_EQ(keys(judge_disposal(rule, "§ 12", kToday.plus_days(1), kToday)),
              std::vector<std::string>{"registry.disposal.decided_on"});
    EXPECT_EQ(keys(judge_disposal({.what = "Avtal"}, "§ 12", kToday, kToday)),
              std::vector<std::string>{"registry.disposal.rule"})
        << "kept for ever";
    EXPECT_EQ(keys(judge_disposal({.what = "Ansökningar", .years = 2}, "§ 12", kToday, kToday)),
              std::vector<std::string>{"registry.disposal.rule"})
        << "a proposed rule is nobody's decision";
}

}  // namespace
}  // namespace samrum::registry
