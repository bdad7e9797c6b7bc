#include "foundation/text/words.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/drafting/actions_duties.hpp"
#include "partnership/drafting/actions_for_tests.hpp"
#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::partnership::drafting {
namespace {

using base::Date;
using module::Role;

TEST_F(Drafting, BeginsWithTheTemplateAndBothParties) {
    const auto who = officer();
    const CaseId id = begin_as(who);
    const OpenCase one = look(id, partner());
    EXPECT_EQ(one.state, State::enquiry);
    EXPECT_EQ(one.acting.side, Side::civil);
    EXPECT_EQ(one.draft.key, "laxhjalp-2020");
    ASSERT_EQ(one.draft.parties.size(), 2U);
    EXPECT_EQ(one.draft.parties[1].room, "im");
    EXPECT_NE(one.draft.text.at(Section::relation).find("jämbördiga"), std::string::npos);
    EXPECT_EQ(one.newest.number, 1);
    EXPECT_EQ(begin_as(who), id) << "the same form, sent twice";
    // What is missing is told at once, by section.
    EXPECT_EQ(
        keys_of_drafting(one.problems),
        "period.first:no_first_day period.last:no_last_day commitments:public_side_gives_nothing "
        "commitments:association_promises_nothing text.background:section_unwritten "
        "text.purpose:section_unwritten text.goals:section_unwritten text.activity_goals:section_unwritten "
        "text.development:section_unwritten text.target_groups:section_unwritten text.economy:section_unwritten ");
}

TEST_F(Drafting, IsForItsOwnAssociationAlone) {
    const CaseId id = begin();
    const auto other = room("association", "En annan förening", "annan");
    const auto stranger = caller(Role::partner, lund_, other);
    EXPECT_FALSE(find_case(*town(), stranger, id));
    EXPECT_TRUE(list_cases(*town(), stranger).empty());
    EXPECT_TRUE(list_versions(*town(), stranger, id).empty());
    const auto done = save(id, stranger, 1, Section::goals, "x");
    EXPECT_TRUE(module::is_refusal(done.problems()));
    EXPECT_TRUE(module::is_refusal(take_up(*town(), caller(Role::administrator, lund_, lund_), kToday, id).problems()));
    EXPECT_TRUE(module::is_refusal(begin_case(*town(), *all_rooms().lobby(), lund_, partner(), kToday,
                                              base::Instant::now(), {"a", "b", {im_.organisation.text()}})
                                       .problems()));
}

TEST_F(Drafting, AsksTheTableBeforeEveryAct) {
    const CaseId id = begin();
    EXPECT_EQ(keys_of_drafting(save(id, partner(), 1, Section::goals, "x").problems()), ":not_taken_up ");
    EXPECT_EQ(keys_of_drafting(take_up(*town(), partner(), kToday, id).problems()), ":officer_does_it ");
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    EXPECT_EQ(keys_of_drafting(begin_drafting(*town(), officer(), kToday, id).problems()), ":not_assessed ");
    EXPECT_EQ(keys_of_drafting(agree(*town(), partner(), kToday, id, 1).problems()), ":not_drafting ");
    EXPECT_EQ(keys_of_drafting(withdraw(*town(), officer(), kToday, id, "x").problems()), ":partner_does_it ");
    assess(id, "", agreement::Answer::no);
    EXPECT_EQ(keys_of_drafting(begin_drafting(*town(), officer(), kToday, id).problems()), ":not_eligible ");
    assess(id, "", agreement::Answer::yes);
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, id));
    EXPECT_EQ(keys_of_drafting(decide_now(id, officer()).problems()), ":draft_problems :not_agreed ");
}

