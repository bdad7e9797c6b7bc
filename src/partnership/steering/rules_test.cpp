#include "partnership/steering/rules.hpp"

#include "partnership/agreement/files_for_tests.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::steering {
namespace {

using base::Date;

Date on(const char* iso) {
    return Date::parse(iso).value();
}
std::string fields_of(const base::Problems& problems) {
    std::string all;
    for (const auto& one : problems) all += one.field + " ";
    return all;
}

TEST(SteeringRules, AskForAMeetingInEachHalfYearThatLacksOne) {
    const auto file = agreement::lund("radrum-2019");
    const auto dates = agreement::key_dates(file.agreement, file.criteria, on("2022-01-31"));
    auto due = next_due(dates, {on("2019-10-17")}, on("2020-01-31"));
    ASSERT_TRUE(due);
    EXPECT_EQ(due->by, on("2020-06-30"));
    EXPECT_EQ(due->within, (base::Period{on("2020-01-01"), on("2020-06-30")}));
    due = next_due(dates, {on("2019-10-17"), on("2020-03-12")}, on("2020-01-31"));
    ASSERT_TRUE(due);
    EXPECT_EQ(due->by, on("2020-12-31"));
    EXPECT_EQ(next_due(dates, {}, on("2019-08-01"))->by, on("2019-12-31"));
    EXPECT_FALSE(next_due(dates, {}, on("2021-07-01")));
}

TEST(SteeringRules, TellEveryProblemOfAMeetingAtOnce) {
    Meeting meeting;
    const AgreementId known = AgreementId::random();
    EXPECT_EQ(
        fields_of(read_meeting({"2020-02-30", "15:00", "13:00", "", {AgreementId::random().text()}}, {known}, meeting)
                      .problems()),
        "day ends place agreements ");
    EXPECT_TRUE(
        read_meeting({"2020-03-12", "13:00", "15.00", "Stadshallen", {known.text(), known.text()}}, {known}, meeting));
    EXPECT_EQ(meeting.agreements.size(), 1U);
}

TEST(SteeringRules, LetAGroupHaveOneConvenerAtATime) {
    Seat first;
    first.id = SeatId::random();
    ASSERT_TRUE(read_seat({"inkluderingskoordinator", "Lunds kommun", "", "2019-07-01", true}, {}, first));
    Seat second;
    second.id = SeatId::random();
    EXPECT_EQ(fields_of(read_seat({"enhetschef", "", "nobody", "2019-13-01", true}, {first}, second).problems()),
              "organisation email first convener ");
    first.period = base::Period{on("2019-07-01"), on("2019-12-31")};
    EXPECT_TRUE(read_seat({"enhetschef", "Lunds kommun", "chef@lund.example", "2020-01-01", true}, {first}, second));
}

TEST(SteeringRules, NoteWhoDisagreesAndWhy) {
    Item item;
    EXPECT_EQ(fields_of(read_notes({"Vi talade.", "disagreement", " "}, item).problems()), "dissent ");
    EXPECT_TRUE(read_notes({"Vi talade.", "disagreement", "Projektchefen: pengarna räcker inte."}, item));
    EXPECT_EQ(item.consensus, Consensus::disagreement);
    EXPECT_TRUE(read_notes({"", "", ""}, item));
}

TEST(SteeringRules, DrawWhatIsNotThereYetAndMoveIt) {
    std::vector<Item> items(3);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].id = ItemId::random();
        items[i].position = static_cast<int>(i) + 1;
        items[i].source = "own/" + std::to_string(i);
    }
    items[1].removed = true;
    const auto drawn =
        not_yet_drawn({{{}, "own/1", "taken off"}, {{}, "duty/a", "new"}, {{}, "duty/a", "twice"}}, items);
    ASSERT_EQ(drawn.size(), 1U);
    EXPECT_EQ(drawn[0].title, "new");
    items[0].link = "/agreements/a/reports/1";
    const auto reports = not_yet_drawn({{{}, "report/1/approve", "again", "", "/agreements/a/reports/1"},
                                        {{}, "duty/2/im", "IM's part", "", "/agreements/a/reports/2"},
                                        {{}, "duty/2/lund", "Lund's part", "", "/agreements/a/reports/2"},
                                        {{}, "duty/3", "to begin", "", "/agreements/a/reports"},
                                        {{}, "duty/4", "another to begin", "", "/agreements/a/reports"}},
                                       items);
    ASSERT_EQ(reports.size(), 3U) << "a report stands there once";
    EXPECT_EQ(reports[0].title, "IM's part");
    EXPECT_EQ(reports[2].title, "another to begin");
    move_item(items, items[2].id, true);
    EXPECT_EQ(items[2].position, 1);
    EXPECT_EQ(items[0].position, 2);
    move_item(items, items[2].id, true);
    EXPECT_EQ(items[2].position, 1) << "the first one stays first";
}

TEST(SteeringRules, PutNewItemsBeforeWhatStandsLast) {
    std::vector<Item> items(3);
    for (std::size_t i = 0; i < items.size(); ++i) items[i].position = static_cast<int>(i) + 1;
    items[0].source = "state/x";
    items[1].source = kNextMeeting;
    items[2].source = kOtherMatters;
    EXPECT_EQ(make_room(items, 2), 2);
    EXPECT_EQ(items[1].position, 4);
    EXPECT_EQ(items[2].position, 5);
    std::swap(items[0].position, items[2].position);
    EXPECT_EQ(make_room(items, 1), 6) << "the convener moved them: they are not last";
    std::vector<Item> none;
    EXPECT_EQ(make_room(none, 3), 1);
}

TEST(SteeringRules, SayWhatMayBeDoneWithAMeetingInEachState) {
    const auto deeds = [](MeetingState state) {
        std::string all;
        for (const Deed deed :
             {Deed::change, Deed::call, Deed::cancel, Deed::draw, Deed::hold, Deed::note, Deed::settle, Deed::add})
            all += may(state, deed) ? '1' : '0';
        return all;
    };
    EXPECT_EQ(deeds(MeetingState::planned), "11111100");
    EXPECT_EQ(deeds(MeetingState::called), "11111100");
    EXPECT_EQ(deeds(MeetingState::held), "00001110");
    EXPECT_EQ(deeds(MeetingState::settled), "00000001");
    EXPECT_EQ(deeds(MeetingState::cancelled), "00000000");
    EXPECT_EQ(judge(MeetingState::settled, Deed::note).problems().front().message.key,
              "partnership.steering.not_now.note");
}

TEST(SteeringRules, ShowAPartyWhatIsOfItsAgreementsOrCommon) {
    const AgreementId own = AgreementId::random();
    const AgreementId others = AgreementId::random();
    Meeting meeting;
    meeting.agreements = {own, others};
    EXPECT_TRUE(sees({own}, meeting));
    meeting.agreements = {others};
    EXPECT_FALSE(sees({own}, meeting));
    Item item;
    EXPECT_TRUE(sees({own}, item));
    item.agreement = others;
    EXPECT_FALSE(sees({own}, item));
}

}  // namespace
}  // namespace samrum::partnership::steering
