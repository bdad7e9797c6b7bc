// Reports between two rooms: drafted where the work is, handed over, approved, handed back, corrected.
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/actions_decide.hpp"
#include "partnership/reports/actions_document.hpp"
#include "partnership/reports/actions_draft.hpp"
#include "partnership/reports/actions_duties.hpp"
#include "partnership/reports/actions_export.hpp"
#include "partnership/reports/actions_read.hpp"
#include "partnership/reports/actions_submit.hpp"
#include "partnership/reports/actions_template.hpp"
#include "partnership/reports/actions_write.hpp"
#include "partnership/reports/model_json.hpp"
#include "partnership/reports/rules_template.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace samrum::partnership::reports {
namespace {

using base::Date;
using base::Period;

const Period kAutumn{Date::of(2019, 7, 1), Date::of(2019, 12, 31)};

const text::Catalogues& every_word() {
    static const auto catalogues = text::Catalogues::load(text::embedded_messages());
    return *catalogues;
}

class ReportActions : public agreement::TwoRooms {
  protected:
    void SetUp() override {
        import_and_carry();
        house_.catalogues = &every_word();
    }
    /// Carries every envelope, and does what it queues.
    void carry_reports() {
        std::vector<jobs::Receiver> receivers{{std::string(kPartEnvelope), receive_part},
                                              {std::string(kReturnedEnvelope), receive_returned},
                                              {std::string(kCopyEnvelope), receive_copy},
                                              {std::string(kCorrectionEnvelope), receive_correction},
                                              {std::string(kTemplateEnvelope), receive_template}};
        jobs::Runner runner(
            all_rooms(),
            {jobs::envelope_handler(std::move(receivers)),
             {std::string(kCompleteJob), [this](jobs::Work& work) { complete_reports(*work.open(), house_); }}},
            {});
        runner.run_due();
    }
    Report only_report(const module::RoomHead& room, const module::Caller& caller) {
        const auto all = read_reports(*open(room), house_, caller, agreement_);
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? Report{} : all.front();
    }
    Report theirs() { return only_report(im_, coordinator()); }
    Report ours() { return only_report(lund_, officer()); }

