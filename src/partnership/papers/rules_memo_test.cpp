#include "partnership/papers/rules_memo.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::papers {
namespace {

Memo memo() {
    Memo one;
    one.title = "Uppföljning av RådRum";
    one.committee = "Socialnämnden";
    one.signed_by = "socialdirektör";
    one.dated = base::Date::of(2020, 1, 20);
    return one;
}
SectionTexts whole() {
    SectionTexts texts;
    for (const auto& [section, word] : kMemoSections) texts[section] = "Text.";
    texts[MemoSection::proposal] = "- att godkänna redovisningen";
    return texts;
}

TEST(MemoRules, GoFromDraftToSentAndNeverBackFromThere) {
    EXPECT_TRUE(may_go(MemoState::draft, MemoState::ready));
    EXPECT_TRUE(may_go(MemoState::ready, MemoState::draft));
    EXPECT_TRUE(may_go(MemoState::ready, MemoState::sent));
    EXPECT_FALSE(may_go(MemoState::draft, MemoState::sent));
    for (const auto& [to, word] : kMemoStates) EXPECT_FALSE(may_go(MemoState::sent, to)) << word;
}

TEST(MemoRules, EverySectionThatTheCommitteeNeedsIsAskedForAtOnce) {
    EXPECT_TRUE(judge_ready(memo(), whole()).empty());
    auto texts = whole();
    texts[MemoSection::child] = " \n\t";
    texts[MemoSection::works].clear();
    texts.erase(MemoSection::dispatch);
    texts[MemoSection::proposal] = "Nämnden föreslås godkänna.";
    auto unfinished = memo();
    unfinished.committee.clear();
    std::vector<std::string> fields;
    for (const auto& one : judge_ready(unfinished, texts)) fields.push_back(one.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"committee", "child", "dispatch", "proposal"}));
}

TEST(MemoRules, WhatTheDraftAskedAPersonToWriteMustBeWritten) {
    const SectionTexts asked{{MemoSection::child, "*Skriv hur barn påverkas. Utkastet vet inget om detta.*"}};
    auto texts = whole();
    EXPECT_TRUE(judge_ready(memo(), texts, asked).empty());
    for (const char* left : {"*Skriv hur barn påverkas. Utkastet vet inget om detta.*",
                             "Barn påverkas.\n\n*Utkastet vet inget om detta.*"}) {
        texts[MemoSection::child] = left;
        const auto problems = judge_ready(memo(), texts, asked);
        ASSERT_EQ(problems.size(), 1U) << left;
        EXPECT_EQ(problems.front().field, "child");
        EXPECT_EQ(problems.front().message.key, "papers.memo.section_unwritten");
    }
}

TEST(MemoRules, ClausesAreWhatTheCommitteeDecides) {
    EXPECT_EQ(clauses_of("Socialnämnden föreslås besluta\n\n- att godkänna\n2. Att ge i uppdrag \nattest\natt"),
              (std::vector<std::string>{"att godkänna", "Att ge i uppdrag"}));
    EXPECT_EQ(clauses_of("- that the report is noted").size(), 1U);
}

TEST(MemoRules, IsSentOnADayThatHasBeenAndNotBeforeItsOwn) {
    const auto today = base::Date::of(2020, 1, 31);
    EXPECT_TRUE(judge_sent(memo(), today, today).empty());
    EXPECT_FALSE(judge_sent(memo(), std::nullopt, today).empty());
    EXPECT_FALSE(judge_sent(memo(), today.plus_days(1), today).empty());
    EXPECT_FALSE(judge_sent(memo(), base::Date::of(2020, 1, 19), today).empty());
}

}  // namespace
}  // namespace samrum::partnership::papers
