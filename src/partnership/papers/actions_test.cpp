#include "foundation/document/plain.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/actions_payment.hpp"
#include "partnership/papers/actions_draft.hpp"
#include "partnership/papers/actions_memo.hpp"
#include "partnership/papers/actions_original.hpp"
#include "partnership/papers/actions_permission.hpp"
#include "partnership/papers/repository.hpp"
#include "partnership/reports/repository_report.hpp"
#include "registry/actions_register.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::partnership::papers {
namespace {

using module::Role;

std::vector<std::string> keys_in(const base::Problems& problems) {
    std::vector<std::string> keys;
    for (const auto& one : problems) keys.push_back(one.message.key);
    return keys;
}

class Papers : public agreement::TwoRooms {
  protected:
    Papers() {
        static const auto catalogues = text::Catalogues::load(text::embedded_messages());
        house_.catalogues = catalogues.get();
        import_and_carry();
    }
    std::unique_ptr<store::Session> lund() { return open(lund_); }
    void carry_papers() {
        std::vector<jobs::Receiver> receivers{
            {std::string(agreement::kAgreementEnvelope), agreement::receive_agreement},
            {std::string(kOriginalEnvelope), receive_original},
            {std::string(kSignatureEnvelope), receive_signature}};
        jobs::Runner runner(all_rooms(), {jobs::envelope_handler(std::move(receivers))}, {});
        runner.run_due();
    }
    MemoId begun(std::optional<base::Date> due = base::Date::of(2019, 12, 31)) {
        const auto done = begin_memo(*lund(), house_, officer(), agreement_, MemoKind::account, due);
        EXPECT_TRUE(done) << keys_in(done.problems()).front();
        return *done;
    }
    SeenMemo seen(MemoId id) { return read_memo_of(*lund(), officer(), agreement_, id).value(); }
    std::string text_in(MemoId id, MemoSection section) { return seen(id).texts().at(section); }
    base::Result<base::Done> save(MemoId id, MemoSection section, std::string_view text, std::int64_t revision = 1) {
        return save_section(*lund(), house_, officer(), agreement_, id, section, text, revision);
    }
    base::Result<base::Done> sign(int position, const char* day, const std::optional<ScanFile>& scan = std::nullopt) {
        return record_signature(*lund(), house_, officer(), agreement_, 1, position,
                                {"direktör", "Namn Påhittad", "Lund", day, *day == 0 ? "juni 2019" : ""}, scan);
    }
    SeenOriginal original(store::Session& room, const module::Caller& caller) {
        return read_originals(room, caller, agreement::read_agreement_of(room, caller, agreement_).value()).at(0);
    }
};

TEST_F(Papers, TheDraftTakesFactsReasonsAndFiguresFromTheCaseAndMakesNothingUp) {
    EXPECT_EQ(accounts_to_write(*lund(), agreement_, house_.clocks.today()).at(0), base::Date::of(2019, 12, 31));
    const auto id = begun();
    const auto memo = seen(id).memo;
    EXPECT_EQ(memo.committee, "Socialnämnden");
    EXPECT_EQ(memo.sender, "Lunds kommun");
    EXPECT_EQ(memo.department, "Socialförvaltningen i Lund");
    EXPECT_EQ(memo.signed_by, "socialdirektör");
    EXPECT_EQ(memo.number, "SO 2019/0089");
    EXPECT_NE(text_in(id, MemoSection::basis).find("överenskommelse daterad 10 juni 2019"), std::string::npos);
    const std::string assignment = text_in(id, MemoSection::assignment);
    EXPECT_NE(assignment.find("IM är huvudman för RådRum"), std::string::npos) << "the archived reasons";
    EXPECT_NE(assignment.find("520\u00a0000\u00a0kr för 1 juli 2019"), std::string::npos) << assignment;
    EXPECT_NE(text_in(id, MemoSection::account).find("Inga uppgifter är levererade"), std::string::npos);
    EXPECT_TRUE(text_in(id, MemoSection::works).empty());
    EXPECT_EQ(text_in(id, MemoSection::proposal), "- att godkänna redovisningen för 2019 av partnerskapet om RådRum");
    EXPECT_NE(text_in(id, MemoSection::child).find("vet inget"), std::string::npos);

    const auto again = begin_memo(*lund(), house_, officer(), agreement_, MemoKind::account, memo.due);
    EXPECT_EQ(keys_in(again.problems()), std::vector<std::string>{"papers.memo.there"});
    EXPECT_TRUE(module::is_refusal(
        begin_memo(*open(im_), house_, coordinator(), agreement_, MemoKind::account, std::nullopt).problems()));
    EXPECT_TRUE(module::is_refusal(
        begin_memo(*lund(), house_, caller(Role::partner, lund_, im_), agreement_, MemoKind::account, std::nullopt)
            .problems()));
}

/// An approved report where both parties say what works and judge a promise each.
void add_approved_report(store::Session& room, AgreementId agreement) {
    reports::Report report;
    report.id = reports::ReportId::ordered();
    report.about = {agreement, reports::ReportKind::half_year,
                    base::Period{base::Date::of(2019, 7, 1), base::Date::of(2019, 12, 31)}, 1};
    report.drafted_on = base::Date::of(2020, 1, 2);
    report.submitted_on = report.approved_on = base::Date::of(2020, 1, 30);
    report.state = reports::State::approved;
    for (const auto& [key, name, verdict] :
         {std::tuple{"socialforvaltningen", "Socialförvaltningen i Lund", reports::Verdict::not_kept},
          std::tuple{"im", "Individuell Människohjälp (IM)", reports::Verdict::kept}}) {
        reports::Part part;
        part.party = key;
        part.name = name;
        part.sections["works_well"].text = std::string("Det som ") + key + " ser.";
        part.sections["commitments"].judgements = {{"x", std::string("Löfte av ") + key, "", verdict, "Sent", "Sjuk"},
                                                   {"y", "Inte sett", "", reports::Verdict::unjudged, "", ""}};
        report.parts.push_back(part);
    }
    report.hash = "00";
    ASSERT_TRUE(room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        reports::insert_report(tx, report);
        return base::Done{};
    }));
}

