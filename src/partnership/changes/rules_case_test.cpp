#include "partnership/changes/rules.hpp"

#include <gtest/gtest.h>
#include <sstream>

namespace samrum::partnership::changes {
namespace {

using agreement::Side;

std::string case_reasons(const base::Problems& problems) {
    std::string all;
    for (const auto& one : problems)
        all += (all.empty() ? "" : "+") + one.message.key.substr(one.message.key.rfind('.') + 1);
    return all.empty() ? "yes" : all;
}
CaseFacts all_well() {
    return {true, true, true, true, true};
}

TEST(CaseTable, SaysOfEveryActInEveryStateWhatHappensOrWhyNot) {
    std::istringstream wanted(R"(
assessing     officer assessment   in_work    in_work   is_decided turned_down taken_back
draft_written parties not_taken_up stay       stay      is_decided turned_down taken_back
commented     parties not_taken_up stay       stay      is_decided turned_down taken_back
assessed      officer not_taken_up stay       stay      is_decided turned_down taken_back
drafting      officer not_taken_up drafting   in_work   is_decided turned_down taken_back
part_rejected officer not_taken_up stay       stay      is_decided turned_down taken_back
rejected      officer not_taken_up rejected   rejected  is_decided turned_down taken_back
withdrawn     partner withdrawn    withdrawn  withdrawn is_decided turned_down taken_back
reopened      officer in_work      in_work    in_work   is_decided assessment  assessment
agreed        parties not_taken_up not_drafting stay    is_decided turned_down taken_back
decided       officer not_taken_up not_drafting decided is_decided turned_down taken_back
signed        papers  not_decided  not_decided not_decided signed  not_decided not_decided
dialogue      parties not_signed   not_signed  not_signed  not_signed not_signed not_signed
termination   parties not_signed   not_signed  not_signed  not_signed not_signed not_signed
)");
    std::string event, doer, said;
    while (wanted >> event >> doer) {
        const auto kind = agreement::value_of<EventKind>(event);
        ASSERT_TRUE(kind) << event;
        EXPECT_EQ(agreement::word_of(row_of(*kind).doer), doer) << event;
        for (const auto& state : kStates) {
            if (!is_before_signing(state.value)) continue;
            ASSERT_TRUE(wanted >> said);
            const Cell& cell = cell_of(state.value, *kind);
            const std::string found = cell.kind == Cell::Kind::stay   ? "stay"
                                      : cell.kind == Cell::Kind::move ? std::string(agreement::word_of(cell.to))
                                                                      : std::string(cell.reason);
            EXPECT_EQ(found, said) << event << " in " << state.word;
        }
    }
    for (const auto& state : kStates)
        for (const auto& kind : kEventKinds) {
            if (!is_of_case(kind.value) || is_before_signing(state.value)) continue;
            EXPECT_EQ(cell_of(state.value, kind.value).reason, "is_signed") << kind.word << " in " << state.word;
        }
}

TEST(CaseTable, IsPrintedWholeWithItsConditions) {
    const auto lines = table_lines();
    EXPECT_EQ(lines.size(), std::size(kStates) * std::size(kEventKinds));
    for (const TableLine& line : lines) {
        if (line.event != EventKind::decided || line.state != State::drafting) continue;
        EXPECT_EQ(line.conditions, (std::vector<std::string_view>{"not_eligible", "draft_problems", "not_agreed"}));
    }
}

TEST(CaseRules, SayEveryReasonAtOnce) {
    const auto as_officer = [](State state, EventKind act, const CaseFacts& facts) {
        return case_reasons(judge_case(state, act, Side::public_side, facts));
    };
    EXPECT_EQ(as_officer(State::assessment, EventKind::drafting, {}), "not_assessed+not_eligible");
    EXPECT_EQ(as_officer(State::assessment, EventKind::rejected, {}), "not_assessed");
    EXPECT_EQ(as_officer(State::drafting, EventKind::part_rejected, {true, true, false, true, true}), "no_parts");
    EXPECT_EQ(as_officer(State::drafting, EventKind::decided, {}), "not_eligible+draft_problems+not_agreed");
    EXPECT_EQ(as_officer(State::drafting, EventKind::decided, all_well()), "yes");
    EXPECT_EQ(as_officer(State::decided, EventKind::draft_written, all_well()), "is_decided");
    EXPECT_EQ(as_officer(State::drafting, EventKind::withdrawn, all_well()), "partner_does_it");
}

TEST(CaseRules, LetAnAssociationWriteAndWithdrawAndDecideNothing) {
    const auto as_partner = [](State state, EventKind act) {
        return case_reasons(judge_case(state, act, Side::civil, all_well()));
    };
    for (const EventKind act : {EventKind::assessing, EventKind::assessed, EventKind::drafting, EventKind::rejected,
                                EventKind::part_rejected, EventKind::reopened, EventKind::decided})
        EXPECT_EQ(as_partner(State::drafting, act), "officer_does_it") << agreement::word_of(act);
    for (const EventKind act :
         {EventKind::draft_written, EventKind::commented, EventKind::agreed, EventKind::withdrawn})
        EXPECT_EQ(as_partner(State::drafting, act), "yes") << agreement::word_of(act);
}

TEST(CaseRules, TakeACaseFromEnquiryToSigning) {
    State state = State::enquiry;
    for (const EventKind act :
         {EventKind::assessing, EventKind::assessed, EventKind::drafting, EventKind::decided, EventKind::signed_})
        state = after(state, act);
    EXPECT_EQ(state, State::signed_);
    EXPECT_EQ(after(State::rejected, EventKind::reopened), State::assessment);
}

}  // namespace
}  // namespace samrum::partnership::changes