TEST_F(Drafting, MergesSavesOfDifferentPartsAndTellsTwoOfTheSame) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    ASSERT_TRUE(save(id, officer(), 1, Section::goals, "Mål: alla får hjälp."));
    // The second one began from version 1, in another section: both stay.
    auto done = save(id, partner(), 1, Section::purpose, "Syfte: läxor blir gjorda.");
    ASSERT_TRUE(done);
    EXPECT_EQ(done->version, 3);
    EXPECT_FALSE(done->conflict);
    EXPECT_EQ(look(id).draft.text.at(Section::goals), "Mål: alla får hjälp.");

    // Both in the same section: the second is told, nothing is written, and no word of either is lost.
    ASSERT_TRUE(save(id, officer(), 3, Section::goals, "Mål: alla får hjälp i tid."));
    done = save(id, partner(), 3, Section::goals, "Mål: alla barn får hjälp.");
    ASSERT_TRUE(done);
    ASSERT_TRUE(done->conflict);
    EXPECT_EQ(done->conflict->theirs_by, "officer");
    EXPECT_EQ(done->conflict->base, "Mål: alla får hjälp.");
    EXPECT_EQ(done->conflict->theirs, "Mål: alla får hjälp i tid.");
    EXPECT_EQ(done->conflict->mine, "Mål: alla barn får hjälp.");
    EXPECT_NE(done->conflict->proposal.text.find("barn"), std::string::npos);
    EXPECT_NE(done->conflict->proposal.text.find("tid"), std::string::npos);
    EXPECT_EQ(look(id).head.version, 4);
    // The merged text names the newest version, and is saved.
    done = save(id, partner(), done->conflict->newest, Section::goals, done->conflict->proposal.text);
    ASSERT_TRUE(done);
    EXPECT_FALSE(done->conflict);
    EXPECT_EQ(look(id).head.version, 5);
    EXPECT_EQ(keys_of_drafting(save(id, partner(), 77, Section::goals, "x").problems()), ":no_base ");
    EXPECT_TRUE(save(id, partner(), 5, Section::goals, look(id).draft.text.at(Section::goals))->unchanged);
    EXPECT_EQ(keys_of_drafting(save(id, partner(), 5, Section::goals, std::string(kLongestText + 1, 'x')).problems()),
              "text:too_long ");
}

TEST_F(Drafting, MergesFactsFieldByField) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    const auto write = [&](const module::Caller& who, const DraftPart& part,
                           const std::function<void(Agreement&)>& how) {
        return save_part(*town(), who, kToday, base::Instant::now(), id, {part, 1, how});
    };
    const DraftPart period = DraftPart::facts(Facts::period);
    ASSERT_TRUE(write(officer(), period, [](Agreement& draft) { draft.term.first = Date::of(2020, 7, 1); }));
    // Another field of the same form: both stay, and the second is told what the first changed.
    auto done = write(partner(), period, [](Agreement& draft) { draft.term.review = "Hur det gick."; });
    ASSERT_TRUE(done);
    EXPECT_FALSE(done->conflict);
    ASSERT_EQ(done->meanwhile.size(), 1U);
    EXPECT_EQ(done->meanwhile[0], (Difference{"period.first", "unknown", "2020-07-01"}));
    EXPECT_EQ(look(id).draft.term.first, Date::of(2020, 7, 1));
    EXPECT_EQ(look(id).draft.term.review, "Hur det gick.");

    // The same field: nothing is saved, and the form is to hold mine beside what the first changed elsewhere.
    done = write(partner(), period, [](Agreement& draft) { draft.term.first = Date::of(2020, 8, 1); });
    ASSERT_TRUE(done->conflict);
    ASSERT_EQ(done->conflict->clashes.size(), 1U);
    EXPECT_EQ(done->conflict->clashes[0], (FieldClash{"period.first", "unknown", "2020-07-01", "2020-08-01"}));
    EXPECT_EQ(done->conflict->together.term.first, Date::of(2020, 8, 1));
    EXPECT_EQ(done->conflict->together.term.review, "Hur det gick.");
    EXPECT_EQ(look(id).head.version, 3);

    // The whole file holds theirs where both wrote, so that it always reads.
    done = write(partner(), DraftPart::file(), [](Agreement& draft) { draft.term.first = Date::of(2020, 9, 1); });
    ASSERT_TRUE(done->conflict);
    EXPECT_EQ(done->conflict->together.term.first, Date::of(2020, 7, 1));
    EXPECT_EQ(done->conflict->clashes.front().mine, "2020-09-01");
    EXPECT_TRUE(read_draft(part_text(done->conflict->together, DraftPart::file())));
}

