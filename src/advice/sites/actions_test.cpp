#include "advice/sites/actions_read.hpp"
#include "advice/sites/actions_session.hpp"
#include "advice/sites/actions_site.hpp"
#include "advice/sites/repository_site.hpp"
#include "directory/actions_place.hpp"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace samrum::advice::sites {
namespace {

using base::Date;
using module::Role;

const Date kToday = Date::of(2020, 1, 31);
const store::Statement kJournalCount{store::Scope::room, "select count(*) from journal where what = $1"};
const store::Statement kTakeShift{
    store::Scope::room,
    "insert into advice_shift (session, volunteer, state, source) values ($1, $2, 'taken', 'self')"};
const store::Statement kSomebody{store::Scope::room,
                                 "insert into person (id, name, folded, sort_key, is_protected, synthetic, entered_on) "
                                 "values ($1, 'Prov Exempel', 'prov exempel', $2, $3, $4, '2020-01-01')"};
const store::Statement kVolunteer{
    store::Scope::room,
    "insert into advice_volunteer (id, stage, stage_on, applied_on, message, interview_note, "
    "experienced, background, most_shifts, revision)"
    " values ($1, 'active', '2020-01-01', '2020-01-01', '', '', $2, 'unsaid', 0, 1)"};

class SitesInstallation {
  public:
    static store::Store& store() {
        static SitesInstallation one;
        return *one.store_;
    }

  private:
    SitesInstallation() {
        std::string name = (std::filesystem::temp_directory_path() / "samrum-sites-XXXXXX").string();
        base::ensure(mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
        folder_ = name;
        store_ =
            store::Store::create({.engine = store::Engine::sqlite, .directory = folder_, .connection = {}}).value();
    }
    ~SitesInstallation() {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }
    std::string folder_;
    std::unique_ptr<store::Store> store_;
};

/// A room of an association with one site, open on Tuesdays since July.
class SitesRoom : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto id = store::RoomId::ordered();
        SitesInstallation::store().create_room(id);
        room_ = SitesInstallation::store().room(id);
        room_->transaction([&](store::Transaction& tx) {
            place_ = directory::place_named(tx, {"test", "test"}, "Linero bibliotek").text();
            other_place_ = directory::place_named(tx, {"test", "test"}, "Lunds stadsbibliotek").text();
            activity_ = directory::activity_named(tx, {"test", "test"}, "RådRum", Date::of(2019, 7, 1)).text();
        });
        site_ = add_site(*room_, coordinator_, site_input(place_, "linero")).value();
    }
    static module::Caller caller(Role role, module::OrganisationId of) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.grants = {
            {*one.account, store::RoomId::ordered(), role, of, base::Period{Date::of(2019, 1, 1), std::nullopt}}};
        one.room_organisation = kAssociation;
        return one;
    }
    SiteInput site_input(std::string place, std::string slug) const {
        return {.place = std::move(place),
                .activity = activity_,
                .slug = std::move(slug),
                .municipality = "Lund",
                .desks = "2",
                .note_days = "0",
                .opened_on = "2019-07-01"};
    }
    HoursInput tuesdays(std::string first = "2019-07-01", std::string starts = "16:00", std::string ends = "18:00") {
        return {.hours = {.weekday = "2",
                          .every_weeks = "1",
                          .starts = std::move(starts),
                          .ends = std::move(ends),
                          .first = std::move(first),
                          .wants = {.advisers = "2"}}};
    }
    std::vector<Session> sessions(Date first, Date last = Date::of(2199, 12, 31)) {
        return sessions_between(*room_, first, last, site_);
    }
    Session on(Date day) { return sessions(day, day).at(0); }
    std::int64_t journalled(std::string_view what) { return room_->count(kJournalCount, what); }
    /// Somebody takes a shift at a session.
    void take_shift(SessionId session) {
        room_->transaction([&](store::Transaction& tx) {
            const auto person = base::Uuid::ordered();
            tx.run(kSomebody, person, store::Bytes{}, false, true);
            tx.run(kVolunteer, person, false);
            tx.run(kTakeShift, session, person);
        });
    }

    static inline const module::OrganisationId kAssociation = module::OrganisationId::ordered();
    const module::Caller coordinator_ = caller(Role::coordinator, kAssociation);
    std::unique_ptr<store::Session> room_;
    std::string place_, other_place_, activity_;
    SiteId site_;
};

std::string key_of_first(const base::Problems& problems) {
    return problems.empty() ? "" : problems.front().message.key;
}

TEST_F(SitesRoom, IsTheCoordinatorsAlone) {
    for (const auto& who :
         {caller(Role::volunteer, kAssociation), caller(Role::administrator, kAssociation),
          caller(Role::coordinator, module::OrganisationId::ordered()), caller(Role::officer, kAssociation)}) {
        EXPECT_TRUE(module::is_refusal(add_site(*room_, who, site_input(other_place_, "stads")).problems()));
        EXPECT_TRUE(module::is_refusal(change_hours(*room_, who, kToday, site_, tuesdays()).problems()));
        EXPECT_TRUE(module::is_refusal(add_closure(*room_, who, kToday, {"", "2020-02-01", "", "x"}).problems()));
        EXPECT_TRUE(
            module::is_refusal(add_session(*room_, who, site_, {"2020-02-01", "10:00", "12:00", {"2"}}).problems()));
    }
}

