#include "app/handover.hpp"

#include "app/desk_for_tests.hpp"
#include "foundation/store/journal.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_succession.hpp"

#include <gtest/gtest.h>

namespace samrum::app {
namespace {

using base::Date;

const std::string kLeaving = "handlaggare@lund.example";
const std::string kComing = "efter@lund.example";
const Date kHandedOn = Date::of(2020, 3, 1);

class HandingOver : public Desk {
  protected:
    base::Result<base::Done> hand_over_to(const std::string& email, const std::string& first = "2020-03-01") {
        const Date today = house_.clocks.today();
        return hand_over(
            house_, *open(lund_), lund_, known_as(kLeaving, today),
            {account(kLeaving).text(), email, "handläggare", first, "Ring **projektchefen** först.", true});
    }
    /// Duties that the outgoing officer has today or comes to have until a day.
    std::vector<module::Duty> duties_on(Date day) { return duties_in(house_, *open(lund_), day); }
};

TEST_F(HandingOver, LeavesNoneOfThePredecessorsOpenDutiesWithoutAHolder) {
    const auto leaving = known_as(kLeaving, house_.clocks.today());
    ASSERT_FALSE(duties_for(house_, *open(lund_), leaving, house_.clocks.today()).empty());
    ASSERT_TRUE(hand_over_to(kComing));
    for (const Date day : {house_.clocks.today(), kHandedOn.plus_days(-1), kHandedOn, kHandedOn.plus_days(1),
                           kHandedOn.plus_days(200)}) {
        const auto holders = directory::callers_on(*lobby(), lund_, day);
        for (const module::Duty& duty : duties_on(day)) {
            if (!concerns(leaving, duty)) continue;
            EXPECT_TRUE(std::ranges::any_of(holders, [&](const auto& one) { return concerns(one, duty); }))
                << day.iso() << " " << duty.uid;
        }
        EXPECT_TRUE(duties_without_holder(house_, *open(lund_), *lobby(), lund_, day).empty()) << day.iso();
    }
    // The one or the other, never both and never neither.
    EXPECT_FALSE(known_as(kLeaving, kHandedOn.plus_days(-1)).grants.empty());
    EXPECT_TRUE(known_as(kLeaving, kHandedOn).grants.empty());
    EXPECT_TRUE(known_as(kComing, kHandedOn.plus_days(-1)).grants.empty());
    EXPECT_FALSE(known_as(kComing, kHandedOn).grants.empty());
}

TEST_F(HandingOver, WhoeverLeavesWithoutIsMissed) {
    ASSERT_TRUE(
        directory::withdraw_grants_by_command(*lobby(), {"test", "test"}, lund_, house_.clocks.today(), kLeaving));
    const auto missed =
        duties_without_holder(house_, *open(lund_), *lobby(), lund_, house_.clocks.today().plus_days(1));
    ASSERT_EQ(missed.size(), 1U);
    EXPECT_EQ(missed[0].role, module::Role::officer);
    EXPECT_GT(missed[0].count, 0);
}

TEST_F(HandingOver, MovesTheCallsOfTheSteeringGroupOnTheDay) {
    namespace steering = partnership::steering;
    const auto who = known_as(kLeaving, house_.clocks.today());
    const auto group = steering::add_group(*open(lund_), who, {"Styrgruppen", "", {agreement_.text()}}).value();
    const auto seen = steering::see_group(*open(lund_), who, group);
    ASSERT_FALSE(seen->seats.empty());
    ASSERT_TRUE(steering::set_seat_email(*open(lund_), who, group, seen->seats[0].seat.id, kLeaving));
    ASSERT_TRUE(hand_over_to(kComing));
    EXPECT_EQ(steering::seats_reached_by(*open(lund_), kLeaving, house_.clocks.today()).size(), 1U);
    on(kHandedOn);
    EXPECT_EQ(carry_out_handovers(house_, *open(lund_)), 1);
    EXPECT_TRUE(steering::seats_reached_by(*open(lund_), kLeaving, kHandedOn).empty());
    EXPECT_EQ(steering::seats_reached_by(*open(lund_), kComing, kHandedOn).size(), 1U);
    EXPECT_EQ(carry_out_handovers(house_, *open(lund_)), 0) << "once";
}

TEST_F(HandingOver, ListsEverythingThatMoves) {
    const auto moving = what_moves(house_, *open(lund_), *lobby(), lund_, {account(kLeaving), kLeaving, "handläggare"},
                                   text::house_catalogues().words("sv"), house_.clocks.today());
    std::size_t tasks = 0;
    for (const Moving& one : moving)
        if (one.kind.starts_with("tasks.kind.")) tasks += one.what.size();
    EXPECT_EQ(
        tasks,
        duties_for(house_, *open(lund_), known_as(kLeaving, house_.clocks.today()), house_.clocks.today()).size());
    EXPECT_EQ(moving.front().kind, "handover.roles");
}

TEST_F(HandingOver, TellsBothAndWritesItDown) {
    ASSERT_TRUE(hand_over_to(kComing));
    ASSERT_EQ(letters(kLeaving).size(), 1U);
    ASSERT_EQ(letters(kComing).size(), 1U);
    EXPECT_EQ(letters(kComing)[0].mail.text.find("projektchefen"), std::string::npos) << "the note stays in the room";
    const auto coming = known_as(kComing, kHandedOn);
    const auto kept = handovers(*open(lund_), coming);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].note, "Ring **projektchefen** först.");
    EXPECT_EQ(store::journal_entries(*open(lund_), 0, 1)[0].line.what, "handover.agreed");
    EXPECT_TRUE(handovers(*open(lund_), officer()).empty()) << "a note between two people";
    open(lund_)->transaction([&](store::Transaction& tx) {
        EXPECT_EQ(remove_old_handovers(tx, Date::of(2023, 1, 1)), 0) << "not before it is carried out";
    });
    on(kHandedOn);
    carry_out_handovers(house_, *open(lund_));
    open(lund_)->transaction(
        [&](store::Transaction& tx) { EXPECT_EQ(remove_old_handovers(tx, Date::of(2023, 1, 1)), 1); });
}

