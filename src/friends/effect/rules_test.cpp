#include "friends/effect/rules_effect.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::friends::effect {
namespace {

using base::Date;

const Date kStart = Date::of(2019, 2, 1), kFull = Date::of(2019, 8, 1);

Assessment answered(std::map<std::string, int, std::less<>> answers, Occasion occasion = Occasion::first) {
    Assessment one;
    one.occasion = occasion;
    one.answers = std::move(answers);
    return one;
}
Worded words_of(const Question& question) {
    return question.text_sv.empty() ? Worded{question.code + " sv", question.code + " en"}
                                    : Worded{question.text_sv, question.text_en};
}

TEST(FriendsQuestions, CoverTheGoalsOfTheAgreementOnBothSides) {
    for (const Side side : {Side::newcomer, Side::established})
        for (const Area area : areas()) {
            const auto set = standard_set(side);
            EXPECT_NE(std::ranges::find(set.questions, area, &Question::area), set.questions.end()) << code_of(area);
        }
}

TEST(FriendsQuestions, GetANewCodeWithNewWordsAndKeepTheirsWithout) {
    const auto now = standard_set(Side::established);
    std::vector<QuestionInput> inputs;
    for (const Question& one : now.questions)
        inputs.push_back({one.code, std::string(code_of(one.area)), words_of(one).sv, words_of(one).en});
    EXPECT_EQ(next_version(now, inputs, words_of).problems().at(0).message.key, "friends.effect.questions.same");
    inputs[0].text_sv = "Jag träffar folk";
    inputs[1].text_sv = inputs[1].text_en = "";
    inputs.push_back({"", "labour", "Ny fråga", "New question"});
    const auto next = next_version(now, inputs, words_of);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->version, 2);
    ASSERT_EQ(next->questions.size(), now.questions.size());
    EXPECT_EQ(next->question("e_friends"), nullptr) << "other words are another question";
    EXPECT_EQ(next->question("e_learn"), nullptr) << "it was taken away";
    EXPECT_NE(next->question("e_work"), nullptr);
    EXPECT_EQ(next->questions[0].text_sv, "Jag träffar folk");
    const auto third = next_version(
        *next, {{next->questions[0].code, "relations", "Jag träffar folk", next->questions[0].text_en}}, words_of);
    ASSERT_TRUE(third);
    EXPECT_EQ(third->questions[0].code, next->questions[0].code) << "answers before and after are of the same words";
}

TEST(FriendsQuestions, TellEveryProblem) {
    const auto now = standard_set(Side::newcomer);
    const auto problems = next_version(now, {{"", "gossip", "Bara svenska", ""}}, words_of).problems();
    EXPECT_EQ(problems.size(), 2U);
    EXPECT_EQ(next_version(now, {}, words_of).problems().at(0).message.key, "friends.effect.questions.none");
    const std::vector<QuestionInput> many(kMostQuestions + 1, {"", "labour", "a", "b"});
    EXPECT_EQ(next_version(now, many, words_of).problems().at(0).message.key, "friends.effect.questions.many");
}

TEST(FriendsOccasion, OpensAtTheStartAndAfterSixMonths) {
    const PairDays pair{kStart, kFull};
    EXPECT_EQ(occasion_on(kStart.plus_days(-20), {}, false, {}), Occasion::first) << "while waiting";
    EXPECT_EQ(occasion_on(kStart.plus_days(30), {}, false, pair), Occasion::first);
    EXPECT_EQ(occasion_on(kStart.plus_days(31), {}, false, pair), std::nullopt) << "then it is no start any more";
    EXPECT_EQ(occasion_on(kFull.plus_days(-15), kStart, false, pair), std::nullopt);
    EXPECT_EQ(occasion_on(kFull.plus_days(-14), kStart, false, pair), Occasion::second);
    EXPECT_EQ(occasion_on(kFull.plus_days(60), kStart, false, pair), Occasion::second);
    EXPECT_EQ(occasion_on(kFull.plus_days(61), kStart, false, pair), std::nullopt);
    EXPECT_EQ(occasion_on(kFull, kStart, true, pair), std::nullopt) << "once";
    EXPECT_EQ(occasion_on(kFull, kStart, false, {}), std::nullopt);
}

TEST(FriendsAnswers, MayLeaveQuestionsOutAndKeepToTheScale) {
    const auto set = standard_set(Side::established);
    const auto read = read_answers(set, {{"e_work", "3"}, {"e_learn", ""}, {"gossip", "5"}});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->size(), 1U);
    EXPECT_EQ(read_answers(set, {}).problems().at(0).message.key, "friends.effect.answer.none");
    for (const char* bad : {"0", "6", "x", "3.5"})
        EXPECT_EQ(read_answers(set, {{"e_work", bad}}).problems().at(0).message.key, "friends.effect.answer.value");
}

TEST(FriendsEffect, ComparesEachPersonWithThemselvesAndTellsWhoDroppedOut) {
    const std::vector sets{standard_set(Side::newcomer)};
    const PairDays pair{kStart, kFull};
    std::vector<Respondent> all;
    for (int i = 0; i < 12; ++i)
        all.push_back({answered({{"n_talk", 2}, {"n_work", 3}}),
                       answered({{"n_talk", 3 + i % 2}, {"n_work", 2 + i % 3}}, Occasion::second), pair});
    all.push_back({answered({{"n_talk", 1}}), {}, pair});  // dropped out
    all.push_back({answered({{"n_talk", 1}}), {}, PairDays{kStart.plus_days(200), kFull.plus_days(200)}});
    all.push_back({answered({{"n_talk", 1}}), {}, {}});
    all.push_back({answered({{"n_work", 1}}), answered({{"n_talk", 5}}, Occasion::second), pair});
    const auto table = effect_of(Side::newcomer, all, sets, kFull.plus_days(kSecondDaysAfter + 1));
    EXPECT_EQ(table.first, 16);
    EXPECT_EQ(table.both, 13);
    EXPECT_EQ(table.dropped, 1);
    EXPECT_EQ(table.not_yet, 1);
    EXPECT_EQ(table.unmatched, 1);
    ASSERT_EQ(table.questions.size(), 2U) << "questions that nobody answered are not shown";
    const auto& talk = table.questions[0];
    EXPECT_EQ(talk.question.code, "n_talk");
    EXPECT_EQ(talk.first, 15);
    EXPECT_EQ(talk.test.n, 12) << "only those who answered it both times";
    EXPECT_EQ(talk.test.up, 12);
    EXPECT_EQ(talk.claim, Claim::better);
    EXPECT_EQ(table.questions[1].claim, Claim::no_certain_change);
}

TEST(FriendsEffect, FollowsOnePersonOverTheQuestionsOfAnArea) {
    const std::vector sets{standard_set(Side::newcomer)};
    const auto before = answered({{"n_talk", 2}, {"n_understand", 2}, {"n_work", 4}});
    const auto after = answered({{"n_talk", 3}, {"n_understand", 3}, {"n_work", 1}}, Occasion::second);
    EXPECT_EQ(direction_of(before, after, {}, sets), 1);
    EXPECT_EQ(direction_of(before, after, Area::labour, sets), -1);
    EXPECT_EQ(direction_of(before, after, Area::belonging, sets), 0);
}

}  // namespace
}  // namespace samrum::friends::effect
