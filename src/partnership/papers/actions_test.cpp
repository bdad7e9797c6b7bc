#include "foundation/store/journal.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/papers/actions_draft.hpp"
#include "partnership/papers/actions_memo.hpp"
#include "partnership/papers/actions_original.hpp"
#include "partnership/papers/actions_permission.hpp"
#include "partnership/papers/repository.hpp"
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

TEST_F(Papers, SignaturesAreRecordedAsTheyStandAndTheNameStaysInTheRoom) {
    EXPECT_EQ(keys_in(sign(1, "2019-06-12").problems()), std::vector<std::string>{"papers.signature.no_original"});
    ASSERT_TRUE(make_original(*lund(), house_, officer(), agreement_));
    const auto duties = papers_duties(*lund(), house_.clocks.today());
    ASSERT_FALSE(duties.empty());
    EXPECT_EQ(duties.front().what.key, "papers.duty.signatures");
    for (const auto& [name, value] : duties.front().what.args)
        if (name == "who") {
            const std::string who = std::get<std::string>(value);
            EXPECT_EQ(who.find("Individuell"), who.rfind("Individuell")) << "each organisation once: " << who;
        }

    EXPECT_EQ(keys_in(sign(1, "2019-06-12", ScanFile{"x.html", "<p>"}).problems()),
              std::vector<std::string>{"papers.signature.scan_type"});
    EXPECT_EQ(keys_in(sign(1, "2019-06-12", ScanFile{"x.pdf", "<p>"}).problems()),
              std::vector<std::string>{"papers.signature.scan_type"})
        << "what it says is not what it is";
    ASSERT_TRUE(sign(1, "2019-06-12", ScanFile{"x.pdf", "%PDF-1.7 bytes"}));
    EXPECT_TRUE(module::is_refusal(sign(9, "2019-06-12").problems()));
    ASSERT_TRUE(sign(2, "2019-06-14"));
    ASSERT_TRUE(sign(3, ""));
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
    EXPECT_FALSE(scan_file(*home, caller(Role::administrator, lund_, lund_), agreement_, 1, 1))
        << "nor to who only keeps the room";
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