TEST_F(Papers, TheDraftKnowsWhoPaysWhatIsPaidAndWhoSaidWhatInTheReport) {
    const auto early = begun(std::nullopt);
    ASSERT_TRUE(save(early, MemoSection::summary, "En människas text."));
    const auto room = lund();
    const base::Date today = house_.clocks.today();
    const auto one = officer();
    const auto two = officer();
    const std::string first = "year-1_2019-07-01_1";
    ASSERT_TRUE(money::authorise(*room, one, today, agreement_, first, {"SO 2019/0089-1", "114"}));
    ASSERT_TRUE(money::authorise(*room, two, today, agreement_, first, {}));
    ASSERT_TRUE(money::note_paid(*room, two, today, agreement_, first, "2020-01-31"));
    ASSERT_TRUE(money::decide_payer(*room, one, today, agreement_,
                                    {"socialforvaltningen", "kultur-och-fritidsforvaltningen", "2020-01-01",
                                     "Kommunfullmäktige", "2019-12-19", "§ 301"}));
    add_approved_report(*room, agreement_);

    const auto tells = [&](MemoId id, MemoSection section, std::string_view what) {
        const std::string text = text_in(id, section);
        EXPECT_NE(text.find(what), std::string::npos) << what << " is not in:\n" << text;
    };
    const auto id = begun();
    tells(id, MemoSection::assignment, "Socialförvaltningen i Lund: 260\u00a0000\u00a0kr för 1 juli 2019");
    tells(id, MemoSection::assignment, ", betalt\n");
    tells(id, MemoSection::assignment, "Kultur- och fritidsförvaltningen: 260\u00a0000\u00a0kr för 1 juli 2019");
    tells(id, MemoSection::assignment, "Kultur- och fritidsförvaltningen: 400\u00a0000\u00a0kr för 1 juli 2020");
    EXPECT_EQ(text_in(id, MemoSection::assignment).find("520\u00a0000"), std::string::npos);
    tells(id, MemoSection::basis, "Beslut av Kommunfullmäktige 19 december 2019 § 301: Kultur- och fritids");
    tells(id, MemoSection::works, "Socialförvaltningen i Lund skriver:\n\nDet som socialforvaltningen ser.");
    tells(id, MemoSection::works, "Individuell Människohjälp (IM) skriver:\n\nDet som im ser.");
    tells(id, MemoSection::account, "- Löfte av socialforvaltningen: Inte uppfyllt. Sent. Sjuk");
    tells(id, MemoSection::account, "- Löfte av im: Uppfyllt");
    EXPECT_EQ(text_in(id, MemoSection::account).find("Inte sett"), std::string::npos);

    // What was begun before all this is drafted anew, but for what a person wrote.
    EXPECT_EQ(text_in(early, MemoSection::works), "");
    ASSERT_TRUE(redraft_memo(*room, house_, one, agreement_, early));
    tells(early, MemoSection::works, "Det som im ser.");
    EXPECT_EQ(text_in(early, MemoSection::summary), "En människas text.");
    EXPECT_TRUE(module::is_refusal(
        redraft_memo(*room, house_, caller(Role::partner, lund_, im_), agreement_, early).problems()));
}

