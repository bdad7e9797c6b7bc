#include "foundation/jobs/jobs.hpp"
#include "foundation/text/test_catalogues.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_invitation.hpp"
#include "partnership/steering/actions_meeting.hpp"
#include "partnership/steering/actions_owed.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::partnership::steering {
namespace {

using agreement::example;
using base::Date;

class Steering : public agreement::TwoRooms {
  protected:
    void SetUp() override {
        import_and_carry();
        radrum_ = agreement_;
        kompis_ = import([&] {
                      // The test has no room of Kompis Sverige.
                      std::string text = example("examples/lund/kompis-2019.toml");
                      text.replace(text.find("room = \"kompis\"\n"), 16, "");
                      return text;
                  }())
                      .value()
                      .id;
        house_.catalogues = &text::house_catalogues();
        house_.public_address = "https://samrum.example";
        group_ = add_group(*open(lund_), officer(), {"Styrgruppen", "", {radrum_.text(), kompis_.text()}}).value();
    }
    module::Caller partner() { return caller(module::Role::partner, lund_, im_); }
    MeetingId plan(const char* day, const std::vector<AgreementId>& agreements) {
        std::vector<std::string> ids;
        for (const AgreementId& one : agreements) ids.push_back(one.text());
        return plan_meeting(*open(lund_), officer(), group_, {day, "13:00", "15:00", "Biblioteket", ids}).value();
    }
    int draw(MeetingId id) {
        return draw_agenda(*open(lund_), house_, officer(), text::house_catalogues().words("sv"), id).value();
    }
    ReadMeeting see(MeetingId id, const module::Caller& who) { return find_meeting(*open(lund_), who, id).value(); }
    void run_letters() {
        jobs::Runner runner(all_rooms(),
                            {{std::string(kInvitationJob),
                              [&](jobs::Work& work) {
                                  module::JobCall call{house_, work};
                                  send_invitation(call);
                              }}},
                            {});
        runner.run_due();
    }
    void carry_actions() {
        jobs::Runner runner(all_rooms(), {jobs::envelope_handler({{std::string(kActionEnvelope), receive_action}})},
                            {});
        runner.run_due();
    }
    AgreementId radrum_;
    AgreementId kompis_;
    GroupId group_;
};

std::vector<std::string> titles(const ReadMeeting& read) {
    std::vector<std::string> all;
    for (const Item& one : read.items) all.push_back(one.title);
    return all;
}
bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

TEST_F(Steering, TakesItsFunctionsFromTheAgreements) {
    const auto seen = see_group(*open(lund_), officer(), group_);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->seats.size(), 7U) << "five of RådRum, two of Kompis";
    EXPECT_TRUE(seen->seats.front().seat.convener);
    EXPECT_EQ(seen->seats.front().seat.function, "inkluderingskoordinator");
    EXPECT_TRUE(module::is_refusal(add_group(*open(lund_), partner(), {"x", "", {radrum_.text()}}).problems()));
}

TEST_F(Steering, KeepsWhoHoldsAFunctionWhenAsPersonsOfTheRoom) {
    const auto seat = see_group(*open(lund_), officer(), group_)->seats.front().seat.id;
    ASSERT_TRUE(set_holder(*open(lund_), officer(), Date::of(2020, 1, 31), group_, seat,
                           {"Påhittad Person", "pahittad@lund.example", "2019-07-01"}));
    ASSERT_TRUE(
        set_holder(*open(lund_), officer(), Date::of(2020, 1, 31), group_, seat, {"En Annan", "", "2020-01-01"}));
    const auto holders = see_group(*open(lund_), officer(), group_)->seats.front().holders;
    ASSERT_EQ(holders.size(), 2U);
    EXPECT_EQ(holders[0].second, "Påhittad Person");
    EXPECT_EQ(holders[0].first.period.last(), Date::of(2019, 12, 31));
    const auto person = holders[0].first.person;
    EXPECT_NE(extract_holdings(*open(lund_), person).find("2019-07-01/2019-12-31"), std::string::npos);
    open(lund_)->transaction([&](store::Transaction& tx) { EXPECT_EQ(erase_holdings(tx, person), 1); });
    EXPECT_EQ(see_group(*open(lund_), officer(), group_)->seats.front().holders.size(), 1U);
}

