#include "partnership/agreement/actions_assessment.hpp"

#include "foundation/store/journal.hpp"
#include "partnership/agreement/actions_for_tests.hpp"

#include <algorithm>

/// A person assesses an agreement in its home room: archived for ever, beside what came with the file.
namespace samrum::partnership::agreement {
namespace {

using base::Date;
using module::Role;

const Date kToday = Date::of(2020, 1, 31);

class AssessmentOfRadrum : public TwoRooms {
  protected:
    AssessmentOfRadrum() { import_and_carry(); }

    AssessmentDraft budget(Answer answer, const std::string& motivation) {
        return {"lund-socialnamnden", 1, "", {{"within_budget", answer, motivation}, {"at_most_two_years", {}, ""}}};
    }
    base::Result<MadeAssessment> assess_as(const module::Caller& who, const module::RoomHead& room,
                                           const AssessmentDraft& draft, Date day = kToday) {
        return make_assessment(*open(room), who, day, agreement_, draft);
    }
    std::vector<AssessedSet> read(const module::RoomHead& room, const module::Caller& who) {
        const auto session = open(room);
        return read_assessments(*session, *read_agreement_of(*session, who, agreement_));
    }
    AssessedSet budget_assessed() {
        for (AssessedSet& one : read(lund_, officer()))
            if (one.newest.judged.set.key == "lund-socialnamnden") return one;
        ADD_FAILURE() << "the set was assessed";
        return {};
    }
    /// RådRum's file with one word of its assessment changed.
    std::string changed(const std::string& from, const std::string& to) {
        std::string document = example("examples/lund/radrum-2019.toml");
        document.replace(document.find(from), from.size(), to);
        return document;
    }
};

TEST_F(AssessmentOfRadrum, StandsBesideTheOneOfTheFileAndIsTheNewest) {
    const auto made = assess_as(officer(), lund_, budget(Answer::no, "Anslaget räcker inte."));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->judged.outcome, Outcome::not_eligible);
    const auto set = budget_assessed();
    EXPECT_EQ(set.newest.judged.outcome, Outcome::not_eligible);
    EXPECT_EQ(set.newest.archived.made_on, kToday);
    EXPECT_EQ(set.newest.archived.made_by, "officer");
    EXPECT_EQ(set.newest.archived.place_in_file, 0);
    EXPECT_EQ(set.newest.judged.verdicts[0].answer->by, "officer");
    EXPECT_EQ(set.newest.judged.verdicts[1].judgement, Judgement::met) << "the rule judges what nobody answered";
    ASSERT_EQ(set.earlier.size(), 1U);
    EXPECT_EQ(set.earlier[0].judged.outcome, Outcome::eligible);
    EXPECT_EQ(set.earlier[0].archived.made_on, Date::of(2019, 6, 7)) << "the day of its answers, not of the import";
    EXPECT_GT(set.earlier[0].archived.place_in_file, 0);
}

TEST_F(AssessmentOfRadrum, ManyOnOneDayStandInTheirOrder) {
    for (const char* motivation : {"Första.", "Andra.", "Tredje."})
        ASSERT_TRUE(assess_as(officer(), lund_, budget(Answer::yes, motivation)));
    const auto set = budget_assessed();
    EXPECT_EQ(set.newest.judged.verdicts[0].answer->motivation, "Tredje.");
    EXPECT_EQ(set.earlier.at(0).judged.verdicts[0].answer->motivation, "Andra.");
    EXPECT_EQ(set.earlier.size(), 3U);
}

TEST_F(AssessmentOfRadrum, SentTwiceIsArchivedOnce) {
    const auto first = assess_as(officer(), lund_, budget(Answer::yes, "Ryms."));
    const auto again = assess_as(officer(), lund_, budget(Answer::yes, "Ryms."));
    EXPECT_TRUE(again->unchanged);
    EXPECT_EQ(again->id, first->id);
    EXPECT_FALSE(assess_as(officer(), lund_, budget(Answer::yes, "Ryms."), kToday.plus_days(1))->unchanged);
    EXPECT_EQ(budget_assessed().earlier.size(), 2U);
}

TEST_F(AssessmentOfRadrum, TheNextImportTakesNothingAway) {
    ASSERT_TRUE(assess_as(officer(), lund_, budget(Answer::unsure, "")));
    ASSERT_TRUE(import(example("examples/lund/radrum-2019.toml") + "\n# en rad till\n"));
    EXPECT_EQ(budget_assessed().newest.judged.outcome, Outcome::undecided);
    EXPECT_EQ(budget_assessed().earlier.size(), 1U) << "the same answers of the file are not archived twice";
    ASSERT_TRUE(import(changed("520 000 och 400 000 kronor tas ur", "Beloppen tas ur")));
    EXPECT_EQ(budget_assessed().earlier.size(), 2U);
}

TEST_F(AssessmentOfRadrum, StaysJudgedByTheVersionThatItAssessed) {
    ASSERT_TRUE(assess_as(officer(), lund_, budget(Answer::yes, "Ryms.")));
    ASSERT_TRUE(import(changed("last = 2021-06-30", "last = 2021-07-01")));
    const auto set = budget_assessed();
    EXPECT_EQ(set.newest.judged.outcome, Outcome::eligible) << "two years, as the agreement was then";
    EXPECT_EQ(set.newest.archived.agreement_version, 1);
    EXPECT_EQ(set.earlier.at(0).judged.outcome, Outcome::not_eligible) << "the file says it of its new version too";
    const auto now = assess_as(officer(), lund_, budget(Answer::yes, "Ryms."));
    EXPECT_FALSE(now->unchanged);
    EXPECT_EQ(now->judged.outcome, Outcome::not_eligible) << "one day too long";
}

TEST_F(AssessmentOfRadrum, OnlyTheOfficerOfTheHomeRoomAssesses) {
    const auto draft = budget(Answer::yes, "Ryms.");
    for (const auto& who : {caller(Role::partner, lund_, im_), caller(Role::administrator, lund_, lund_),
                            caller(Role::operator_, lund_, lund_), caller(Role::officer, lund_, im_), module::Caller{}})
        EXPECT_TRUE(module::is_refusal(assess_as(who, lund_, draft).problems()));
    for (const auto& who : {coordinator(), caller(Role::officer, im_, im_)})
        EXPECT_TRUE(module::is_refusal(assess_as(who, im_, draft).problems())) << "a copy is assessed by nobody";
    EXPECT_TRUE(
        module::is_refusal(make_assessment(*open(lund_), officer(), kToday, AgreementId::ordered(), draft).problems()));
}

TEST_F(AssessmentOfRadrum, TheCopyKeepsWhatItsFileSays) {
    ASSERT_TRUE(assess_as(officer(), lund_, budget(Answer::no, "Anslaget räcker inte.")));
    carry();
    const auto copy = read(im_, coordinator());
    ASSERT_EQ(copy.size(), 3U);
    for (const AssessedSet& one : copy) {
        EXPECT_EQ(one.newest.judged.outcome, Outcome::eligible);
        EXPECT_EQ(one.newest.archived.made_on, Date::of(2019, 6, 7));
        EXPECT_TRUE(one.earlier.empty());
    }
}

TEST_F(AssessmentOfRadrum, ProblemsArchiveAndJournalNothing) {
    const auto lines = [&] {
        const auto session = open(lund_);
        const auto journal = store::journal_of(*session, "radrum-2019");
        return std::ranges::count_if(
            journal, [](const store::JournalEntry& one) { return one.line.what == "agreement.assessed"; });
    };
    EXPECT_FALSE(assess_as(officer(), lund_, budget(Answer::no, " ")));
    EXPECT_EQ(lines(), 0);
    EXPECT_EQ(budget_assessed().earlier.size(), 0U);
    ASSERT_TRUE(assess_as(officer(), lund_, budget(Answer::no, "Anslaget räcker inte.")));
    EXPECT_EQ(lines(), 1);
}

TEST_F(AssessmentOfRadrum, PartsAndOwnSetsAreAssessedByThemselves) {
    const auto town = import(example("examples/other-town.toml"));
    ASSERT_TRUE(town) << town.problems().front().message.key;
    agreement_ = town->id;
    const AssessmentDraft draft{"granby-iop", 2, "lager", {{"own-idea", Answer::yes, "Kören föreslog lägret."}}};
    ASSERT_TRUE(assess_as(officer(), lund_, draft));
    ASSERT_TRUE(assess_as(officer(), lund_, {"uniqueness", 1, "", {{"nearness", Answer::yes, "Byn är liten."}}}));
    const auto sets = read(lund_, officer());
    ASSERT_EQ(sets.size(), 3U);
    EXPECT_EQ(sets[0].newest.judged.part, "cafe");
    EXPECT_TRUE(sets[0].earlier.empty());
    EXPECT_EQ(sets[1].newest.judged.part, "lager");
    EXPECT_EQ(sets[1].newest.judged.outcome, Outcome::undecided);
    EXPECT_EQ(sets[1].earlier.at(0).judged.outcome, Outcome::not_eligible);
    EXPECT_EQ(sets[2].newest.judged.set.key, "uniqueness");
}

}  // namespace
}  // namespace samrum::partnership::agreement