TEST_F(Papers, ADraftThatWasNeverReadyCanBeTakenAway) {
    const auto id = begun();
    EXPECT_EQ(keys_in(move_memo(*lund(), house_, officer(), agreement_, id, 1, MemoState::ready).problems()),
              std::vector<std::string>{"papers.memo.section_unwritten"})
        << "what a person is asked to write stands there";
    EXPECT_TRUE(
        module::is_refusal(discard_memo(*lund(), caller(Role::partner, lund_, im_), agreement_, id).problems()));
    ASSERT_TRUE(discard_memo(*lund(), officer(), agreement_, id));
    EXPECT_FALSE(read_memo_of(*lund(), officer(), agreement_, id));

    const auto kept = begun();
    ASSERT_TRUE(save(kept, MemoSection::child, "Barn påverkas."));
    ASSERT_TRUE(move_memo(*lund(), house_, officer(), agreement_, kept, 1, MemoState::ready));
    EXPECT_EQ(keys_in(discard_memo(*lund(), officer(), agreement_, kept).problems()),
              std::vector<std::string>{"papers.memo.not_draft"});
    EXPECT_EQ(keys_in(redraft_memo(*lund(), house_, officer(), agreement_, kept).problems()),
              std::vector<std::string>{"papers.memo.not_draft"});
    ASSERT_TRUE(move_memo(*lund(), house_, officer(), agreement_, kept, 2, MemoState::draft));
    EXPECT_EQ(keys_in(discard_memo(*lund(), officer(), agreement_, kept).problems()),
              std::vector<std::string>{"papers.memo.kept"});
    EXPECT_TRUE(store::verify_journal(*lund()).is_whole());
}

TEST_F(Papers, AFigureKeepsItsOwnDaysAndOneWithoutSaysSo) {
    const auto& words = house_.catalogues->words("sv");
    EXPECT_EQ(
        figure_line(words, {"Besök", "310 besök",
                            base::Period{base::Date::of(2018, 1, 1), base::Date::of(2018, 12, 31)}, "levererat av IM"}),
        "- Besök: 310 besök (" + words.period({base::Date::of(2018, 1, 1), base::Date::of(2018, 12, 31)}) +
            ", levererat av IM)");
    EXPECT_EQ(figure_line(words, {"Andel kvinnor", "50 %", std::nullopt, "ur årsrapporten"}),
              "- Andel kvinnor: 50 % (odaterad uppgift, ur årsrapporten)");
}