TEST_F(Steering, DrawsAnAgendaOnceAndKeepsWhatTheConvenerDid) {
    open(lund_)->transaction([&](store::Transaction& tx) {
        for (int i = 0; i < 2; ++i)
            propose(tx, radrum_, "report/1", {"partnership.steering.proposal", {{"title", "Halvårsrapporten"}}}, "/x");
    });
    ASSERT_TRUE(propose_item(*open(lund_), partner(), radrum_.text(), "Utbildning i vår", "Vi behöver en lokal."));
    EXPECT_FALSE(propose_item(*open(lund_), partner(), kompis_.text(), "Annat", "")) << "not a party of that one";
    const auto id = plan("2020-03-12", {radrum_, kompis_});
    EXPECT_GE(draw(id), 6);
    auto read = see(id, officer());
    EXPECT_TRUE(holds(titles(read), "Halvårsrapporten"));
    EXPECT_TRUE(holds(titles(read), "Utbildning i vår"));
    EXPECT_TRUE(holds(titles(read), "Läget i RådRum"));
    EXPECT_TRUE(holds(titles(read), "Övriga frågor"));
    EXPECT_TRUE(waiting_proposals(*open(lund_), officer()).empty());

    const Item first = read.items.front();
    ASSERT_TRUE(remove_item(*open(lund_), officer(), id, first.id));
    ASSERT_TRUE(move_item(*open(lund_), officer(), id, read.items.back().id, true));
    EXPECT_EQ(draw(id), 0) << "what is there or was taken off is not drawn again";
    read = see(id, officer());
    EXPECT_FALSE(holds(titles(read), first.title));
    EXPECT_EQ(removed_items(*open(lund_), officer(), id).size(), 1U);

    ASSERT_TRUE(cancel_meeting(*open(lund_), officer(), id));
    EXPECT_EQ(waiting_proposals(*open(lund_), officer()).size(), 2U) << "they wait for the next one";
    EXPECT_FALSE(draw_agenda(*open(lund_), house_, officer(), text::house_catalogues().words("sv"), id));
}

/// One duty of each kind that the slices make of an agreement, at the officer's.
std::vector<module::Duty> duties_around(store::Reader& room, Date) {
    std::vector<module::Duty> all;
    for (const auto& head : agreement::list_agreements(room)) {
        const std::string link = "/agreements/" + head.id.text();
        const auto duty = [&](const std::string& uid, const char* title, const std::string& below) {
            all.push_back({uid,
                           {"partnership.steering.proposal", {{"title", title}}},
                           Date::of(2020, 4, 30),
                           {},
                           module::Role::officer,
                           link + below});
        };
        duty("agreement/x/instalment/2020-04-30/year-1", "Utbetalning", "/dates");
        duty("papers/x/account/2020-04-30", "Redovisning till nämnden", "/papers");
        duty("agreement/x/review/2020-04-30", "Översyn", "/changes");
        duty("report/1/approve", "Godkänn halvårsrapporten", "/reports/1");
    }
    return all;
}

TEST_F(Steering, PutsEachMatterOfThePartiesBeforeTheGroupOnce) {
    module::Module slice;
    slice.duties = {duties_around};
    const std::vector<module::Module> modules{slice};
    house_.modules = modules;
    open(lund_)->transaction([&](store::Transaction& tx) {
        propose(tx, radrum_, "report/1", {"partnership.steering.proposal", {{"title", "Halvårsrapporten"}}},
                "/agreements/" + radrum_.text() + "/reports/1");
    });
    const auto id = plan("2020-03-12", {radrum_});
    draw(id);
    const auto all = titles(see(id, officer()));
    EXPECT_TRUE(holds(all, "Översyn"));
    EXPECT_FALSE(holds(all, "Utbetalning"));
    EXPECT_FALSE(holds(all, "Redovisning till nämnden")) << "the municipality's own memo";
    EXPECT_NE(holds(all, "Halvårsrapporten"), holds(all, "Godkänn halvårsrapporten")) << "the report stands there once";
    EXPECT_TRUE(waiting_proposals(*open(lund_), officer()).empty()) << "and is taken up";
    house_.modules = {};
}

TEST_F(Steering, ShowsAPartyItsOwnAgreementsOnceTheMeetingIsCalled) {
    const auto both = plan("2020-03-12", {radrum_, kompis_});
    const auto others = plan("2020-03-13", {kompis_});
    draw(both);
    EXPECT_FALSE(find_meeting(*open(lund_), partner(), both)) << "a plan is the convener's";
    ASSERT_TRUE(call_meeting(*open(lund_), officer(), both));
    ASSERT_TRUE(call_meeting(*open(lund_), officer(), others));
    EXPECT_FALSE(find_meeting(*open(lund_), partner(), others));
    const auto read = see(both, partner());
    EXPECT_TRUE(holds(titles(read), "Läget i RådRum"));
    EXPECT_TRUE(holds(titles(read), "Övriga frågor"));
    for (const Item& one : read.items) EXPECT_TRUE(!one.agreement || *one.agreement == radrum_) << one.title;
    EXPECT_TRUE(holds(titles(see(both, officer())), "Läget i Kompis Sverige"));
    EXPECT_EQ(meetings_of(*open(lund_), partner(), radrum_).size(), 1U);
    EXPECT_EQ(meetings_of(*open(lund_), officer(), kompis_).size(), 2U);
    EXPECT_TRUE(module::is_refusal(call_meeting(*open(lund_), partner(), both).problems()));
    EXPECT_FALSE(find_meeting(*open(lund_), caller(module::Role::administrator, lund_, lund_), both));
}

