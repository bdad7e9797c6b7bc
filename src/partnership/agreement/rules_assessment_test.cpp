#include "partnership/agreement/rules_assessment.hpp"

#include "partnership/agreement/files_for_tests.hpp"
#include "partnership/agreement/rules_delivery.hpp"

#include <map>

namespace samrum::partnership::agreement {
namespace {

using base::Date;

const Date kToday = Date::of(2020, 1, 31);

std::vector<std::string> fields_and_keys(const base::Problems& problems) {
    std::vector<std::string> all;
    for (const auto& one : problems) all.push_back(one.field + " " + one.message.key);
    return all;
}

class Assessing : public testing::Test {
  protected:
    base::Result<AnsweredSet> answered(const AssessmentDraft& draft) {
        return answered_by(draft, town_.agreement, town_.criteria, "handläggare", kToday);
    }
    AgreementFile town_ = read_well(example("examples/other-town.toml"));
    AssessmentDraft draft_{
        "granby-iop",
        2,
        "cafe",
        {{"own-idea", Answer::yes, " Kören föreslog det. "}, {"open", Answer::unsure, ""}, {"not-a-grant", {}, ""}}};
};

TEST_F(Assessing, KeepsWhatWasAnsweredByWhomAndWhen) {
    const auto kept = answered(draft_);
    ASSERT_TRUE(kept);
    ASSERT_EQ(kept->answers.size(), 2U) << "what nobody answered is no answer";
    EXPECT_EQ(kept->answers[0],
              (CriterionAnswer{"own-idea", Answer::yes, "Kören föreslog det.", "handläggare", kToday}));
    const auto outcome = assess(town_.agreement, *criteria_set(town_.criteria, "granby-iop", 2), *kept);
    EXPECT_EQ(outcome.outcome, Outcome::undecided);
    EXPECT_EQ(outcome.verdicts[2].judgement, Judgement::unanswered);
}

TEST_F(Assessing, TellsEveryProblemAtOnce) {
    draft_.part = "no-such";
    draft_.answers = {{"own-idea", Answer::yes, "  "},
                      {"open", {}, "Lokalen har trappor."},
                      {"not-a-grant", Answer::no, ""},
                      {"own-idea", Answer::unsure, std::string(4001, 'x')},
                      {"no-such", Answer::unsure, ""}};
    EXPECT_EQ(fields_and_keys(answered(draft_).problems()),
              (std::vector<std::string>{" partnership.check.no_such_part",
                                        "answers[1].motivation partnership.assess.motivation_missing",
                                        "answers[2].answer partnership.assess.answer_missing",
                                        "answers[3].motivation partnership.assess.motivation_missing",
                                        "answers[4].criterion partnership.check.twice",
                                        "answers[4].motivation partnership.assess.motivation_too_long",
                                        "answers[5].criterion partnership.check.no_such_criterion"}));
    draft_ = {"granby-iop", 1, "", {}};
    EXPECT_EQ(fields_and_keys(answered(draft_).problems()), std::vector<std::string>{" partnership.check.no_such_set"});
    draft_ = {"granby-iop", 2, "", {{"open", {}, ""}}};
    EXPECT_EQ(fields_and_keys(answered(draft_).problems()),
              std::vector<std::string>{"answers[1].answer partnership.assess.nothing_answered"});
}

TEST_F(Assessing, CountsCharactersNotBytes) {
    std::string letters;
    for (int i = 0; i < kLongestMotivation; ++i) letters += "å";
    draft_.answers[0].motivation = letters;
    EXPECT_TRUE(answered(draft_));
    draft_.answers[0].motivation += "å";
    EXPECT_FALSE(answered(draft_));
}

TEST_F(Assessing, BeginsWhereEarlierAnswersEnded) {
    const CriteriaSet& set = *criteria_set(town_.criteria, "granby-iop", 2);
    const auto begun = draft_of(set, "cafe", &town_.agreement.assessments[0]);
    ASSERT_EQ(begun.answers.size(), 3U);
    EXPECT_EQ(begun.answers[1].answer, Answer::unsure);
    EXPECT_EQ(begun.answers[1].motivation, "Lokalen har trappor.");
    EXPECT_FALSE(begun.answers[2].answer);
    const auto empty = draft_of(set, "", nullptr);
    EXPECT_EQ(empty.answers.size(), 3U);
    EXPECT_FALSE(empty.answers[0].answer);
}

TEST_F(Assessing, OffersTheNewestVersionOfEachSetTheOwnOnesFirst) {
    auto sets = sets_to_assess(town_.criteria, town_.agreement);
    EXPECT_EQ(sets.size(), shipped_criteria().size() + 1);
    EXPECT_EQ(sets.front().key, "granby-iop");
    CriteriaSet next = sets.front();
    next.version = 3;
    town_.agreement.criteria_sets.push_back(next);
    sets = sets_to_assess(town_.criteria, town_.agreement);
    EXPECT_EQ(sets.front().version, 3);
    EXPECT_EQ(sets.size(), shipped_criteria().size() + 1);
}

TEST(AssessedOn, TheLatestAnswerButNeverAfterItWasArchived) {
    AnsweredSet set;
    EXPECT_EQ(assessed_on(set, kToday), kToday);
    set.answers = {{"a", Answer::yes, "", "nämndsekreterare", Date::of(2019, 6, 7)},
                   {"b", Answer::yes, "", "socialdirektör", Date::of(2019, 6, 9)},
                   {"c", Answer::yes, "", "socialdirektör", std::nullopt}};
    EXPECT_EQ(assessed_on(set, kToday), Date::of(2019, 6, 9));
    EXPECT_EQ(assessors(set), (std::vector<std::string>{"nämndsekreterare", "socialdirektör"}));
    set.answers[2].on = Date::of(2030, 1, 1);
    EXPECT_EQ(assessed_on(set, kToday), kToday);
}

JudgedAssessment archived(int number, const std::string& set, const std::string& part, Date day) {
    JudgedAssessment one;
    one.archived.number = number;
    one.archived.answered.set = set;
    one.archived.answered.part = part;
    one.archived.made_on = day;
    return one;
}

TEST(BySet, TheNewestFirstAndNothingLost) {
    const auto sets = by_set({archived(4, "a", "", Date::of(2019, 6, 7)), archived(2, "b", "", Date::of(2019, 6, 7)),
                              archived(1, "a", "", Date::of(2019, 6, 7)), archived(3, "a", "", kToday),
                              archived(5, "a", "cafe", kToday)});
    ASSERT_EQ(sets.size(), 3U);
    EXPECT_EQ(sets[0].newest.archived.number, 3) << "a file that was read later may tell of an earlier day";
    ASSERT_EQ(sets[0].earlier.size(), 2U);
    EXPECT_EQ(sets[0].earlier[0].archived.number, 4);
    EXPECT_EQ(sets[0].earlier[1].archived.number, 1);
    EXPECT_EQ(sets[1].newest.archived.number, 2);
    EXPECT_EQ(sets[2].newest.archived.answered.part, "cafe");
}

TEST(Judged, AnswersToASetThatIsGoneAreStillRead) {
    const auto file = lund("radrum-2019");
    ArchivedAssessment old;
    old.answered = {"gone", 1, "", {{"a", Answer::yes, "M", "handläggare", kToday}}};
    const auto one = judged(old, file.agreement, file.criteria);
    ASSERT_EQ(one.judged.verdicts.size(), 1U);
    EXPECT_EQ(one.judged.verdicts[0].judgement, Judgement::met);
}

/// Archived cases are read by the shipped sets for ever: another wording is another version.
TEST(ShippedCriteria, AreNeverChanged) {
    const std::map<std::string, std::string> landed{{"lund-iop/1", "588c08c98dd8ef4d"},
                                                    {"lund-minutes-2016/1", "cbdc5ab5b963c320"},
                                                    {"lund-socialnamnden/1", "57b8e2675c0612b5"},
                                                    {"uniqueness/1", "7dcadad66aa5e118"}};
    std::map<std::string, std::string> now;
    for (const CriteriaSet& set : shipped_criteria()) {
        std::string text;
        for (const Criterion& one : set.criteria)
            text += one.key + ": " + one.text + " " + std::to_string(one.longest_months.value_or(0)) + "\n";
        now.emplace(set.key + "/" + std::to_string(set.version), content_hash(text).substr(0, 16));
    }
    EXPECT_EQ(now, landed) << "add what is new; never change what has landed";
}

}  // namespace
}  // namespace samrum::partnership::agreement
