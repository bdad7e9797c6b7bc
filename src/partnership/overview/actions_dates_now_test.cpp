#include "partnership/overview/actions_dates_now.hpp"

#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/money/actions_decide.hpp"
#include "partnership/overview/actions_overview.hpp"
#include "partnership/reports/repository_report.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_meeting.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace samrum::partnership::overview {
namespace {

using agreement::DateKind;
using agreement::KeyDate;
using base::Date;

const Date kToday = Date::of(2020, 1, 31);
const base::Period kAutumn{Date::of(2019, 7, 1), Date::of(2019, 12, 31)};

class TheDatesNow : public agreement::TwoRooms {
  protected:
    void SetUp() override { import_and_carry(); }

    DatesNow in(const module::RoomHead& room, Date today = kToday) {
        const auto open_room = open(room);
        const auto head = agreement::find_agreement(*open_room, agreement_);
        const auto file = agreement::read_agreement(agreement::find_version(*open_room, agreement_, 1)->document);
        return dates_now(*open_room, *head, *file, money::load_case(*open_room, agreement_, today), today,
                         today.plus_months(24));
    }
    /// What is open of a kind, as "day subject owners".
    std::vector<std::string> open_of(DateKind kind, const module::RoomHead& room, Date today = kToday) {
        std::vector<std::string> said;
        for (const KeyDate& one : in(room, today).open) {
            if (one.kind != kind || one.day > Date::of(2020, 6, 29)) continue;
            said.push_back(one.day.iso() + " " + one.subject);
            for (const std::string& party : one.owed_by) said.back() += " " + party;
        }
        return said;
    }
    void save(reports::State state, std::optional<Date> submitted, bool im_is_in) {
        reports::Report one;
        one.id = reports::ReportId::ordered();
        one.about = {agreement_, reports::ReportKind::half_year, kAutumn, 1};
        one.state = state;
        one.drafted_on = kToday;
        one.submitted_on = submitted;
        for (const auto& [party, side, here, is_in] :
             {std::tuple{"socialforvaltningen", agreement::Side::public_side, true, submitted.has_value()},
              std::tuple{"im", agreement::Side::civil, false, im_is_in}}) {
            reports::Part part;
            part.party = party;
            part.side = side;
            part.written_here = here;
            if (is_in) part.submitted_on = kToday;
            one.parts.push_back(std::move(part));
        }
        open(lund_)->transaction([&](store::Transaction& tx) {
            reports::insert_report(tx, one);
            tx.journal({"test", "test"}, {"report.drafted", "radrum-2019", "{}"});
        });
    }
};

TEST_F(TheDatesNow, KnowWhatIsWrittenAndByWhom) {
    const std::vector<std::string> nobody_began{"2020-02-14 half-year socialforvaltningen im"};
    EXPECT_EQ(open_of(DateKind::report, lund_, Date::of(2020, 3, 1)), nobody_began);
    EXPECT_EQ(open_of(DateKind::report, im_, Date::of(2020, 3, 1)),
              (std::vector<std::string>{"2020-02-14 half-year im"}))
        << "an association is asked for its own part";
    for (const KeyDate& one : in(lund_).stated)
        EXPECT_FALSE(one.kind == DateKind::report && one.subject == "half-year") << "the day of the document is gone";
    save(reports::State::draft, std::nullopt, true);
    EXPECT_EQ(open_of(DateKind::report, lund_, Date::of(2020, 3, 1)),
              (std::vector<std::string>{"2020-02-14 half-year socialforvaltningen"}));
}

TEST_F(TheDatesNow, AskTheSteeringGroupToApproveWhatAllHaveWritten) {
    save(reports::State::submitted, kToday, true);
    EXPECT_EQ(open_of(DateKind::report, lund_, Date::of(2020, 3, 5)),
              (std::vector<std::string>{"2020-03-01 half-year"}));
}

TEST_F(TheDatesNow, AskForTheCommitteesAccountUntilItIsSentOrLongGone) {
    const std::string account = "2019-12-31 committee socialforvaltningen";
    const auto is_asked = [&](const module::RoomHead& room, Date today) {
        const auto all = open_of(DateKind::report, room, today);
        return std::ranges::find(all, account) != all.end();
    };
    EXPECT_TRUE(is_asked(lund_, kToday));
    EXPECT_TRUE(is_asked(lund_, Date::of(2020, 2, 29)));
    EXPECT_FALSE(is_asked(lund_, Date::of(2020, 3, 1)));
    EXPECT_FALSE(is_asked(im_, kToday)) << "it is the municipality's own";
}

TEST_F(TheDatesNow, TellTheMeetingThatIsPlannedAndWhoCallsIt) {
    EXPECT_TRUE(open_of(DateKind::meeting, lund_).empty());
    const auto group = steering::add_group(*open(lund_), officer(), {"Styrgruppen", "", {agreement_.text()}});
    ASSERT_TRUE(group);
    ASSERT_TRUE(steering::plan_meeting(*open(lund_), officer(), *group,
                                       {"2020-02-01", "13:00", "15:00", "Biblioteket", {agreement_.text()}}));
    EXPECT_EQ(open_of(DateKind::meeting, lund_),
              (std::vector<std::string>{"2020-02-01  socialforvaltningen kultur-och-fritidsforvaltningen"}));
    EXPECT_TRUE(
        std::ranges::none_of(in(lund_).stated, [](const KeyDate& one) { return one.kind == DateKind::meeting; }));
}

TEST_F(TheDatesNow, TellWhatThePartiesOweEachOther) {
    const auto write = [&](changes::EventInput input) {
        input.on = "2020-01-20";
        input.text = "Vi talades vid.";
        return changes::write_event(*open(lund_), officer(), kToday, base::Instant::now(), agreement_, input);
    };
    const auto breach = write({.kind = "breach", .on = "", .party = "im", .until = "2020-02-28"});
    ASSERT_TRUE(breach);
    EXPECT_EQ(open_of(DateKind::step, lund_), (std::vector<std::string>{"2020-02-03 talk"})) << "all talk";
    ASSERT_TRUE(write({.kind = "dialogue", .on = "", .about = breach->text(), .outcome = "agreed"}));
    EXPECT_EQ(open_of(DateKind::step, lund_), (std::vector<std::string>{"2020-02-28 mend im"}));
}

TEST_F(TheDatesNow, TellTheClaimAndNoPaymentAfterATermination) {
    const Date ended = Date::of(2019, 12, 2);
    const auto asks = [&](DateKind kind, const std::string& subject) {
        const auto open = in(lund_).open;
        return std::ranges::any_of(open,
                                   [&](const KeyDate& one) { return one.kind == kind && one.subject == subject; });
    };
    EXPECT_TRUE(asks(DateKind::instalment, "year-1"));
    open(lund_)->transaction([&](store::Transaction& tx) {
        agreement::set_standing(tx, agreement_, {std::nullopt, ended, "breach"});
    });
    EXPECT_FALSE(asks(DateKind::instalment, "year-1"));
    EXPECT_FALSE(asks(DateKind::instalment, "year-2"));
    EXPECT_EQ(open_of(DateKind::step, lund_), (std::vector<std::string>{"2020-01-01 claim"}));
    for (const KeyDate& one : in(lund_).open) {
        if (one.kind != DateKind::report) continue;
        EXPECT_LE(one.day, Date::of(2020, 8, 31)) << one.subject;
    }
    ASSERT_TRUE(money::decide(*open(lund_), officer(), kToday, agreement_, money::DecisionKind::claim,
                              {"", "", "none", "", "SN", "2020-01-20", "", "Allt är använt", ended.iso()}));
    EXPECT_TRUE(open_of(DateKind::step, lund_).empty());
}

TEST_F(TheDatesNow, ReachTheOverview) {
    module::House house;
    house.store = &all_rooms();
    house.clocks = base::Clocks(Date::of(2020, 3, 1));
    const auto next = [&] {
        const auto seen = read_overview(*open(lund_), house, officer(), true, {.most = kPage, .year = 2020});
        return seen.shown.at(0).detail.next.value();
    };
    EXPECT_EQ(next().day, Date::of(2020, 2, 14));
    EXPECT_EQ(next().owner, "Socialförvaltningen i Lund, Individuell Människohjälp (IM)");
    save(reports::State::draft, std::nullopt, true);
    EXPECT_EQ(next().owner, "Socialförvaltningen i Lund") << "a part came in, and the row was computed anew";
}

}  // namespace
}  // namespace samrum::partnership::overview