TEST_F(Steering, CallsChangesAndTakesBackByInvitation) {
    const auto seats = see_group(*open(lund_), officer(), group_)->seats;
    ASSERT_TRUE(set_seat_email(*open(lund_), officer(), group_, seats[0].seat.id, "sammankallande@lund.example"));
    const auto other =
        std::ranges::find_if(seats, [](const SeatSeen& one) { return one.seat.function == "projektchef"; });
    ASSERT_TRUE(set_holder(*open(lund_), officer(), Date::of(2020, 1, 31), group_, other->seat.id,
                           {"Påhittad Person", "projektchef@im.example", "2020-01-01"}));
    const auto id = plan("2020-03-12", {radrum_});
    const auto reached = reached_by_call(*open(lund_), officer(), see(id, officer()).meeting);
    EXPECT_EQ(reached.size(), 7U);
    EXPECT_EQ(std::ranges::count_if(reached, &Reached::by_letter), 2) << "and the convener sees who is not written to";
    EXPECT_TRUE(reached_by_call(*open(lund_), partner(), see(id, officer()).meeting).empty());
    ASSERT_TRUE(call_meeting(*open(lund_), officer(), id));
    run_letters();
    auto letters = jobs::list_mail(*open(lund_));
    ASSERT_EQ(letters.size(), 2U) << "who has no address is not written to";
    const auto to_im = [&] {
        letters = jobs::list_mail(*open(lund_));
        return *std::ranges::find_if(letters, [](const auto& one) { return one.mail.to == "projektchef@im.example"; });
    };
    EXPECT_NE(to_im().mail.calendar.find("METHOD:REQUEST"), std::string::npos);
    EXPECT_NE(to_im().mail.calendar.find("SEQUENCE:0"), std::string::npos);
    EXPECT_NE(to_im().mail.calendar.find("ORGANIZER:mailto:sammankallande@lund.example"), std::string::npos);
    EXPECT_NE(to_im().mail.text.find("https://samrum.example/lund/steering/meetings/" + id.text()), std::string::npos);

    auto meeting = see(id, officer()).meeting;
    MeetingInput later{"2020-03-19", "13:00", "15:00", "Biblioteket", {radrum_.text()}};
    ASSERT_TRUE(save_meeting(*open(lund_), officer(), id, meeting.revision, later));
    EXPECT_FALSE(save_meeting(*open(lund_), officer(), id, meeting.revision, later)) << "somebody was first";
    run_letters();
    EXPECT_NE(to_im().mail.calendar.find("SEQUENCE:1"), std::string::npos);
    ASSERT_TRUE(cancel_meeting(*open(lund_), officer(), id));
    run_letters();
    EXPECT_NE(to_im().mail.calendar.find("METHOD:CANCEL"), std::string::npos);
    EXPECT_NE(to_im().mail.calendar.find("SEQUENCE:2"), std::string::npos);
    EXPECT_NE(to_im().mail.calendar.find("STATUS:CANCELLED"), std::string::npos);
    EXPECT_NE(to_im().mail.calendar.find("UID:steering-meeting-" + id.text().substr(0, 8)), std::string::npos);
}

