#include "partnership/papers/rules_signing.hpp"

#include "partnership/agreement/files_for_tests.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::papers {
namespace {

using agreement::small;

const base::Date kToday = base::Date::of(2020, 1, 31);

RecordedSignature by(int position, std::optional<base::Date> day) {
    RecordedSignature one;
    one.position = position;
    one.function = "direktör";
    one.place = "Provköping";
    one.signed_on = day;
    one.stated = day ? "" : "juni 2019";
    return one;
}

TEST(Signing, TheLinesAreThoseOfTheAgreementElseOneForEachParty) {
    const auto lund = signatories_of(agreement::lund("radrum-2019").agreement);
    ASSERT_EQ(lund.size(), 3U);
    EXPECT_EQ(lund[0].organisation_name, "Socialförvaltningen i Lund");
    EXPECT_EQ(lund[1].function, "generalsekreterare");
    EXPECT_EQ(lund[2].stated, "Lund 2019-06-");
    const auto plain = signatories_of(agreement::read_well(small("first = 2020-01-01\nlast = 2020-12-31")).agreement);
    ASSERT_EQ(plain.size(), 2U);
    EXPECT_EQ(plain[1].organisation_name, "Provföreningen");
}

TEST(Signing, IsCompleteWhenEverybodyHasSignedAndDatedWhenEverySignatureIs) {
    const std::vector<Signatory> two{{1, "town", "Provköping", "", "", ""}, {2, "club", "Provföreningen", "", "", ""}};
    EXPECT_FALSE(signing_state(two, {by(1, kToday)}).complete);
    EXPECT_EQ(unsigned_of(two, {by(1, kToday)}).at(0).position, 2);
    const auto done = signing_state(two, {by(1, kToday), by(2, kToday.plus_days(-3))});
    EXPECT_TRUE(done.complete);
    EXPECT_EQ(done.last_day, kToday) << "the last of them";
    const auto undated = signing_state(two, {by(1, kToday), by(2, std::nullopt)});
    EXPECT_TRUE(undated.complete);
    EXPECT_FALSE(undated.last_day) << "a day that nobody knows is not made up";
    EXPECT_FALSE(signing_state({}, {}).complete) << "nobody to sign is no signature";
}

TEST(Signing, ASignatureSaysWhereWhoAndWhenOrWhatThePaperSaysInstead) {
    EXPECT_TRUE(judge_signature(by(1, kToday), kToday).empty());
    EXPECT_TRUE(judge_signature(by(1, std::nullopt), kToday).empty());
    auto empty = by(1, std::nullopt);
    empty.place = empty.function = empty.stated = " ";
    EXPECT_EQ(judge_signature(empty, kToday).size(), 3U) << "all at once";
    auto wordy = by(1, kToday);
    wordy.function = std::string(201, 'x');
    EXPECT_EQ(judge_signature(wordy, kToday).at(0).message.key, "papers.signature.function_long");
    EXPECT_EQ(judge_signature(by(1, kToday.plus_days(1)), kToday).at(0).message.key, "papers.signature.future");
}

TEST(Signing, ADayBeforeTheDecisionOrTheOriginalIsRemarkedOn) {
    Agreement agreement = agreement::read_well(small("first = 2020-01-01\nlast = 2020-12-31")).agreement;
    const auto notes = [&](std::optional<base::Date> day) {
        std::string keys;
        for (const auto& one : notes_on_signatures(agreement, {by(1, day)}, kToday)) keys += one.message.key + " ";
        return keys;
    };
    EXPECT_EQ(notes(kToday), "");
    EXPECT_EQ(notes(std::nullopt), "");
    EXPECT_EQ(notes(kToday.plus_days(-1)), "papers.signature.note.before_original ");
    agreement::Decision decision;
    decision.verdict = agreement::Verdict::approved;
    decision.decided_on = kToday.plus_days(-1);
    agreement.decisions = {decision};
    EXPECT_EQ(notes(kToday.plus_days(-1)), "papers.signature.note.before_original ");
    EXPECT_EQ(notes(base::Date::of(2019, 1, 1)), "papers.signature.note.before_decision ");
}

}  // namespace
}  // namespace samrum::partnership::papers