TEST_F(Drafting, KeepsEveryVersionAndBringsOneBack) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    ASSERT_TRUE(save(id, officer(), 1, Section::goals, "Ett."));
    ASSERT_TRUE(save(id, partner(), 2, Section::goals, "Två."));
    const auto back = restore_version(*town(), partner(), kToday, base::Instant::now(), id, 2);
    ASSERT_TRUE(back);
    EXPECT_EQ(look(id).draft.text.at(Section::goals), "Ett.");
    const auto versions = list_versions(*town(), officer(), id);
    ASSERT_EQ(versions.size(), 4U);
    EXPECT_EQ(versions[0].restored, 2);
    EXPECT_EQ(versions[1].made_by, "partner");
    EXPECT_EQ(find_version(*town(), officer(), id, 2)->hash, versions[0].hash);
    EXPECT_TRUE(restore_version(*town(), partner(), kToday, base::Instant::now(), id, 2)->unchanged);
}

TEST_F(Drafting, LetsBothSidesCommentAnswerAndResolve) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    const DraftPart part = DraftPart::text(Section::goals);
    const auto ask = [&](const module::Caller& who, const char* text, std::optional<CommentId> to = {}) {
        return write_comment(*town(), who, kToday, base::Instant::now(), id, part, text, to);
    };
    EXPECT_EQ(keys_of_drafting(ask(partner(), " ").problems()), "comment:text_missing ");
    const auto first = ask(partner(), "Är det rimligt?");
    const auto answer = ask(officer(), "Ja.", *first);
    ASSERT_TRUE(ask(partner(), "Bra.", *answer));
    const auto comments = look(id).comments;
    ASSERT_EQ(comments.size(), 3U);
    EXPECT_EQ(comments[2].answers, *first) << "answers stand below the first comment";
    ASSERT_TRUE(resolve_comment(*town(), officer(), kToday, id, *first, true));
    EXPECT_EQ(ask(partner(), "Är det rimligt?").value(), *first) << "the same form, sent twice";
    EXPECT_EQ(look(id).comments.size(), 3U);
    EXPECT_EQ(look(id).comments[0].resolved_by, "officer");
    EXPECT_TRUE(module::is_refusal(resolve_comment(*town(), officer(), kToday, id, *answer, true).problems()));
}

TEST_F(Drafting, AsksWhoeverHasToGoOn) {
    const CaseId id = begin();
    const auto asked = [&] {
        std::string all;
        for (const auto& one : case_duties(*town(), kToday))
            all += one.what.key.substr(one.what.key.rfind('.') + 1) + ":" + std::string(module::role_name(one.role)) +
                   (one.whose == im_.organisation ? ":im " : " ") + one.due.iso() + " ";
        return all;
    };
    EXPECT_EQ(asked(), "assess:officer 2020-03-01 ");
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    assess(id, "", agreement::Answer::yes);
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, id));
    EXPECT_EQ(asked(), "go_on:officer 2020-03-01 ");
    const auto say = [&](const module::Caller& who, const std::optional<CommentId>& to) {
        return write_comment(*town(), who, kToday, base::Instant::now(), id, DraftPart::text(Section::goals), "Hur då?",
                             to);
    };
    const auto question = say(officer(), std::nullopt);
    ASSERT_TRUE(question);
    EXPECT_EQ(asked(), "go_on:officer 2020-03-01 answer:partner:im 2020-02-07 ");
    ASSERT_TRUE(say(partner(), *question));
    EXPECT_EQ(asked(), "go_on:officer 2020-03-01 ");
    ASSERT_TRUE(say(partner(), std::nullopt));
    EXPECT_EQ(asked(), "go_on:officer 2020-03-01 answer:officer 2020-02-07 ");
}

