#include "partnership/drafting/files_merge.hpp"

#include "partnership/drafting/files_draft.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::drafting {
namespace {

agreement::Commitment promise_of(const char* key, const char* title, std::int64_t quantity) {
    agreement::Commitment one;
    one.key = key;
    one.by = {"im"};
    one.title = title;
    one.targets.all.push_back(
        {"", agreement::Target::of(agreement::Bound::at_least, quantity, {}, "sessions", agreement::Per::month).value(),
         ""});
    return one;
}
Agreement draft_with_promises() {
    Agreement draft = read_template(shipped_template());
    draft.organisations.push_back({"im", "IM", agreement::OrganisationType::association, "", {}, ""});
    draft.commitments = {promise_of("advice", "Rådgivning", 60), promise_of("rooms", "Lokaler", 1)};
    return draft;
}
std::string titles_of(const Agreement& draft) {
    std::string all;
    for (const auto& one : draft.commitments) all += one.key + ":" + one.title + " ";
    return all;
}

TEST(FieldMerge, TakesWhatEachOfThemChanged) {
    const Agreement base = draft_with_promises();
    Agreement theirs = base;
    theirs.commitments[0].title = "Rådgivning på telefon";
    theirs.commitments.push_back(promise_of("courses", "Kurser", 4));
    Agreement mine = base;
    mine.commitments[0] = promise_of("advice", "Rådgivning", 70);
    mine.commitments.erase(mine.commitments.begin() + 1);
    mine.commitments.push_back(promise_of("walks", "Promenader", 9));
    const auto merged = merge_fields(base, theirs, mine, Prefer::mine);
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->clean());
    EXPECT_EQ(titles_of(merged->draft), "advice:Rådgivning på telefon courses:Kurser walks:Promenader ");
    EXPECT_EQ(merged->draft.commitments[0].targets.all.front().value.quantity(), 70);
}

TEST(FieldMerge, TellsTheFieldsThatBothChanged) {
    const Agreement base = draft_with_promises();
    Agreement theirs = base;
    theirs.commitments[0] = promise_of("advice", "Rådgivning", 80);
    Agreement mine = base;
    mine.commitments[0] = promise_of("advice", "Rådgivning", 70);
    for (const Prefer prefer : {Prefer::theirs, Prefer::mine}) {
        const auto merged = merge_fields(base, theirs, mine, prefer);
        ASSERT_TRUE(merged);
        EXPECT_EQ(merged->clashes,
                  (std::vector<FieldClash>{{"commitments[advice].target.quantity", "60", "80", "70"}}));
        EXPECT_EQ(merged->draft.commitments[0].targets.all.front().value.quantity(), prefer == Prefer::mine ? 70 : 80);
    }
}

TEST(FieldMerge, KeepsWhatOneChangedAndTheOtherTookAway) {
    const Agreement base = draft_with_promises();
    Agreement theirs = base;
    theirs.commitments[1].title = "Lokaler i centrum";
    Agreement mine = base;
    mine.commitments.pop_back();
    const auto merged = merge_fields(base, theirs, mine, Prefer::mine);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->clashes.size(), 1U);
    EXPECT_EQ(titles_of(merged->draft), "advice:Rådgivning rooms:Lokaler i centrum ");
}

TEST(FieldMerge, GivesTwoThatWereAddedUnderOneKeyTheirOwn) {
    const Agreement base = draft_with_promises();
    Agreement theirs = base;
    theirs.commitments.push_back(promise_of("new", "Kurser", 4));
    Agreement mine = base;
    mine.commitments.push_back(promise_of("new", "Promenader", 9));
    const auto merged = merge_fields(base, theirs, mine, Prefer::mine);
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->clean());
    EXPECT_EQ(titles_of(merged->draft), "advice:Rådgivning rooms:Lokaler new:Kurser new-2:Promenader ");
}

TEST(FieldMerge, MergesSectionsByWordsWhereTheyCan) {
    Agreement base = draft_with_promises();
    base.text[Section::goals] = "Minst 64 gånger om året i Linero.";
    Agreement theirs = base;
    theirs.text[Section::goals] = "Minst 70 gånger om året i Linero.";
    Agreement mine = base;
    mine.text[Section::goals] = "Minst 64 gånger om året i Linero och centrum.";
    mine.text[Section::purpose] = "Råd på eget språk.";
    const auto merged = merge_fields(base, theirs, mine, Prefer::theirs);
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->clean());
    EXPECT_EQ(merged->draft.text.at(Section::goals), "Minst 70 gånger om året i Linero och centrum.");
    EXPECT_EQ(merged->draft.text.at(Section::purpose), "Råd på eget språk.");
}

TEST(FieldMerge, OfThreeThatAreAlikeIsTheSame) {
    const Agreement base = draft_with_promises();
    const auto merged = merge_fields(base, base, base, Prefer::mine);
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->clean());
    EXPECT_EQ(part_text(merged->draft, DraftPart::file()), part_text(base, DraftPart::file()));
}

}  // namespace
}  // namespace samrum::partnership::drafting