TEST_F(Papers, NothingIsLostWhenTwoWriteInTheSameSection) {
    const auto id = begun();
    ASSERT_TRUE(save(id, MemoSection::child, "Den enas text."));
    const auto late = save(id, MemoSection::child, "Den andras text.");
    EXPECT_EQ(keys_in(late.problems()), std::vector<std::string>{"papers.section.changed_since"});
    EXPECT_EQ(text_in(id, MemoSection::child), "Den enas text.");
    EXPECT_TRUE(save(id, MemoSection::summary, "En annan sektion.")) << "other sections do not wait";
    EXPECT_TRUE(save(id, MemoSection::child, "Bådas text.", 2));
    EXPECT_EQ(keys_in(save(id, MemoSection::child, std::string(70'000, 'x'), 3).problems()),
              std::vector<std::string>{"papers.section.too_long"});
}

TEST_F(Papers, GoesFromDraftToSentAndEveryStepIsKept) {
    const auto id = begun();
    ASSERT_TRUE(save(id, MemoSection::child, ""));
    const auto move = [&](MemoState to) {
        return move_memo(*lund(), house_, officer(), agreement_, id, seen(id).memo.revision, to);
    };
    EXPECT_EQ(keys_in(move(MemoState::ready).problems()), std::vector<std::string>{"papers.memo.section_empty"});
    ASSERT_TRUE(save(id, MemoSection::child, "Barn påverkas indirekt.", 2));
    ASSERT_TRUE(move(MemoState::ready));
    EXPECT_EQ(keys_in(save(id, MemoSection::child, "Nej", 3).problems()),
              std::vector<std::string>{"papers.memo.not_draft"});
    ASSERT_TRUE(move(MemoState::draft));
    ASSERT_TRUE(save(id, MemoSection::child, "Barn påverkas.", 3));
    ASSERT_TRUE(move(MemoState::ready));

    const auto send = [&](const char* number, const char* day) {
        return send_memo(*lund(), house_, officer(), agreement_, id, seen(id).memo.revision, number, day);
    };
    EXPECT_EQ(keys_in(send("okänt", "2020-02-01").problems()),
              (std::vector<std::string>{"papers.memo.sent_on", "registry.number.no_digit"}));
    EXPECT_EQ(keys_in(send("", "2020-01-31").problems()), std::vector<std::string>{"papers.memo.number"})
        << "no registry of its own: a person types the number";
    EXPECT_TRUE(list_memos(*lund(), caller(Role::partner, lund_, im_), agreement_).empty())
        << "a draft is the body's own";
    ASSERT_TRUE(send("SO 2020/0007", "2020-01-31"));
    const auto done = seen(id);
    EXPECT_EQ(done.memo.number, "SO 2020/0007");
    ASSERT_EQ(done.versions.size(), 3U);
    EXPECT_EQ(done.versions[0].state, MemoState::sent);
    EXPECT_NE(done.versions[2].content.find("Barn påverkas indirekt."), std::string::npos);
    EXPECT_EQ(list_memos(*lund(), caller(Role::partner, lund_, im_), agreement_).size(), 1U);
    EXPECT_TRUE(store::verify_journal(*lund()).is_whole());
}

TEST_F(Papers, WhereTheRoomKeepsItsOwnRegistryItGivesTheNumberAndRegisters) {
    ASSERT_TRUE(registry::switch_on(*lund(), officer(), house_.clocks.today(),
                                    {"Socialnämnden", "SO {year}/{number:4}", "7"}, {}));
    const auto id = begun();
    ASSERT_TRUE(save(id, MemoSection::child, "Barn påverkas."));
    ASSERT_TRUE(move_memo(*lund(), house_, officer(), agreement_, id, 1, MemoState::ready));
    ASSERT_TRUE(send_memo(*lund(), house_, officer(), agreement_, id, 2, "", "2020-01-31"));
    EXPECT_EQ(seen(id).memo.number, "SO 2020/0007");
    const auto lines = registry::public_list(*lund(), {})->lines;
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().counterpart, "Socialnämnden");
}

TEST_F(Papers, AnOldCaseGoesOnInARegistryThatBeganLater) {
    ASSERT_TRUE(registry::switch_on(*lund(), officer(), house_.clocks.today(),
                                    {"Socialnämnden", "SO {year}/{number:4}", "7"}, {}));
    const auto id = begun();
    ASSERT_TRUE(save(id, MemoSection::child, "Barn påverkas."));
    ASSERT_TRUE(move_memo(*lund(), house_, officer(), agreement_, id, 1, MemoState::ready));
    const auto send = [&] {
        return send_memo(*lund(), house_, officer(), agreement_, id, 2, "SO 2019/0089", "2020-01-31");
    };
    EXPECT_EQ(keys_in(send().problems()), std::vector<std::string>{"registry.document.older_number"});
    const auto enter = [&](const char* number, const char* about, const char* day) {
        return keys_in(registry::enter_older_case(*lund(), officer(), number, about, day).problems());
    };
    EXPECT_EQ(enter("SO 2020/0007", "", "2020-02-01"),
              (std::vector<std::string>{"registry.older.number", "registry.number.about"}));
    EXPECT_EQ(enter("SO 2019/0089", "RådRum", "2020-02-01"), std::vector<std::string>{"registry.older.day"});
    EXPECT_TRUE(enter("SO 2019/0089", "RådRum", "2019-03-01").empty());
    EXPECT_EQ(enter("SO 2019/0089", "RådRum", "2019-03-01"), std::vector<std::string>{"registry.older.there"});
    EXPECT_TRUE(send());
    EXPECT_EQ(registry::open_case(*lund(), officer(), house_.clocks.today(), "Nästa", std::nullopt).value(),
              "SO 2020/0007")
        << "what is entered makes no gap";
}

TEST_F(Papers, EveryPartyGetsTheSameBytes) {
    EXPECT_TRUE(module::is_refusal(make_original(*open(im_), house_, coordinator(), agreement_).problems()))
        << "a copy has no originals of its own making";
    ASSERT_TRUE(make_original(*lund(), house_, officer(), agreement_));
    ASSERT_TRUE(make_original(*lund(), house_, officer(), agreement_)) << "again is nothing";
    carry_papers();
    const auto theirs = open(im_);
    const auto ours = original(*lund(), officer());
    const auto copy = original(*theirs, coordinator());
    ASSERT_TRUE(ours.original && copy.original);
    EXPECT_EQ(ours.original->file_hash, copy.original->file_hash);
    const auto home = lund();
    EXPECT_EQ(original_file(*home, officer(), agreement_, 1)->hash,
              original_file(*theirs, coordinator(), agreement_, 1)->hash);
    EXPECT_EQ(ours.content_hash, copy.content_hash);
    EXPECT_EQ(ours.signatories.size(), 3U);
    EXPECT_FALSE(original_file(*home, caller(Role::partner, lund_, lund_), agreement_, 9));
}

TEST_F(Papers, TheOriginalSaysEveryTermThatItsChecksumCovers) {
    const auto all = agreement::read_agreement_of(*lund(), officer(), agreement_).value();
    AgreementContent content = content_of(*lund(), all, house_.clocks.today());
    EXPECT_FALSE(content.amended_on) << "the first version";
    Agreement& one = content.agreement;
    one.indexation.push_back({{"year-2"},
                              agreement::IndexKind::index,
                              std::nullopt,
                              "KPI",
                              "2019-10",
                              300,
                              base::Date::of(2020, 7, 1),
                              12,
                              ""});
    one.amounts.front().instalments.front() = {std::nullopt, std::nullopt, {{2, 15}, {8, 15}}, {}, "", ""};
    one.reports.front().days_after = 30;
    content.amended_on = base::Date::of(2021, 1, 15);
    const auto& words = house_.catalogues->words("sv");
    const auto paper = agreement_paper(words, content);
    EXPECT_NE(paper.header_end.find("15 januari 2021"), std::string::npos) << "an amended version has its own day";
    const std::string text = document::plain_text(paper);
    for (const char* told :
         {"Ändrad: 15 januari 2021",
          "Mellan Lunds kommun (212000-1132) genom Socialförvaltningen i Lund och Individuell Människohjälp (IM)",
          "Styrgruppen möts en gång per halvår.", "genom rapporter 2 gånger per överenskommelseår.",
          "Utbetalning, Första året: varje år den 15 februari, 15 augusti.",
          "Utbetalning, Andra året: 2 gånger om året.",
          "Uppräkning av Andra året: varje år efter KPI med basmånad 2019-10, första gången 1 juli 2020.",
          "Kultur- och fritidsförvaltningen tar över betalningen från Socialförvaltningen i Lund den 1 januari 2020, "
          "om "
          "Kommunfullmäktige i Lund beslutar det.",
          "Halvårsrapport, till Styrgruppen, per halvår, senast 30 dagar efter perioden",
          "Redovisning till socialnämnden, vid varje helt årsskifte", "Direkt målgrupp: Asylsökande"})
        EXPECT_NE(text.find(told), std::string::npos) << told << " is not in:\n" << text;
    for (const char* untold : {"inte är medborgare i ett EU-land", "Ingen dag går att räkna ut", "3 månader"})
        EXPECT_EQ(text.find(untold), std::string::npos) << untold;

    one.text.erase(agreement::Section::renegotiation);
    const std::string bare = document::plain_text(agreement_paper(words, content));
    EXPECT_NE(bare.find("uppsägningstiden 3 månader"), std::string::npos) << "no text says it: the data do";
    EXPECT_EQ(bare.find("Ingen dag går att räkna ut"), std::string::npos) << "a hint of the program is no term";
}

TEST_F(Papers, NoOriginalIsMadeWhileTheTargetGroupIsUnsettled) {
    std::string document = agreement::example("examples/lund/radrum-2019.toml");
    const std::string key = "key = \"agreement\"";
    document.replace(document.find(key), key.size(), "key = \"other\"");
    document.replace(document.find("radrum-2019"), 11, "radrum-2029");
    const auto done = import(document);
    ASSERT_TRUE(done) << keys_in(done.problems()).front();
    EXPECT_EQ(keys_in(make_original(*lund(), house_, officer(), done->id).problems()),
              std::vector<std::string>{"papers.original.unsettled"});
}

TEST_F(Papers, SignaturesAreRecordedAsTheyStandAndTheNameStaysInTheRoom) {
    EXPECT_EQ(keys_in(sign(1, "2019-06-12").problems()), std::vector<std::string>{"papers.signature.no_original"});
    ASSERT_TRUE(make_original(*lund(), house_, officer(), agreement_));
    const auto duties = papers_duties(*lund(), house_.clocks.today());
    ASSERT_FALSE(duties.empty());
    EXPECT_EQ(duties.front().what.key, "papers.duty.signatures");

    EXPECT_EQ(keys_in(sign(1, "2019-06-12", ScanFile{"x.html", "<p>"}).problems()),
              std::vector<std::string>{"papers.signature.scan_type"});
    EXPECT_EQ(keys_in(sign(1, "2019-06-12", ScanFile{"x.pdf", "<p>"}).problems()),
              std::vector<std::string>{"papers.signature.scan_type"})
        << "what it says is not what it is";
    ASSERT_TRUE(sign(1, "2019-06-12", ScanFile{"x.pdf", "%PDF-1.7 bytes"}));
    EXPECT_TRUE(module::is_refusal(sign(9, "2019-06-12").problems()));
    ASSERT_TRUE(sign(2, "2019-06-14"));
    ASSERT_TRUE(sign(3, ""));
    EXPECT_EQ(recorded_signatures(*lund(), agreement_.uuid()),
              (std::vector<std::string>{"signatures[1]", "signatures[2]"}))
        << "the third has no day";
    EXPECT_TRUE(original(*lund(), officer()).state.complete);
    EXPECT_FALSE(original(*lund(), officer()).state.last_day) << "one has no day";
    ASSERT_TRUE(sign(3, "2019-06-13"));
    EXPECT_EQ(original(*lund(), officer()).state.last_day, base::Date::of(2019, 6, 14));
    for (const auto& duty : papers_duties(*lund(), house_.clocks.today()))
        EXPECT_NE(duty.what.key, "papers.duty.signatures");

    const auto home = lund();
    EXPECT_TRUE(scan_file(*home, officer(), agreement_, 1, 1));
    const auto partner = caller(Role::partner, lund_, im_);
    EXPECT_FALSE(scan_file(*home, partner, agreement_, 1, 1)) << "never to a party that enters the room";
    for (const auto& one : original(*home, partner).signatures) EXPECT_TRUE(one.name.empty() && !one.scan);
    carry_papers();
    const auto theirs = original(*open(im_), coordinator());
    ASSERT_EQ(theirs.signatures.size(), 3U);
    for (const auto& one : load_signatures(*open(im_), agreement_, 1)) EXPECT_TRUE(one.name.empty() && !one.scan);
    for (const auto& line : store::journal_entries(*home, 0, 100))
        EXPECT_EQ(line.line.detail.find("Påhittad"), std::string::npos) << "no name in the chain";
}

TEST_F(Papers, TheAccountToTheCommitteeIsAskedForUntilItIsSent) {
    const auto asked = [&] {
        std::vector<std::string> keys;
        for (const auto& duty : papers_duties(*lund(), house_.clocks.today()))
            keys.push_back(duty.what.key + " " + duty.due.iso());
        return keys;
    };
    EXPECT_EQ(asked(), (std::vector<std::string>{"papers.duty.account 2019-12-31", "papers.duty.account 2020-12-31"}));
    const auto id = begun();
    EXPECT_EQ(asked().front(), "papers.duty.account_begun 2019-12-31");
    ASSERT_TRUE(save(id, MemoSection::child, "Barn påverkas."));
    ASSERT_TRUE(move_memo(*lund(), house_, officer(), agreement_, id, 1, MemoState::ready));
    ASSERT_TRUE(send_memo(*lund(), house_, officer(), agreement_, id, 2, "SO 2020/7", "2020-01-31"));
    EXPECT_EQ(asked(), std::vector<std::string>{"papers.duty.account 2020-12-31"});
    EXPECT_TRUE(papers_duties(*open(im_), house_.clocks.today()).empty()) << "a copy asks for nothing";
}

}  // namespace
}  // namespace samrum::partnership::papers