TEST_F(SitesRoom, KnowsEachPlaceAndSlugOnce) {
    EXPECT_EQ(key_of_first(add_site(*room_, coordinator_, site_input(other_place_, "linero")).problems()),
              "advice.sites.problem.slug_taken");
    EXPECT_EQ(key_of_first(add_site(*room_, coordinator_, site_input(place_, "annan")).problems()),
              "advice.sites.problem.place_taken");
    EXPECT_TRUE(add_site(*room_, coordinator_, site_input(other_place_, "")));
    EXPECT_TRUE(site_by_slug(*room_, "lunds-stadsbibliotek"));
    EXPECT_EQ(journalled("advice.site_added"), 2);
}

TEST_F(SitesRoom, HoursMakeSessionsTwelveWeeksAhead) {
    const auto plan = change_hours(*room_, coordinator_, kToday, site_, tuesdays());
    ASSERT_TRUE(plan);
    const auto made = sessions(Date::of(2019, 7, 1));
    EXPECT_EQ(made.size(), plan->add.size());
    EXPECT_EQ(made.front().day, Date::of(2019, 7, 2));
    EXPECT_LE(made.back().day, kToday.plus_days(84));
    EXPECT_GT(made.back().day, kToday.plus_days(76));
    EXPECT_EQ(make_sessions_ahead(*room_, kToday), 0);
    EXPECT_EQ(make_sessions_ahead(*room_, kToday.plus_days(14)), 2);
    EXPECT_EQ(journalled("advice.sessions_made"), 1) << "nights without anything new write nothing";
}

TEST_F(SitesRoom, APreviewSavesNothing) {
    const auto plan = preview_hours(*room_, coordinator_, kToday, site_, tuesdays());
    ASSERT_TRUE(plan);
    EXPECT_GT(plan->add.size(), 30U);
    EXPECT_TRUE(sessions(Date::of(2019, 7, 1)).empty());
}

TEST_F(SitesRoom, AChangeOfHoursKeepsHistory) {
    ASSERT_TRUE(change_hours(*room_, coordinator_, kToday, site_, tuesdays()));
    const auto rule = hours_of(*room_, *find_site(*room_, site_), kToday).rules.at(0);
    HoursInput change = tuesdays("2020-03-02", "17:00", "20:00");
    change.verb = HoursVerb::change;
    change.rule = rule.id.text();
    const auto plan = change_hours(*room_, coordinator_, kToday, site_, change);
    ASSERT_TRUE(plan) << key_of_first(plan.problems());
    EXPECT_TRUE(plan->add.empty() && plan->remove.empty());
    EXPECT_EQ(on(Date::of(2020, 2, 25)).starts.minutes, 16 * 60);
    EXPECT_EQ(on(Date::of(2020, 3, 3)).starts.minutes, 17 * 60);
    const auto history = hours_history(*room_, site_);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].days.last(), Date::of(2020, 3, 1));
    EXPECT_EQ(history[1].minutes_a_week, 180);
}

TEST_F(SitesRoom, WhatSomebodyCountsOnIsCancelledAndComesBack) {
    ASSERT_TRUE(change_hours(*room_, coordinator_, kToday, site_, tuesdays()));
    const Session counted_on = on(Date::of(2020, 2, 18));
    take_shift(counted_on.id);
    const auto closure =
        add_closure(*room_, coordinator_, kToday, {site_.text(), "2020-02-10", "2020-02-23", "Sportlov"});
    ASSERT_TRUE(closure);
    EXPECT_TRUE(sessions(Date::of(2020, 2, 11), Date::of(2020, 2, 11)).empty()) << "nobody counted on it";
    EXPECT_EQ(on(Date::of(2020, 2, 18)).state, SessionState::cancelled);
    EXPECT_EQ(on(Date::of(2020, 2, 18)).reason, "Sportlov");
    ASSERT_TRUE(remove_closure(*room_, coordinator_, kToday, *closure));
    EXPECT_EQ(on(Date::of(2020, 2, 11)).state, SessionState::planned);
    EXPECT_EQ(on(Date::of(2020, 2, 18)).id, counted_on.id);
    EXPECT_EQ(on(Date::of(2020, 2, 18)).state, SessionState::planned);
}

TEST_F(SitesRoom, ACancelledSessionIsRestoredAsItWas) {
    ASSERT_TRUE(change_hours(*room_, coordinator_, kToday, site_, tuesdays()));
    const Session one = on(Date::of(2020, 2, 4));
    EXPECT_EQ(key_of_first(cancel_session(*room_, coordinator_, one.id, one.revision, " ").problems()),
              "advice.sites.problem.reason");
    ASSERT_TRUE(cancel_session(*room_, coordinator_, one.id, one.revision, "Sjukdom"));
    EXPECT_EQ(key_of_first(cancel_session(*room_, coordinator_, one.id, one.revision, "x").problems()),
              "advice.sites.problem.changed_meanwhile");
    ASSERT_TRUE(restore_session(*room_, coordinator_, one.id, one.revision + 1));
    const Session back = on(Date::of(2020, 2, 4));
    EXPECT_EQ(back.state, SessionState::planned);
    EXPECT_FALSE(back.edited) << "the hours say the same, so it follows them again";
    EXPECT_EQ(back.reason, "");
    EXPECT_EQ(back.revision, one.revision + 2);
}