    /// Judges every promise of the part and writes a line.
    void write(const module::RoomHead& room, const module::Caller& caller, const Report& report,
               const std::string& party, const std::string& text) {
        const SectionPlace promises{agreement_, report.id, party, "commitments"};
        auto found = section_to_write(*open(room), caller, promises);
        ASSERT_TRUE(found);
        for (Judgement& one : found->saved.content.judgements)
            if (one.verdict == Verdict::unjudged) one.verdict = Verdict::kept;
        ASSERT_TRUE(write_section(*open(room), caller, house_.clocks.today(), promises, found->saved.content,
                                  found->saved.revision));
        const SectionPlace place{agreement_, report.id, party, "works_well"};
        found = section_to_write(*open(room), caller, place);
        ASSERT_TRUE(
            write_section(*open(room), caller, house_.clocks.today(), place, {text, {}, {}}, found->saved.revision));
    }
    base::Result<base::Done> submit(const module::RoomHead& room, const module::Caller& caller, const Report& report,
                                    const std::string& party) {
        return submit_part(*open(room), house_, caller, agreement_, report.id, party);
    }
    /// Both parts written and handed over: the report waits for the steering group.
    void submit_both() {
        EXPECT_EQ(draft_due(*open(im_), house_), 1);
        EXPECT_EQ(draft_due(*open(lund_), house_), 1);
        write(im_, coordinator(), theirs(), "im", "Köerna är kortare.");
        write(lund_, officer(), ours(), "socialforvaltningen", "Hänvisningen fungerar.");
        ASSERT_TRUE(submit(im_, coordinator(), theirs(), "im"));
        carry_reports();
        ASSERT_TRUE(submit(lund_, officer(), ours(), "socialforvaltningen"));
    }
    void approve_it() {
        ASSERT_TRUE(approve(*open(lund_), house_, officer(), agreement_, ours().id,
                            {"2020-01-31", "Styrgruppen", "Möte 2020-01-31"}));
        carry_reports();
    }
    std::string first_key(const base::Result<base::Done>& done) {
        return done ? "" : done.problems().front().message.key;
    }
};

TEST_F(ReportActions, TheNightAfterThePeriodBothPartsAreDrafted) {
    EXPECT_EQ(draft_due(*open(im_), house_), 1);
    EXPECT_EQ(draft_due(*open(im_), house_), 0) << "once";
    const Report draft = theirs();
    EXPECT_EQ(draft.about.period, kAutumn);
    ASSERT_EQ(draft.parts.size(), 1U) << "an association has its own part alone";
    EXPECT_EQ(draft.parts[0].party, "im");
    const auto& promises = draft.parts[0].sections.find("commitments")->second.judgements;
    ASSERT_FALSE(promises.empty());
    EXPECT_EQ(promises.front().commitment, "sessions");
    EXPECT_EQ(promises.front().verdict, Verdict::too_early) << "64 a year, and half of the year is over";
    for (const Judgement& one : promises) EXPECT_NE(one.commitment, "financing") << "the other party judges its own";
    EXPECT_EQ(draft_due(*open(lund_), house_), 1);
    EXPECT_EQ(ours().parts.size(), 2U);
}

TEST_F(ReportActions, ADraftTakesUpWhatComesLateWhereNobodyHasWritten) {
    static std::string told;
    static module::Dimensions about;
    module::Module slice;
    slice.report_sections = {{"test.events",
                              [](store::Reader&, const text::Words&, const Period&, const module::Dimensions& of) {
                                  about = of;
                                  return told;
                              }},
                             {"test.changes", [](store::Reader&, const text::Words&, const Period&,
                                                 const module::Dimensions&) { return told; }}};
    const std::vector<module::Module> modules{slice};
    house_.modules = modules;
    told = "Tidigt.";
    draft_due(*open(im_), house_);
    EXPECT_FALSE(about["activity"].empty()) << "what the room does for others is not told";
    const SectionPlace events{agreement_, theirs().id, "im", "events"};
    ASSERT_TRUE(
        write_section(*open(im_), coordinator(), house_.clocks.today(), events, {"Vi skrev själva.", {}, {}}, 1));
    told = "Sent.";
    draft_due(*open(im_), house_);
    const auto sections = theirs().parts[0].sections;
    EXPECT_EQ(sections.find("events")->second.text, "Vi skrev själva.");
    EXPECT_EQ(sections.find("changes")->second.text, "Sent.");
}

TEST_F(ReportActions, ADraftIsNobodyElses) {
    draft_due(*open(im_), house_);
    draft_due(*open(lund_), house_);
    const auto partner = caller(module::Role::partner, lund_, im_);
    EXPECT_TRUE(read_reports(*open(lund_), house_, partner, agreement_).empty());
    const auto guest = caller(module::Role::coordinator, im_, lund_);  // a role for another organisation
    EXPECT_FALSE(section_to_write(*open(im_), guest, {agreement_, theirs().id, "im", "events"}));
    EXPECT_FALSE(section_to_write(*open(lund_), officer(), {agreement_, ours().id, "im", "events"}))
        << "the part of the other party is not written here";
    EXPECT_TRUE(module::is_refusal(submit(lund_, officer(), ours(), "im").problems()));
}

TEST_F(ReportActions, AnOlderRevisionIsToldAndBothTextsAreKept) {
    draft_due(*open(im_), house_);
    const SectionPlace place{agreement_, theirs().id, "im", "works_well"};
    const auto read = section_to_write(*open(im_), coordinator(), place)->saved.revision;
    ASSERT_TRUE(write_section(*open(im_), coordinator(), house_.clocks.today(), place, {"Först", {}, {}}, read));
    const auto late = write_section(*open(im_), coordinator(), house_.clocks.today(), place, {"Sedan", {}, {}}, read);
    EXPECT_EQ(first_key(late), "report.section.changed_meanwhile");
    auto found = section_to_write(*open(im_), coordinator(), place);
    EXPECT_EQ(found->saved.content.text, "Först");
    ASSERT_EQ(found->asides.size(), 1U);
    EXPECT_EQ(found->asides[0].content.text, "Sedan");
    ASSERT_TRUE(write_section(*open(im_), coordinator(), house_.clocks.today(), place, {"Först. Sedan", {}, {}},
                              found->saved.revision));
    ASSERT_TRUE(drop_aside(*open(im_), coordinator(), place, found->asides[0].id));
    found = section_to_write(*open(im_), coordinator(), place);
    EXPECT_TRUE(found->asides.empty());
    EXPECT_EQ(found->saved.content.text, "Först. Sedan");
}

TEST_F(ReportActions, EvidenceNeedsATitleAndASafeLink) {
    draft_due(*open(im_), house_);
    const SectionPlace place{agreement_, theirs().id, "im", "works_well"};
    const auto done = write_section(*open(im_), coordinator(), house_.clocks.today(), place,
                                    {"", {}, {{"", "följeforskare", "", "javascript:alert(1)", std::nullopt}}}, 1);
    ASSERT_EQ(done.problems().size(), 2U);
    EXPECT_EQ(done.problems()[0].field, "evidence[1].title");
    EXPECT_EQ(done.problems()[1].field, "evidence[1].link");
}

TEST_F(ReportActions, EveryPromiseIsJudgedBeforeAPartIsHandedOver) {
    draft_due(*open(im_), house_);
    const auto done = submit(im_, coordinator(), theirs(), "im");
    EXPECT_GT(done.problems().size(), 1U) << "all of them are told at once";
    EXPECT_EQ(first_key(done), "report.submit.unjudged");
}

TEST_F(ReportActions, TheLastPartMakesItWholeWhicheverRoomItComesFrom) {
    draft_due(*open(im_), house_);
    draft_due(*open(lund_), house_);
    write(lund_, officer(), ours(), "socialforvaltningen", "Först vi.");
    ASSERT_TRUE(submit(lund_, officer(), ours(), "socialforvaltningen"));
    EXPECT_EQ(ours().state, State::draft);
    write(im_, coordinator(), theirs(), "im", "Sedan de.");
    ASSERT_TRUE(submit(im_, coordinator(), theirs(), "im"));
    EXPECT_EQ(theirs().state, State::submitted);
    carry_reports();
    const Report whole = ours();
    EXPECT_EQ(whole.state, State::submitted);
    EXPECT_FALSE(whole.hash.empty());
    const std::string text =
        markdown_of(document_of(whole, load_case(*open(lund_), agreement_)->head, every_word().words("sv")));
    EXPECT_NE(text.find("Först vi."), std::string::npos);
    EXPECT_NE(text.find("Sedan de."), std::string::npos);
}

TEST_F(ReportActions, WhatIsSubmittedIsFrozenUntilAPartGoesBack) {
    submit_both();
    const Report whole = ours();
    EXPECT_EQ(whole.state, State::submitted);
    EXPECT_FALSE(section_to_write(*open(lund_), officer(), {agreement_, whole.id, "socialforvaltningen", "events"}));
    EXPECT_EQ(
        first_key(to_committee(*open(lund_), house_, officer(), agreement_, whole.id, "2020-01-31", "Socialnämnden")),
        "report.step.not_now");
    EXPECT_EQ(first_key(send_back(*open(lund_), house_, officer(), agreement_, whole.id, "im", " ")),
              "report.return.why");
    ASSERT_TRUE(send_back(*open(lund_), house_, officer(), agreement_, whole.id, "im", "Berätta om Linero."));
    carry_reports();
    EXPECT_EQ(theirs().state, State::draft);
    EXPECT_EQ(theirs().parts[0].returned, "Berätta om Linero.");
    EXPECT_EQ(ours().state, State::draft);
    write(im_, coordinator(), theirs(), "im", "Linero har tidsbokning.");
    ASSERT_TRUE(submit(im_, coordinator(), theirs(), "im"));
    carry_reports();
    EXPECT_EQ(ours().state, State::submitted) << "the other part was still in";
}

TEST_F(ReportActions, TheApprovedReportIsHandedBackAndShownToAnybodyWhenPublished) {
    submit_both();
    EXPECT_EQ(first_key(approve(*open(lund_), house_, officer(), agreement_, ours().id, {"2020-02-01", "", ""})),
              "report.approve.not_yet");
    approve_it();
    const Report copy = theirs();
    EXPECT_EQ(copy.state, State::approved);
    EXPECT_EQ(copy.parts.size(), 2U) << "the whole, with the other party's part";
    EXPECT_EQ(copy.hash, ours().hash);
    EXPECT_TRUE(public_reports(*open(lund_), agreement_).empty());
    ASSERT_TRUE(publish(*open(lund_), officer(), agreement_, ours().id, true));
    EXPECT_EQ(public_reports(*open(lund_), agreement_).size(), 1U);
    carry_reports();
    EXPECT_TRUE(theirs().published);
    EXPECT_TRUE(public_reports(*open(im_), agreement_).empty()) << "the agreement's own room publishes";
    ASSERT_TRUE(to_committee(*open(lund_), house_, officer(), agreement_, ours().id, "2020-01-31", "Socialnämnden"));
    EXPECT_EQ(ours().state, State::committee);
}

TEST_F(ReportActions, ACorrectionIsVersionTwoWithItsDifference) {
    submit_both();
    approve_it();
    ASSERT_TRUE(publish(*open(lund_), officer(), agreement_, ours().id, true));
    const auto next = correct(*open(lund_), house_, officer(), agreement_, ours().id);
    ASSERT_TRUE(next);
    carry_reports();
    auto all = read_reports(*open(lund_), house_, officer(), agreement_);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].about.version, 2);
    EXPECT_EQ(public_reports(*open(lund_), agreement_).front().about.version, 1) << "until version 2 is approved";
    const auto their_two = read_reports(*open(im_), house_, coordinator(), agreement_);
    ASSERT_EQ(their_two.size(), 2U);
    ASSERT_EQ(their_two[0].parts.size(), 1U);
    write(im_, coordinator(), their_two[0], "im", "Köerna är mycket kortare.");
    ASSERT_TRUE(submit(im_, coordinator(), their_two[0], "im"));
    carry_reports();
    ASSERT_TRUE(submit(lund_, officer(), all[0], "socialforvaltningen"));
    ASSERT_TRUE(approve(*open(lund_), house_, officer(), agreement_, *next, {"2020-01-31", "Styrgruppen", ""}));
    const auto shown = public_reports(*open(lund_), agreement_);
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].about.version, 2);
    const auto head = load_case(*open(lund_), agreement_)->head;
    const auto& words = every_word().words("sv");
    const auto changed = differences(document_of(*version_before(*open(lund_), shown[0]), head, words),
                                     document_of(shown[0], head, words));
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed[0].title, "Vad fungerar bra");
    const auto is = [&](DiffLine::Kind kind, const char* text) {
        return std::find(changed[0].lines.begin(), changed[0].lines.end(), DiffLine{kind, text}) !=
               changed[0].lines.end();
    };
    EXPECT_TRUE(is(DiffLine::Kind::removed, "Köerna är kortare."));
    EXPECT_TRUE(is(DiffLine::Kind::added, "Köerna är mycket kortare."));
}