TEST_F(Steering, NotesSettleAndActionsStayOpenUntilDone) {
    const auto first = plan("2020-01-30", {radrum_, kompis_});
    draw(first);
    const auto items = see(first, officer()).items;
    const auto of_radrum = std::ranges::find_if(items, [&](const Item& one) { return one.agreement == radrum_; });
    const auto common = std::ranges::find_if(items, [&](const Item& one) { return !one.agreement; });
    ASSERT_TRUE(save_notes(*open(lund_), officer(), first, of_radrum->id, of_radrum->revision,
                           {"Det **går** bra.", "disagreement", "Projektchefen: för få rådgivare."}));
    EXPECT_FALSE(
        add_action(*open(lund_), officer(), first, common->id.text(), {"", "Bjud in", "x", "im", "2020-02-10"}))
        << "a common item does not say which agreement";
    EXPECT_FALSE(add_action(*open(lund_), officer(), first, of_radrum->id.text(),
                            {"", "Bjud in", "projektchef", "kompis", "2020-02-10"}))
        << "the owner is of a party";
    const auto action = add_action(*open(lund_), officer(), first, of_radrum->id.text(),
                                   {"", "Bjud in fler", "projektchef", "im", "2020-02-10"});
    ASSERT_TRUE(action);
    EXPECT_FALSE(settle_meeting(*open(lund_), officer(), Date::of(2020, 1, 31), first)) << "not held yet";
    ASSERT_TRUE(hold_meeting(*open(lund_), officer(), Date::of(2020, 1, 31), first, {{}, "adjungerad"}));
    ASSERT_TRUE(settle_meeting(*open(lund_), officer(), Date::of(2020, 1, 31), first));
    EXPECT_FALSE(save_notes(*open(lund_), officer(), first, of_radrum->id, 2, {"Ändrat", "", ""}));
    ASSERT_TRUE(add_addendum(*open(lund_), officer(), Date::of(2020, 2, 1), first, "Rättelse."));
    EXPECT_EQ(see(first, officer()).addenda.size(), 1U);

    // The party of its owner is asked, and it comes back on the next agenda.
    const auto is_asked = [&] {
        const auto duties = duties_of_steering(*open(lund_), Date::of(2020, 2, 1));
        return std::ranges::any_of(duties, [&](const module::Duty& one) {
            return one.uid == "steering/action/" + action->text() && one.role == module::Role::partner &&
                   one.whose == im_.organisation;
        });
    };
    EXPECT_TRUE(is_asked());
    // And in its own room, where the coordinator works.
    const auto at_home_with_im = [&] {
        carry_actions();
        const auto duties = owed_duties(*open(im_), Date::of(2020, 2, 1));
        return duties.size() == 1 && duties[0].role == module::Role::coordinator &&
               duties[0].due == Date::of(2020, 2, 10);
    };
    EXPECT_TRUE(at_home_with_im());
    EXPECT_EQ(owed_actions(*open(im_), caller(module::Role::coordinator, im_, im_), radrum_).at(0).what,
              "Bjud in fler");
    const auto second = plan("2020-06-11", {radrum_});
    draw(second);
    EXPECT_TRUE(holds(titles(see(second, officer())), "Åtgärd: Bjud in fler"));
    ASSERT_TRUE(close_action(*open(lund_), partner(), Date::of(2020, 2, 9), *action, false, "Klart."));
    EXPECT_FALSE(close_action(*open(lund_), partner(), Date::of(2020, 2, 9), *action, false, "")) << "closed already";
    EXPECT_FALSE(is_asked());
    EXPECT_FALSE(at_home_with_im());
    ASSERT_TRUE(reopen_action(*open(lund_), officer(), *action));
    EXPECT_TRUE(is_asked());
    EXPECT_TRUE(at_home_with_im());
}

TEST_F(Steering, SaysWhenTheNextMeetingIsDue) {
    auto wanted = wanted_meetings(*open(lund_), officer(), Date::of(2020, 1, 31));
    ASSERT_EQ(wanted.size(), 1U) << "Kompis is over";
    EXPECT_EQ(wanted[0].due.by, Date::of(2020, 6, 30));
    plan("2020-03-12", {radrum_});
    wanted = wanted_meetings(*open(lund_), officer(), Date::of(2020, 1, 31));
    EXPECT_EQ(wanted[0].due.by, Date::of(2020, 12, 31));
    const auto duties = duties_of_steering(*open(lund_), Date::of(2020, 1, 31));
    ASSERT_EQ(duties.size(), 2U);
    EXPECT_EQ(duties[1].due, Date::of(2020, 2, 27)) << "two weeks before the meeting it is called";
    EXPECT_TRUE(duties_of_steering(*open(im_), Date::of(2020, 1, 31)).empty()) << "a copy is followed up elsewhere";
}

TEST_F(Steering, AMeetingThatWasNotHeldInTimeIsStillAskedFor) {
    plan("2020-03-12", {radrum_});
    const auto missing = [&](Date day) {
        std::string all;
        for (const auto& one : duties_of_steering(*open(lund_), day))
            if (one.what.key == "partnership.steering.duty.missed") all += one.due.iso() + " ";
        return all;
    };
    EXPECT_EQ(missing(Date::of(2020, 12, 31)), "") << "the half-year is not over";
    EXPECT_EQ(missing(Date::of(2021, 1, 15)), "2020-12-31 ");
    plan("2021-02-04", {radrum_});
    EXPECT_EQ(missing(Date::of(2021, 1, 15)), "") << "the group catches up";
}

}  // namespace
}  // namespace samrum::partnership::steering