TEST_F(HandingOver, TellsEveryProblemAtOnceAndKeepsOutWhoMayNot) {
    const auto today = house_.clocks.today();
    const auto refused = hand_over(house_, *open(lund_), lund_, known_as(kLeaving, today),
                                   {"nobody", "inte en adress", "", "2019-01-01", std::string(20'000, 'x')});
    ASSERT_FALSE(refused);
    EXPECT_GE(refused.problems().size(), 6U);
    const auto far = hand_over_to(kComing, "2199-12-31");
    ASSERT_FALSE(far);
    EXPECT_EQ(far.problems().front().message.key, "directory.succession.too_far");
    const auto unasked = hand_over(house_, *open(lund_), lund_, known_as(kLeaving, today),
                                   {account(kLeaving).text(), kComing, "handläggare", "2020-03-01", ""});
    ASSERT_FALSE(unasked) << "nobody said that they are sure";
    EXPECT_EQ(unasked.problems().front().message.key, "handover.sure");
    EXPECT_FALSE(hand_over_to(kLeaving)) << "to oneself";
    let_in("administrator@lund.example", "administratör", "administrator");
    const auto administrator = known_as("administrator@lund.example", today);
    const HandoverInput to_herself{
        account(kLeaving).text(), "administrator@lund.example", "administratör", "2020-03-01", "", true};
    EXPECT_FALSE(hand_over(house_, *open(lund_), lund_, administrator, to_herself))
        << "who lets people in does not let themselves in";
    EXPECT_TRUE(hand_over(house_, *open(lund_), lund_, administrator,
                          {account(kLeaving).text(), kComing, "handläggare", "2020-03-01", "", true}));
    let_in("ekonom@lund.example", "ekonom", "officer");
    const auto other = known_as("ekonom@lund.example", today);
    EXPECT_FALSE(hand_over(house_, *open(lund_), lund_, other,
                           {account(kLeaving).text(), kComing, "handläggare", "2020-03-01", "", true}))
        << "another officer's";
}

}  // namespace
}  // namespace samrum::app