TEST_F(ReportActions, TheBodysTemplateReachesTheAssociation) {
    Template wanted = shipped_template(ReportKind::half_year);
    wanted.sections.push_back({"own-1", SectionForm::text, "Språk", "Vilka språk har behövts?"});
    const auto saved = save_template(*open(lund_), house_, officer(), wanted);
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->version, 1);
    EXPECT_EQ(save_template(*open(lund_), house_, officer(), wanted)->version, 1) << "the same is nothing new";
    EXPECT_TRUE(module::is_refusal(save_template(*open(im_), house_, coordinator(), wanted).problems()));
    carry_reports();
    draft_due(*open(im_), house_);
    EXPECT_EQ(theirs().layout.version, 1);
    EXPECT_TRUE(theirs().layout.section("own-1"));
}

TEST_F(ReportActions, DutiesFollowTheReport) {
    const auto keys = [&](const module::RoomHead& room) {
        std::string all;
        for (const auto& one : duties_of_reports(*open(room), house_.clocks.today()))
            if (one.uid.find("2019-12-31") != std::string::npos) all += one.what.key + " ";
        return all;
    };
    EXPECT_EQ(keys(im_), "report.duty.write ");
    submit_both();
    EXPECT_EQ(keys(im_), "");
    EXPECT_EQ(keys(lund_), "report.duty.approve ");
    approve_it();
    EXPECT_EQ(keys(lund_), "");
}