TEST_F(SitesRoom, AMovedSessionStandsForItsSlotUntilItIsReset) {
    ASSERT_TRUE(change_hours(*room_, coordinator_, kToday, site_, tuesdays()));
    const Session one = on(Date::of(2020, 2, 4));
    ASSERT_TRUE(change_session(*room_, coordinator_, one.id, one.revision, {"2020-02-05", "10:00", "12:00", {"3"}}));
    EXPECT_EQ(make_sessions_ahead(*room_, kToday), 0);
    EXPECT_TRUE(sessions(Date::of(2020, 2, 4), Date::of(2020, 2, 4)).empty());
    ASSERT_TRUE(reset_session(*room_, coordinator_, kToday, one.id, one.revision + 1));
    EXPECT_EQ(on(Date::of(2020, 2, 4)).id, one.id);
    EXPECT_EQ(on(Date::of(2020, 2, 4)).wants.advisers, 2);
}

TEST_F(SitesRoom, OnlyWhatHasBeenIsNotedAsHeld) {
    ASSERT_TRUE(change_hours(*room_, coordinator_, kToday, site_, tuesdays()));
    const Session past = on(Date::of(2020, 1, 28));
    const Session coming = on(Date::of(2020, 2, 4));
    EXPECT_EQ(key_of_first(note_held(*room_, coordinator_, kToday, coming.id, 1, {"2", ""}).problems()),
              "advice.sites.problem.not_yet");
    EXPECT_EQ(not_noted(*room_, kToday, 100).total, 7) << "60 days back, without three days off";
    ASSERT_TRUE(note_held(*room_, coordinator_, kToday, past.id, past.revision, {"4", "7,5"}));
    EXPECT_EQ(on(Date::of(2020, 1, 28)).minutes, 450);
    EXPECT_EQ(not_noted(*room_, kToday, 100).total, 6);
    EXPECT_EQ(key_of_first(cancel_session(*room_, coordinator_, past.id, past.revision + 1, "x").problems()),
              "advice.sites.problem.not_planned");
}

TEST_F(SitesRoom, PlannedDaysAreRowsAndThenTheHours) {
    ASSERT_TRUE(change_hours(*room_, coordinator_, kToday, site_, tuesdays()));
    const Session one = on(Date::of(2020, 2, 4));
    ASSERT_TRUE(cancel_session(*room_, coordinator_, one.id, one.revision, "x"));
    ASSERT_TRUE(add_session(*room_, coordinator_, site_, {"2020-02-06", "10:00", "12:00", {"2"}}));
    const base::Period year{Date::of(2020, 1, 1), Date::of(2020, 12, 31)};
    const auto days = planned_days(*room_, {}, year);
    Site site = *find_site(*room_, site_);
    const auto by_hours = slots_of(hours_of(*room_, site, year.first()), year.first(), *year.last());
    EXPECT_EQ(days.size(), by_hours.size()) << "one cancelled, one extra";
    EXPECT_TRUE(std::ranges::is_sorted(days));
    EXPECT_TRUE(planned_days(*room_, {{"place", other_place_}}, year).empty());
    EXPECT_EQ(planned_days(*room_, {{"place", place_}, {"activity", activity_}}, year), days);
}

TEST_F(SitesRoom, AClosedSiteHasNoSessionsAfterItsLastDay) {
    ASSERT_TRUE(change_hours(*room_, coordinator_, kToday, site_, tuesdays()));
    ASSERT_TRUE(close_site(*room_, coordinator_, kToday, site_, "2020-02-11"));
    EXPECT_EQ(sessions(kToday).size(), 2U);
    ASSERT_TRUE(close_site(*room_, coordinator_, kToday, site_, ""));
    EXPECT_EQ(sessions(kToday).size(), 12U);
}

TEST_F(SitesRoom, ListsArePagedAndFiltered) {
    ASSERT_TRUE(add_site(*room_, coordinator_, site_input(other_place_, "stadsbiblioteket")));
    EXPECT_EQ(list_sites(*room_, {}, kToday, 0, 1).sites.size(), 1U);
    EXPECT_EQ(list_sites(*room_, {}, kToday, 0, 1).total, 2);
    EXPECT_EQ(list_sites(*room_, {}, kToday, 1, 1).sites.at(0).name, "Lunds stadsbibliotek");
    EXPECT_EQ(list_sites(*room_, {.text = "LINERO"}, kToday, 0, 10).total, 1);
    EXPECT_EQ(list_sites(*room_, {.municipality = "Malmö"}, kToday, 0, 10).total, 0);
    EXPECT_EQ(list_sites(*room_, {}, kToday, 50, 10).sites.size(), 0U);
}

}  // namespace
}  // namespace samrum::advice::sites
