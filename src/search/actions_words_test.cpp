#include "search/actions_words.hpp"

#include <gtest/gtest.h>

namespace samrum::search {
namespace {

using Terms = std::vector<std::string>;

TEST(SearchWords, CaseAccentsAndTheSwedishLettersAreAway) {
    EXPECT_EQ(terms_of("RådRum åÄÖ Café Ærø"), (Terms{"aao", "aro", "cafe", "radrum"}));
    EXPECT_EQ(terms_of("ＳＯ ﬁn"), (Terms{"fin", "so"}));
}

TEST(SearchWords, NumbersAndSignsPartWords) {
    EXPECT_EQ(terms_of("SO 2019/0089, 212000-1132 – ”rådgivning”…"),
              (Terms{"0089", "1132", "2019", "212000", "radgivning", "so"}));
    EXPECT_TRUE(terms_of(" – … ").empty());
    EXPECT_EQ(terms_of("مرحبا مرحبا"), (Terms{terms_of("مرحبا")}));
}

TEST(SearchWords, WhatWasTypedAreBeginnings) {
    EXPECT_EQ(prefixes_of("Råd rådrum"), (Terms{"radrum"}));
    EXPECT_EQ(prefixes_of("a rad"), (Terms{"rad"}));
    EXPECT_EQ(prefixes_of("a"), (Terms{"a"}));
    EXPECT_EQ(prefixes_of("ett tva tre fyra fem sex sju atta").size(), kMostWords);
    EXPECT_TRUE(prefixes_of("  ").empty());
}

TEST(SearchWords, BrokenBytesHarmNobody) {
    EXPECT_NO_THROW(words_at("r\xC3"));
    EXPECT_NO_THROW(words_at("\xF0\x9F"));
    EXPECT_NO_THROW(extract("\xE2\x80", {"a"}, 1));
}

TEST(SearchWords, MarksWholeWordsThatBeginSo) {
    const auto pieces = marked("Rådgivning i Råd och råd", {"rad"});
    ASSERT_EQ(pieces.size(), 5U);
    EXPECT_EQ(pieces[0].text, "Rådgivning");
    EXPECT_TRUE(pieces[0].marked);
    EXPECT_EQ(pieces[1].text, " i ");
    EXPECT_FALSE(pieces[1].marked);
    EXPECT_EQ(pieces[4].text, "råd");
}

TEST(SearchWords, AnExtractLiesAroundTheFirstHit) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "utfyllnad ";
    text += "språkcaféet i Lund ";
    for (int i = 0; i < 100; ++i) text += "utfyllnad ";
    const std::string cut = extract(text, {"sprakcafe"}, 120);
    EXPECT_NE(cut.find("språkcaféet i Lund"), std::string::npos) << cut;
    EXPECT_LT(cut.size(), 140U);
    EXPECT_TRUE(cut.starts_with("… ")) << cut;
    EXPECT_TRUE(cut.ends_with(" …")) << cut;
    EXPECT_EQ(extract("Kort text", {"kort"}, 120), "Kort text");
}

TEST(SearchWords, MarkdownIsReadAsWords) {
    EXPECT_EQ(plain("# Syfte\n\nAtt *ge* [råd](https://example.org)."), "Syfte Att ge råd (https://example.org).");
}

}  // namespace
}  // namespace samrum::search
