#include "partnership/papers/rules_lix.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::papers {
namespace {

struct Counted {
    const char* text;
    std::int64_t words;
    std::int64_t sentences;
    std::int64_t long_words;
};

TEST(Lix, CountsWordsSentencesAndLongWordsAsAPersonDoes) {
    for (const Counted& one : {
             Counted{"", 0, 0, 0},
             {"RådRum har öppet varje vecka. Alla är välkomna!", 8, 2, 1},
             {"Hos RådRum får nyanlända hjälp, till exempel med brev.", 9, 1, 2},
             {"Hjälp, t.ex. med brev, ges bl.a. på Linero.", 8, 1, 0},
             {"Perioden 2019-07-01 till 2020-06-30 kostar 520 000 kronor.", 4, 1, 1},
             {"## Rubrik utan punkt\n\nEn mening.\nSom går vidare på nästa rad.", 11, 3, 0},
             {"- första punkten\n- andra punkten\n\nSlut.", 5, 3, 2},
             {"1. att godkänna\n2. att lägga", 4, 2, 1},
             {"Förtroendevalda, medborgarna och idéburna organisationer: tillsammans.", 6, 1, 5},
             {"Det gäller följande: Barn och unga.", 6, 2, 1},
             {"Dnr. SO 2019/0089 gäller.", 3, 2, 0},
             {"**Viktigt:** *kursiv* text – med streck.", 5, 1, 1},
         }) {
        const auto counted = readability(one.text);
        EXPECT_EQ(counted.words, one.words) << one.text;
        EXPECT_EQ(counted.sentences, one.sentences) << one.text;
        EXPECT_EQ(counted.long_words, one.long_words) << one.text;
    }
}

TEST(Lix, IsWordsASentenceAndThePercentageOfLongOnes) {
    EXPECT_FALSE(readability("2019, 2020").lix()) << "no words, no figure";
    EXPECT_EQ(readability("Ett två tre fyra.").lix(), 4);
    EXPECT_EQ(readability("Kommunen betalar.").lix(), 102);
    EXPECT_EQ((Readability{25, 2, 5}.lix()), 33) << "12.5 + 20, rounded up";
}

TEST(Lix, IsTheSameHoweverAParagraphIsBroken) {
    const std::string one = "Rådgivningen ges av frivilliga. De talar många språk och möter alla.";
    for (std::size_t at = one.find(' '); at != std::string::npos; at = one.find(' ', at + 1)) {
        std::string broken = one;
        broken[at] = '\n';
        EXPECT_EQ(readability(broken).lix(), readability(one).lix()) << broken;
        EXPECT_EQ(readability(broken).words, readability(one).words) << broken;
    }
}

TEST(Lix, TakesAnyBytes) {
    for (const std::string& text :
         {std::string("\xFF\xFE\x80"), std::string("\xC3"), std::string("a\xF0\x9F"), std::string(3, '\0')})
        EXPECT_LE(readability(text).words, 1);
}

}  // namespace
}  // namespace samrum::partnership::papers
