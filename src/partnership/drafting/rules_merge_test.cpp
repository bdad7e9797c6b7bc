#include "partnership/drafting/rules_merge.hpp"

#include "partnership/drafting/rules_difference.hpp"

#include <gtest/gtest.h>
#include <random>
#include <set>

namespace samrum::partnership::drafting {
namespace {

std::string before_of(const std::vector<Piece>& pieces) {
    std::string out;
    for (const Piece& one : pieces)
        if (one.change != Change::added) out += one.text;
    return out;
}
std::string after_of(const std::vector<Piece>& pieces) {
    std::string out;
    for (const Piece& one : pieces)
        if (one.change != Change::removed) out += one.text;
    return out;
}

TEST(Difference, IsSaidInWordsWithinTheLinesThatDiffer) {
    EXPECT_EQ(difference("Minst 64 tillfällen.\nÖppet för alla.\n", "Minst 60 tillfällen.\nÖppet för alla.\n"),
              (std::vector<Piece>{{Change::same, "Minst "},
                                  {Change::removed, "64"},
                                  {Change::added, "60"},
                                  {Change::same, " tillfällen.\nÖppet för alla.\n"}}));
    // A text that was written anew is one that went and one that came, not a salad of both.
    EXPECT_EQ(difference("Skriv vad ni vill göra här.", "Den som är ny i Lund får råd."),
              (std::vector<Piece>{{Change::removed, "Skriv vad ni vill göra här."},
                                  {Change::added, "Den som är ny i Lund får råd."}}));
    EXPECT_TRUE(difference("", "").empty());
    EXPECT_EQ(difference("", "nytt"), (std::vector<Piece>{{Change::added, "nytt"}}));
}

TEST(Merge, TakesWhatOneOfThemChanged) {
    const std::string base = "Bakgrund.\n\nVi möts i Linero.\n\nSlut.\n";
    const Merge one = merge(base, "Ny bakgrund.\n\nVi möts i Linero.\n\nSlut.\n", base + "Ett stycke till.\n");
    EXPECT_TRUE(one.clean());
    EXPECT_EQ(one.text, "Ny bakgrund.\n\nVi möts i Linero.\n\nSlut.\nEtt stycke till.\n");
}

TEST(Merge, WorksWithinALineToo) {
    const Merge one =
        merge("Rådgivning minst 64 gånger om året i Linero.", "Rådgivning minst 70 gånger om året i Linero.",
              "Rådgivning minst 64 gånger om året i Linero och centrum.");
    EXPECT_TRUE(one.clean());
    EXPECT_EQ(one.text, "Rådgivning minst 70 gånger om året i Linero och centrum.");
}

TEST(Merge, KeepsBothWhereBothWroteAndSaysSo) {
    const Merge one = merge("Minst 64 tillfällen.", "Minst 70 tillfällen.", "Minst 60 tillfällen.");
    ASSERT_EQ(one.clashes.size(), 1U);
    EXPECT_EQ(one.clashes[0], (Clash{"Minst 64 tillfällen.", "Minst 70 tillfällen.", "Minst 60 tillfällen."}));
    EXPECT_EQ(one.text, "Minst 70 tillfällen.\nMinst 60 tillfällen.");
}

TEST(Merge, KeepsWhatOneRewroteAndTheOtherTookAway) {
    const Merge one = merge("Ett.\nTvå.\nTre.\n", "Ett.\nTre.\n", "Ett.\nTvå, omskrivet.\nTre.\n");
    EXPECT_EQ(one.clashes.size(), 1U);
    EXPECT_NE(one.text.find("omskrivet"), std::string::npos);
}

TEST(Merge, TakesOnceWhatBothChangedAlike) {
    const Merge one = merge("gammalt\n", "nytt\n", "nytt\n");
    EXPECT_TRUE(one.clean());
    EXPECT_EQ(one.text, "nytt\n");
}

/// Rewrites a text as somebody might: words changed, taken away and put in, lines too. Every new word is its own.
class Writer {
  public:
    Writer(std::mt19937& random, std::string mark) : random_(random), mark_(std::move(mark)) {}
    std::string rewrite(const std::string& text) {
        std::string out;
        for (const std::string_view token : words_of_text(text)) {
            switch (pick(12)) {
                case 0:
                    break;
                case 1:
                    out += word();
                    break;
                case 2:
                    out += std::string(token) + " " + word() + (pick(2) ? " " : "\n");
                    break;
                default:
                    out += token;
            }
        }
        if (pick(3) == 0) out += "\n" + word() + "\n";
        return out;
    }
    const std::set<std::string>& wrote() const { return wrote_; }

  private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }
    std::string word() {
        std::string one = mark_ + std::to_string(wrote_.size()) + ";";
        wrote_.insert(one);
        return one;
    }
    std::mt19937& random_;
    std::string mark_;
    std::set<std::string> wrote_;
};

std::string some_text(std::mt19937& random) {
    std::string text;
    const int words = std::uniform_int_distribution<int>(0, 40)(random);
    for (int i = 0; i < words; ++i) {
        text += "ord" + std::to_string(std::uniform_int_distribution<int>(0, 9)(random));
        text += std::uniform_int_distribution<int>(0, 5)(random) == 0 ? "\n" : " ";
    }
    return text;
}

TEST(Merge, LosesNoWordThatEitherWrote) {
    std::mt19937 random(20200131);
    int clashes = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::string base = some_text(random);
        Writer theirs(random, "de");
        Writer mine(random, "jag");
        const std::string one = theirs.rewrite(base);
        const std::string other = mine.rewrite(base);
        const Merge merged = merge(base, one, other);
        clashes += !merged.clean();
        for (const auto* writer : {&theirs, &mine})
            for (const std::string& word : writer->wrote())
                ASSERT_NE(merged.text.find(word), std::string::npos) << word << "\nbase:\n"
                                                                     << base << "\ntheirs:\n"
                                                                     << one << "\nmine:\n"
                                                                     << other << "\nmerged:\n"
                                                                     << merged.text;
        EXPECT_EQ(merge(base, one, base).text, one);
        EXPECT_EQ(merge(base, base, other).text, other);
        EXPECT_EQ(merge(base, one, one).text, one);
        const auto pieces = difference(one, other);
        ASSERT_EQ(before_of(pieces), one);
        ASSERT_EQ(after_of(pieces), other);
    }
    EXPECT_GT(clashes, 100) << "the texts met often enough";
}

TEST(Difference, GivesUpOnTextsThatWouldMakeAPageWaitAndLosesNothing) {
    std::string one, other;
    for (int i = 0; i < 3000; ++i) one += "a" + std::to_string(i) + "\n", other += "b" + std::to_string(i) + "\n";
    const auto pieces = difference(one, other);
    EXPECT_EQ(before_of(pieces), one);
    EXPECT_EQ(after_of(pieces), other);
}

}  // namespace
}  // namespace samrum::partnership::drafting
