#include "partnership/agreement/rules_eligibility.hpp"

#include "partnership/agreement/files_for_tests.hpp"

namespace samrum::partnership::agreement {
namespace {

using base::Date;

Term term(std::optional<Date> first, std::optional<Date> last, bool open = false) {
    Term out;
    out.first = first;
    out.last = last;
    out.open_end = open;
    return out;
}

TEST(TooLong, IsCountedToTheDay) {
    struct Case {
        Date first, last;
        int months;
        bool too_long;
    };
    for (const auto& one : {Case{Date::of(2019, 7, 1), Date::of(2021, 6, 30), 24, false},
                            Case{Date::of(2019, 7, 1), Date::of(2021, 7, 1), 24, true},
                            Case{Date::of(2019, 7, 1), Date::of(2022, 6, 30), 36, false},
                            Case{Date::of(2020, 2, 29), Date::of(2022, 2, 27), 24, false},
                            Case{Date::of(2020, 2, 29), Date::of(2022, 2, 28), 24, true},
                            Case{Date::of(2019, 1, 1), Date::of(2019, 6, 30), 24, false}})
        EXPECT_EQ(too_long(term(one.first, one.last), one.months).has_value(), one.too_long)
            << one.first.iso() << " " << one.last.iso();
    EXPECT_EQ(too_long(term(Date::of(2019, 1, 1), {}, true), 24)->key, "partnership.assessment.open_end");
    EXPECT_EQ(too_long(term({}, Date::of(2019, 1, 1)), 24)->key, "partnership.assessment.period_unknown");
}

/// An agreement of two years with one set of three criteria, the last of them a rule, and these answers.
Assessment assessed(const std::string& answers, const std::string& period = "first = 2019-07-01\nlast = 2021-06-30") {
    const auto file = read_well(small(
        period,
        "[[criteria_sets]]\nkey = \"own\"\nowner = \"O\"\ntitle = \"T\"\ncriteria = [{ key = \"a\", text = \"A\" }, "
        "{ key = \"b\", text = \"B\" }, { key = \"two-years\", text = \"C\", longest_months = 24 }]\n"
        "[[assessments]]\nset = \"own\"\n" +
            answers));
    return assess(file.agreement, file.criteria).at(0);
}
std::string answer(const std::string& criterion, const std::string& word, bool whole = true) {
    return "[[assessments.answers]]\ncriterion = \"" + criterion + "\"\nanswer = \"" + word + "\"\n" +
           (whole ? "motivation = \"M\"\nby = \"handläggare\"\non = 2019-06-07\n" : "");
}

TEST(Assess, EveryAnswerCounts) {
    struct Case {
        std::string answers;
        Outcome outcome;
        Judgement second;
    };
    for (const auto& one :
         {Case{answer("a", "yes") + answer("b", "yes"), Outcome::eligible, Judgement::met},
          Case{answer("a", "yes") + answer("b", "no"), Outcome::not_eligible, Judgement::not_met},
          Case{answer("a", "yes") + answer("b", "unsure"), Outcome::undecided, Judgement::unsure},
          Case{answer("a", "yes") + answer("b", "yes", false), Outcome::undecided, Judgement::incomplete},
          Case{answer("a", "yes"), Outcome::undecided, Judgement::unanswered}}) {
        const auto assessment = assessed(one.answers);
        EXPECT_EQ(assessment.outcome, one.outcome) << one.answers;
        EXPECT_EQ(assessment.verdicts.at(1).judgement, one.second) << one.answers;
        for (const auto& verdict : assessment.verdicts)
            EXPECT_FALSE(verdict.reasons.empty()) << "every verdict says why";
    }
}

TEST(Assess, ARuleJudgesWhateverWasAnswered) {
    const auto yes = answer("a", "yes") + answer("b", "yes") + answer("two-years", "yes");
    EXPECT_EQ(assessed(yes).verdicts.at(2).judgement, Judgement::met);
    const auto late = assessed(yes, "first = 2019-07-01\nlast = 2021-07-01");
    EXPECT_EQ(late.verdicts.at(2).judgement, Judgement::not_met) << "one day more";
    EXPECT_EQ(late.outcome, Outcome::not_eligible);
    EXPECT_EQ(assessed("").verdicts.at(2).judgement, Judgement::met) << "the rule answers where nobody did";
    EXPECT_EQ(assessed(answer("two-years", "no")).verdicts.at(2).judgement, Judgement::not_met)
        << "a person's no stands";
}

TEST(Assess, BothLundAgreementsAreEligible) {
    for (const char* name : {"radrum-2019", "kompis-2019"}) {
        const auto file = lund(name);
        const auto all = assess(file.agreement, file.criteria);
        EXPECT_GE(all.size(), 2u);
        for (const auto& one : all) EXPECT_EQ(one.outcome, Outcome::eligible) << name << " " << one.set.key;
    }
}

TEST(Assess, PartsAreJudgedByThemselves) {
    const auto file = read_well(example("examples/other-town.toml"));
    const auto all = assess(file.agreement, file.criteria);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].part + " " + std::string(word_of(all[0].outcome)), "cafe undecided");
    EXPECT_EQ(all[1].part + " " + std::string(word_of(all[1].outcome)), "lager not_eligible");
}

TEST(Criteria, ShipAsVersionedSetsOfTheirBodies) {
    EXPECT_EQ(shipped_criteria().size(), 4u);
    for (const char* key : {"lund-iop", "lund-socialnamnden", "lund-minutes-2016", "uniqueness"})
        EXPECT_TRUE(criteria_set(shipped_criteria(), key, 1)) << key;
    EXPECT_EQ(criteria_set(shipped_criteria(), "lund-socialnamnden", 1)->criteria.at(1).longest_months, 24);
    EXPECT_EQ(criteria_set(shipped_criteria(), "lund-iop", 2), nullptr);
}

}  // namespace
}  // namespace samrum::partnership::agreement