/// The first page of a PDF, as a reader of such files finds its text.
std::string text_of_pdf(const std::string& bytes) {
    const auto file = std::filesystem::temp_directory_path() / ("samrum-report-" + std::to_string(getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << bytes;
    std::string said;
    FILE* pipe = popen(("pdftotext -l 1 " + file.string() + " -").c_str(), "r");
    std::array<char, 4096> some{};
    while (const std::size_t got = fread(some.data(), 1, some.size(), pipe)) said.append(some.data(), got);
    pclose(pipe);
    std::filesystem::remove(file);
    return said;
}

TEST_F(ReportActions, EveryFormOfExportHoldsTheReport) {
    submit_both();
    approve_it();
    const Report report = ours();
    const auto head = load_case(*open(lund_), agreement_)->head;
    const auto& words = every_word().words("sv");
    const Document document = document_of(report, head, words);
    EXPECT_EQ(document.registry_number, "SO 2019/0089");
    for (const std::string_view form : kExportForms) {
        const auto file = exported(report, document, "Lunds kommun", words, form, Date::of(2020, 1, 31));
        ASSERT_TRUE(file) << form;
        EXPECT_EQ(file->name, "radrum-2019-half_year-2019-12-31." + std::string(form));
        EXPECT_GT(file->bytes.size(), 200U);
    }
    EXPECT_FALSE(exported(report, document, "", words, "exe", Date::of(2020, 1, 31)));
    const auto pdf = exported(report, document, "Lunds kommun", words, "pdf", Date::of(2020, 1, 31));
    EXPECT_NE(text_of_pdf(pdf->bytes).find("Lunds kommun · " + document.day), std::string::npos)
        << "whose it is stands on the pages";
    Report again = read_report_json(write_report(report));
    again.id = report.id;
    for (Part& one : again.parts) one.written_here = false;
    EXPECT_EQ(write_report(again), write_report(report)) << "JSON reads back";
}

}  // namespace
}  // namespace samrum::partnership::reports
