#include "partnership/drafting/actions_for_tests.hpp"
#include "partnership/enquiry/actions_enquiry.hpp"
#include "partnership/enquiry/actions_read.hpp"

#include <algorithm>

namespace samrum::partnership::drafting {
namespace {

std::vector<std::string> assessment_notes_of(const OpenCase& one) {
    std::vector<std::string> keys;
    for (const base::Problem& note : one.notes)
        if (note.field == "assessments") keys.push_back(note.message.key);
    return keys;
}

TEST_F(Drafting, IsNotDecidedWithTheTemplatesPlaceholders) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    assess(id, "", agreement::Answer::yes);
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, id));
    const std::string asked = look(id).draft.text.at(Section::goals);
    make_sound(id);
    ASSERT_TRUE(save(id, officer(), look(id).head.version, Section::goals, "Mål.\n\n" + asked + "\n"));
    EXPECT_EQ(keys_of_drafting(look(id).problems), "text.goals:section_unwritten ");
    ASSERT_TRUE(agree(*town(), partner(), kToday, id, look(id).head.version));
    EXPECT_EQ(keys_of_drafting(decide_now(id, officer()).problems()), ":draft_problems ");
    // A template that the body changes meanwhile does not make the old words the parties' own.
    ASSERT_TRUE(
        save_template(*town(), officer(), kToday, 0, {{Section::goals, "[Skriv målen.] Se [1] och [här](#a)."}}));
    EXPECT_EQ(keys_of_drafting(look(id).problems), "text.goals:section_unwritten ");
    ASSERT_TRUE(save(id, officer(), look(id).head.version, Section::goals, "Mål, se [1] och [här](#a)."));
    EXPECT_EQ(keys_of_drafting(look(id).problems), "");
    ASSERT_TRUE(save(id, officer(), look(id).head.version, Section::goals, "Först: [Skriv målen.]"));
    EXPECT_EQ(keys_of_drafting(look(id).problems), "text.goals:section_unwritten ");
}

TEST_F(Drafting, TellsHowTheCaseWasAssessedThoughTheFileDoesNot) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    EXPECT_EQ(assessment_notes_of(look(id)), std::vector<std::string>{"partnership.note.not_assessed"});
    assess(id, "", agreement::Answer::yes);
    EXPECT_EQ(assessment_notes_of(look(id)), std::vector<std::string>{"partnership.note.assessed_undecided"});
    assess(id, "", agreement::Answer::no);
    EXPECT_EQ(assessment_notes_of(look(id)), std::vector<std::string>{"partnership.note.assessed_not_eligible"});
}

TEST_F(Drafting, AsksWhetherItIsMeantBesideAllElse) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    assess(id, "", agreement::Answer::no, "no_market");
    const auto no = reject(*town(), officer(), kToday, base::Instant::now(), id, {"", "", "", "", {}, false});
    EXPECT_EQ(keys_of_drafting(no.problems()),
              "body:body_missing decided_on:day_missing reasons[1]:reason_missing sure:not_sure ");
    assess(id, "", agreement::Answer::yes, "no_market");
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, id));
    make_sound(id);
    const auto yes = decide(*town(), *all_rooms().lobby(), lund_, officer(), kToday, base::Instant::now(), id,
                            {"", "2020-01-30", "", "", look(id).head.version, false});
    EXPECT_EQ(keys_of_drafting(yes.problems()), "body:body_missing registry_number:number_missing sure:not_sure ");
}

TEST_F(Drafting, TakesTheEnquiryUpAgainWithTheCase) {
    const auto sent = enquiry::send_enquiry(*town(), kToday, {"IM", "Vi vill ordna läxhjälp.", "", "", "", {}}, "sv");
    ASSERT_TRUE(sent);
    const auto id = begin_case(*town(), *all_rooms().lobby(), lund_, officer(), kToday, base::Instant::now(),
                               {"Läxhjälp", "Läxhjälp", {im_.organisation.text()}, sent->id.uuid()});
    ASSERT_TRUE(id);
    const auto asked = [&] { return enquiry::find_enquiry(*town(), officer(), sent->id).value(); };
    ASSERT_TRUE(withdraw(*town(), partner(), kToday, *id, "Vi hinner inte."));
    EXPECT_EQ(asked().outcome, enquiry::Outcome::withdrawn);
    ASSERT_TRUE(reopen(*town(), officer(), kToday, *id, "De hör av sig igen."));
    EXPECT_TRUE(asked().is_open());
    assess(*id, "", agreement::Answer::yes);
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, *id));
    make_sound(*id);
    ASSERT_TRUE(decide_now(*id, officer()));
    EXPECT_EQ(asked().outcome, enquiry::Outcome::agreement);
}

}  // namespace
}  // namespace samrum::partnership::drafting