TEST_F(Drafting, BecomesAnAgreementThatCanBeSigned) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    assess(id, "", agreement::Answer::yes);
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, id));
    make_sound(id);
    EXPECT_EQ(keys_of_drafting(decide_now(id, partner()).problems()), ":officer_does_it ");
    const auto bad = decide(*town(), *all_rooms().lobby(), lund_, officer(), kToday, base::Instant::now(), id,
                            {"", "2020-02-01", "", "", 1});
    EXPECT_EQ(keys_of_drafting(bad.problems()),
              "body:body_missing registry_number:number_missing decided_on:day_ahead :newer_version ");
    const auto made = decide_now(id, officer());
    ASSERT_TRUE(made) << keys_of_drafting(made.problems());

    const auto session = town();
    const auto head = agreement::find_agreement(*session, *made).value();
    EXPECT_EQ(head.registry_number, "SO 2020/0012");
    const Agreement document = agreement::load_document(*session, head);
    ASSERT_EQ(document.decisions.size(), 1U);
    EXPECT_EQ(document.decisions[0].reference, "§ 7");
    ASSERT_EQ(document.assessments.size(), 1U);
    EXPECT_EQ(case_of_agreement(*session, partner(), *made)->id, id);
    EXPECT_EQ(look(id).state, State::decided);
    EXPECT_EQ(keys_of_drafting(save(id, partner(), 3, Section::goals, "x").problems()), ":is_decided ");
    EXPECT_EQ(keys_of_drafting(decide_now(id, officer()).problems()), ":is_decided ");

    town()->transaction(
        [&](store::Transaction& tx) { changes::record_signed(tx, officer().actor(), *made, Date::of(2020, 1, 31)); });
    EXPECT_EQ(look(id).state, State::signed_);
    carry();
    EXPECT_TRUE(agreement::find_agreement(*open(im_), *made)) << "the association has its copy";
}

TEST_F(Drafting, DoesNotWriteOverAnotherAgreementOfTheSameName) {
    ASSERT_TRUE(import(agreement::example("examples/lund/radrum-2019.toml")));
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    assess(id, "", agreement::Answer::yes);
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, id));
    ASSERT_TRUE(change(id, officer(), Facts::period, [](Agreement& draft) { draft.key = "radrum-2019"; }));
    make_sound(id);
    EXPECT_EQ(keys_of_drafting(decide_now(id, officer()).problems()), ":key_taken ");
    EXPECT_EQ(look(id).state, State::drafting);
    const auto head = agreement::find_agreement_by_slug(*town(), lund_.id, "radrum-2019");
    EXPECT_EQ(head->version, 1) << "nothing was written";
}

TEST_F(Drafting, IsRejectedWithAReasonForEachCriterion) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    const auto no = [&](RejectInput input) {
        return reject(*town(), officer(), kToday, base::Instant::now(), id, input);
    };
    EXPECT_EQ(keys_of_drafting(no({}).problems()), ":not_assessed ");
    assess(id, "", agreement::Answer::yes);
    EXPECT_EQ(keys_of_drafting(no({}).problems()), "body:body_missing decided_on:day_missing :nothing_speaks_against ");
    assess(id, "", agreement::Answer::no, "no_market");
    auto reasons = reasons_against(look(id), "");
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].reason, "Därför.");
    reasons[0].reason = " ";
    EXPECT_EQ(keys_of_drafting(no({"", "Socialnämnden", "2020-01-30", "", reasons}).problems()),
              "reasons[1]:reason_missing ");
    reasons[0].reason = "Det finns en marknad.";
    ASSERT_TRUE(no({"", "Socialnämnden", "2020-01-30", "", reasons}));
    const OpenCase one = look(id, partner());
    EXPECT_EQ(one.state, State::rejected);
    EXPECT_EQ(one.events.back().reasons, reasons);
    EXPECT_EQ(keys_of_drafting(save(id, partner(), 1, Section::goals, "x").problems()), ":turned_down ");
    EXPECT_EQ(keys_of_drafting(reopen(*town(), officer(), kToday, id, "").problems()), "text:text_missing ");
    ASSERT_TRUE(reopen(*town(), officer(), kToday, id, "Ny omgång."));
    EXPECT_EQ(look(id).state, State::assessment);
}

