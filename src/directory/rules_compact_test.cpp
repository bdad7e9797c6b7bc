#include "directory/rules_compact.hpp"

#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

const base::Date kToday = base::Date::of(2020, 1, 31);

CompactInput lund() {
    return {.level = "local",
            .title = "Överenskommelsen i Lund",
            .parties = "Lunds kommun\r\nIdéburna organisationer\r\n",
            .adopted_by = "kommunfullmäktige",
            .adopted_on = "2019-01-31",
            .paragraph = "16",
            .website = "lund.se/overenskommelsen",
            .principles = "Dialog: Parterna talar med varandra.\nMångfald\n"};
}

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& one : problems) fields.push_back(one.field);
    return fields;
}

TEST(CompactRules, ReadsPartiesPrinciplesAndParagraph) {
    const auto one = judge_compact(lund(), kToday);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->parties, (std::vector<std::string>{"Lunds kommun", "Idéburna organisationer"}));
    EXPECT_EQ(one->paragraph, "§ 16");
    EXPECT_EQ(one->principles[0], (Principle{"Dialog", "Parterna talar med varandra."}));
    EXPECT_EQ(one->principles[1], (Principle{"Mångfald", ""}));
    EXPECT_EQ(judge_compact(input_of(*one), kToday)->principles, one->principles);
}

TEST(CompactRules, EveryProblemAtOnce) {
    EXPECT_EQ(
        fields_of(judge_compact({.level = "global",
                                 .title = "",
                                 .parties = "Ensam",
                                 .adopted_by = "",
                                 .adopted_on = "2020-02-01",
                                 .paragraph = "",
                                 .website = "javascript:alert(1)",
                                 .principles = ""},
                                kToday)
                      .problems()),
        (std::vector<std::string>{"level", "title", "parties", "adopted_by", "adopted_on", "website", "principles"}));
}

TEST(AccessionRules, TheBoardDecidesAfterTheCompactAndSendsItsMinutes) {
    const auto compact = judge_compact(lund(), kToday).value();
    AccessionInput input{.organisation = OrganisationId::ordered().text(),
                         .decided_on = "2019-03-05",
                         .statement = "Vi är en öppen förening där medlemmarna bestämmer.",
                         .equal_worth = true,
                         .interest = true,
                         .file_name = "protokoll.pdf",
                         .file = "%PDF-1.7 …"};
    EXPECT_TRUE(judge_accession(input, compact, kToday));
    input.decided_on = "2019-01-30";
    EXPECT_EQ(fields_of(judge_accession(input, compact, kToday).problems()), std::vector<std::string>{"decided_on"});
    const AccessionInput empty{
        .organisation = "", .decided_on = "2021-01-01", .statement = "Ja", .file_name = "a.exe", .file = "MZ"};
    EXPECT_EQ(
        fields_of(judge_accession(empty, compact, kToday).problems()),
        (std::vector<std::string>{"organisation", "decided_on", "statement", "equal_worth", "interest", "minutes"}));
}

TEST(AccessionRules, WhoMayDoWhatInWhichState) {
    using enum AccessionState;
    using enum AccessionAct;
    using enum AccessionDoor;
    EXPECT_EQ(accession_step(submitted, accept, officer)->to, accepted);
    EXPECT_TRUE(accession_step(submitted, decline, officer)->needs_reason);
    EXPECT_FALSE(accession_step(submitted, accept, association));
    EXPECT_FALSE(accession_step(accepted, decline, officer));
    EXPECT_FALSE(accession_step(accepted, leave, association)->needs_reason);
    EXPECT_FALSE(accession_step(left, accept, officer));
    EXPECT_FALSE(judge_reason("  ", true));
    EXPECT_TRUE(judge_reason("", false));
    const auto organisation = OrganisationId::ordered();
    Accession gone;
    gone.organisation = organisation;
    gone.state = left;
    EXPECT_TRUE(judge_no_other({gone}, organisation).empty());
    gone.state = accepted;
    EXPECT_FALSE(judge_no_other({gone}, organisation).empty());
}

}  // namespace
}  // namespace samrum::directory