TEST_F(Drafting, IsRejectedInPartAndTheRestGoesOn) {
    const CaseId id = begin();
    ASSERT_TRUE(take_up(*town(), officer(), kToday, id));
    ASSERT_TRUE(change(id, partner(), Facts::parts, [](Agreement& draft) {
        draft.parts = {{"a", "Del A", agreement::Verdict::proposed, "", {}, ""},
                       {"b", "Del B", agreement::Verdict::proposed, "", {}, ""}};
    }));
    assess(id, "b", agreement::Answer::no);
    const auto no = [&](const char* part) {
        auto reasons = reasons_against(look(id), part);
        for (auto& reason : reasons) reason.reason = "Ryms i föreningsbidraget.";
        return reject(*town(), officer(), kToday, base::Instant::now(), id,
                      {part, "Socialnämnden", "2020-01-30", "§ 3", reasons});
    };
    EXPECT_EQ(keys_of_drafting(no("c").problems()), "part:no_such_part :nothing_speaks_against ");
    ASSERT_TRUE(no("b"));
    const OpenCase one = look(id);
    EXPECT_EQ(one.state, State::assessment);
    EXPECT_TRUE(one.head.rejected_in_part);
    EXPECT_EQ(one.draft.part("b")->verdict, agreement::Verdict::rejected);
    EXPECT_EQ(one.events.back().part, "Del B");
    ASSERT_TRUE(begin_drafting(*town(), officer(), kToday, id)) << "the part's no does not stop the whole";
    assess(id, "a", agreement::Answer::no);
    EXPECT_EQ(keys_of_drafting(no("a").problems()), "part:last_part ");
}

TEST_F(Drafting, UsesTheBodysOwnTemplate) {
    auto texts = read_template(current_template(*town()).document).text;
    texts[Section::background] = "Så här börjar våra överenskommelser.";
    texts[Section::goals] = "";
    EXPECT_TRUE(module::is_refusal(save_template(*town(), partner(), kToday, 0, texts).problems()));
    ASSERT_TRUE(save_template(*town(), officer(), kToday, 0, texts));
    EXPECT_EQ(keys_of_drafting(save_template(*town(), officer(), kToday, 0, texts).problems()), ":newer_version ");
    const OpenCase one = look(begin());
    EXPECT_EQ(one.draft.text.at(Section::background), "Så här börjar våra överenskommelser.");
    EXPECT_FALSE(one.draft.text.contains(Section::goals));
    EXPECT_EQ(list_templates(*town(), officer()).size(), 2U);
}

TEST(DraftParts, HaveNamesAndFieldsOfTheirOwn) {
    for (const DraftPart& part : parts_of_draft()) EXPECT_EQ(DraftPart::named(part.name()), part) << part.name();
    EXPECT_EQ(DraftPart::named("file"), DraftPart::file());
    EXPECT_FALSE(DraftPart::named("facts-nothing"));
    EXPECT_FALSE(DraftPart::named(""));
    EXPECT_EQ(part_of_field("commitments[2].target").name(), "facts-promises");
    EXPECT_EQ(part_of_field("agreement.disputes").name(), "facts-ending");
    EXPECT_EQ(part_of_field("text.goals").name(), "goals");
    EXPECT_EQ(part_of_field("documents[1]").name(), "file");
    EXPECT_EQ(key_for("rådgivning på ön!", 2020), "radgivning-pa-on-2020");
    EXPECT_EQ(key_for("", 2020), "iop-2020");
    EXPECT_EQ(tidy_text("a\r\nb\rc \n\n"), "a\nb\nc");
}

TEST(DraftTags, NameTheVersionAndWhatStoodInIt) {
    Agreement draft;
    const DraftPart part = DraftPart::text(Section::goals);
    const std::string before = tag_of(12, draft, part);
    draft.text[Section::goals] = "Mål.";
    EXPECT_NE(tag_of(12, draft, part), before);
    EXPECT_EQ(version_of_tag(before), 12);
    for (const char* bad : {"", "12", "\"x-1\"", "\"12\"", "*"}) EXPECT_EQ(version_of_tag(bad), 0) << bad;
}

}  // namespace
}  // namespace samrum::partnership::drafting
