#include "activity/actions_elsewhere.hpp"
#include "activity/actions_figure.hpp"
#include "activity/actions_import.hpp"
#include "activity/actions_list.hpp"
#include "activity/actions_log.hpp"
#include "activity/actions_permission.hpp"
#include "activity/module_measures.hpp"
#include "activity/repository_day.hpp"
#include "activity/rules_entry.hpp"
#include "foundation/base/examples_for_tests.hpp"
#include "foundation/store/test_store.hpp"

#include <gtest/gtest.h>
#include <numeric>

namespace samrum::activity {
namespace {

using base::Date;
using base::Period;
using module::Role;

const Date kToday = Date::of(2020, 1, 31);
const store::Statement kJournalOf{store::Scope::room, "select count(*) from journal where what = $1"};

/// An installation with one room.
struct OneRoom {
    store::RoomId id = store::RoomId::ordered();
    store::StoreTemplate made{store::StoreTemplate::lobby_alone()};
    OneRoom() {
        made.fill([&](store::Store& store) { store.create_room(id); });
    }
    static const OneRoom& once() {
        static const OneRoom one;
        return one;
    }
};

/// A room of an association.
class ActivityRoom : public ::testing::Test {
  protected:
    static module::Caller caller(Role role, module::OrganisationId of) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.grants = {{*one.account, store::RoomId::ordered(), role, of, Period{Date::of(2019, 1, 1), std::nullopt}}};
        one.room_organisation = kAssociation;
        return one;
    }
    static inline const module::OrganisationId kAssociation = module::OrganisationId::ordered();
    const module::Caller coordinator_ = caller(Role::coordinator, kAssociation);
    const module::Caller volunteer_ = caller(Role::volunteer, kAssociation);

    void read_in(std::string_view csv) {
        const auto report = import_log(*room_, coordinator_, kToday, csv, true);
        ASSERT_TRUE(report) << report.problems().at(0).message.key << " line "
                            << report.problems().at(0).line.value_or(0);
    }
    Draft session(std::string day, std::string place = "Stadsbiblioteket") {
        Draft draft;
        draft.day = std::move(day);
        draft.place = std::move(place);
        draft.activity = "RådRum";
        return draft;
    }
    std::optional<std::int64_t> count(std::string_view name, const Period& period,
                                      const module::Dimensions& where = {}) {
        for (const auto& measure : measures())
            if (measure.name == name) return measure.count(*room_, where, period).inside();
        ADD_FAILURE() << "no measure " << name;
        return std::nullopt;
    }
    std::string place(std::string_view name) { return RoomNames::load(*room_, kToday).place(name).value().text(); }

    explicit ActivityRoom(const OneRoom& like = OneRoom::once())
        : house_(like.made), room_(house_.store().room(like.id)) {}

    store::TestStore house_;
    std::unique_ptr<store::Session> room_;
};

constexpr std::string_view kTwoLibraries =
    "datum;plats;aktivitet;start;deltagare\n2020-01-14;Stadsbiblioteket;RådRum;16:00;5\n2020-01-14;Linero;RådRum;17:00;"
    "3\n";
const Period kJanuary{Date::of(2020, 1, 1), Date::of(2020, 1, 31)};

TEST_F(ActivityRoom, LogsCorrectsAndRemovesWithALineInTheJournal) {
    read_in(kTwoLibraries);
    const auto id = log_entry(*room_, volunteer_, kToday, session("2020-01-28"), false);
    ASSERT_TRUE(id);
    EXPECT_EQ(count("activity.sessions", kJanuary), 3);
    auto corrected = session("2020-01-27");
    corrected.participants = "4";
    EXPECT_TRUE(correct_entry(*room_, volunteer_, kToday, *id, 1, corrected));
    EXPECT_EQ(count("activity.visits", kJanuary), 12);
    EXPECT_EQ(correct_entry(*room_, volunteer_, kToday, *id, 1, corrected).problems().at(0).message.key,
              "activity.problem.changed_meanwhile");
    EXPECT_TRUE(remove_entry(*room_, volunteer_, kToday, *id, 2));
    EXPECT_EQ(remove_entry(*room_, volunteer_, kToday, *id, 2).problems().at(0).message.key, "activity.problem.gone");
    for (const char* what : {"activity.logged", "activity.corrected", "activity.removed", "activity.file_read"})
        EXPECT_EQ(room_->count(kJournalOf, what), 1) << what;
}

TEST_F(ActivityRoom, AsksBeforeTheSameOccasionCountsTwice) {
    read_in(kTwoLibraries);
    EXPECT_EQ(log_entry(*room_, volunteer_, kToday, session("2020-01-14"), false).problems().at(0).field,
              "even_if_same");
    EXPECT_EQ(count("activity.sessions", kJanuary), 2) << "two libraries on one day are two sessions";
    // What a program sent in a wrong kind does not hide what else is wrong, and nothing is logged.
    const auto half_read = log_entry(*room_, volunteer_, kToday, session("2020-13-14"), false,
                                     {base::problem("participants", "module.api.whole_number")});
    ASSERT_EQ(half_read.problems().size(), 2U);
    EXPECT_EQ(half_read.problems().at(1).field, "day");
    EXPECT_FALSE(log_entry(*room_, volunteer_, kToday, session("2020-01-13"), false,
                           {base::problem("participants", "module.api.whole_number")}));
    EXPECT_TRUE(log_entry(*room_, volunteer_, kToday, session("2020-01-14"), true));
    EXPECT_EQ(count("activity.sessions", kJanuary), 3);
}

TEST_F(ActivityRoom, TheSumsOfTheDaysFollowEveryChange) {
    read_in(kTwoLibraries);
    const auto id = log_entry(*room_, coordinator_, kToday, session("2020-01-14"), true).value();
    auto moved = session("2020-01-15", "Linero");
    moved.participants = "7";
    ASSERT_TRUE(correct_entry(*room_, coordinator_, kToday, id, 1, moved));
    const auto sums = [&] {
        const Totals t = total_entry_rows(*room_, {});
        return std::tuple(t.lines, t.sessions, t.participants, t.participants_known);
    };
    const auto kept = sums();
    EXPECT_EQ(kept, std::tuple(3, 3, 15, 3));
    room_->transaction([](store::Transaction& tx) { refresh_every_day(tx); });
    EXPECT_EQ(sums(), kept) << "made anew from the lines, they are the same";
    ASSERT_TRUE(remove_entry(*room_, coordinator_, kToday, id, 2));
    EXPECT_EQ(sums(), std::tuple(2, 2, 8, 2));
}

TEST_F(ActivityRoom, AVolunteerMendsOnlyWhatWasLoggedToday) {
    read_in(kTwoLibraries);
    const auto id = log_entry(*room_, volunteer_, kToday, session("2020-01-28"), false).value();
    const Date tomorrow = kToday.plus_days(1);
    EXPECT_TRUE(module::is_refusal(remove_entry(*room_, volunteer_, tomorrow, id, 1).problems()));
    EXPECT_FALSE(see_entry(*room_, volunteer_, tomorrow, id)->may_mend);
    EXPECT_TRUE(remove_entry(*room_, coordinator_, tomorrow, id, 1));
}

TEST_F(ActivityRoom, NobodyElseReachesARowThroughAnyAction) {
    read_in(kTwoLibraries);
    const auto id = log_entry(*room_, coordinator_, kToday, session("2020-01-28"), false).value();
    const auto municipality = module::OrganisationId::ordered();
    std::vector<module::Caller> strangers = {module::Caller{}, caller(Role::coordinator, municipality),
                                             caller(Role::volunteer, municipality)};
    for (Role role : {Role::officer, Role::administrator, Role::operator_, Role::partner})
        for (auto organisation : {kAssociation, municipality}) strangers.push_back(caller(role, organisation));
    for (const auto& who : strangers) {
        const auto refused = [](const auto& result) { return module::is_refusal(result.problems()); };
        EXPECT_TRUE(refused(log_entry(*room_, who, kToday, session("2020-01-27"), false)));
        EXPECT_TRUE(refused(correct_entry(*room_, who, kToday, id, 1, session("2020-01-27"))));
        EXPECT_TRUE(refused(remove_entry(*room_, who, kToday, id, 1)));
        EXPECT_TRUE(refused(see_entry(*room_, who, kToday, id)));
        EXPECT_TRUE(refused(suggested_draft(*room_, who, kToday, std::nullopt)));
        EXPECT_TRUE(refused(list_log(*room_, who, kToday, {}, "", 50, 0)));
        EXPECT_TRUE(refused(export_log(*room_, who, kToday, {}, "", true)));
        EXPECT_TRUE(refused(check_import(*room_, who, kToday, kTwoLibraries)));
        EXPECT_TRUE(refused(import_log(*room_, who, kToday, kTwoLibraries, true)));
        EXPECT_TRUE(refused(list_figures(*room_, who, kToday)));
        EXPECT_TRUE(refused(state_figure(*room_, who, kToday, {})));
        EXPECT_TRUE(refused(remove_figure(*room_, who, FigureId::ordered())));
        EXPECT_TRUE(quiet_weeks_for(*room_, who, kToday).empty());
        for (const auto& measure : measures())
            EXPECT_FALSE(module::may_anywhere(who, *measure.see_rows)) << measure.name;
    }
    EXPECT_EQ(list_log(*room_, coordinator_, kToday, {}, "", 50, 0)->totals.lines, 3) << "nothing was changed";
    EXPECT_TRUE(module::is_refusal(export_log(*room_, volunteer_, kToday, {}, "", true).problems()))
        << "volunteers read only";
    EXPECT_TRUE(module::is_refusal(import_log(*room_, volunteer_, kToday, kTwoLibraries, true).problems()));
}

TEST_F(ActivityRoom, TheDryRunTellsAllAndChangesNothing) {
    const auto report =
        check_import(*room_, coordinator_, kToday,
                     "datum;plats;aktivitet;deltagare\n2020-01-14;Linero;RådRum;3\n2020-02-14;Linero;RådRum;3\n"
                     "2020-01-15;;RådRum;x\n2020-01-14;Linero;RådRum;4\n");
    ASSERT_TRUE(report);
    EXPECT_EQ(report->lines, 4);
    EXPECT_EQ(report->new_places, std::vector<std::string>{"Linero"});
    EXPECT_EQ(report->new_activities, std::vector<std::string>{"RådRum"});
    std::vector<int> lines;
    for (const auto& problem : report->problems) lines.push_back(problem.line.value_or(0));
    EXPECT_EQ(lines, (std::vector<int>{3, 4, 4}));
    ASSERT_EQ(report->notes.size(), 1U);
    EXPECT_EQ(report->notes[0].line, 5);
    EXPECT_EQ(list_log(*room_, coordinator_, kToday, {}, "", 50, 0)->totals.lines, 0);
    EXPECT_TRUE(RoomNames::load(*room_, kToday).places().empty());
}

TEST_F(ActivityRoom, AnOpenQuoteDoesNotHideTheProblemsAboveIt) {
    const auto report = check_import(*room_, coordinator_, kToday,
                                     "datum;plats;aktivitet;deltagare\n2020-01-28;Linero;RådRum;många\n"
                                     "2020-02-30;Linero;RådRum;3\n2020-01-29;\"Linero;RådRum;4\n");
    std::vector<std::string> told;
    for (const auto& one : report->problems)
        told.push_back(std::to_string(one.line.value_or(0)) + " " + one.field + " " + one.message.key);
    EXPECT_EQ(told, (std::vector<std::string>{"2 deltagare activity.problem.count", "3 datum base.date.no_such_day",
                                              "4  document.csv.quote_open"}))
        << "columns are called what the file calls them";
}

TEST_F(ActivityRoom, ReadingAFileTwiceChangesNothing) {
    const auto refused = import_log(*room_, coordinator_, kToday, kTwoLibraries, false).problems().at(0).message;
    EXPECT_EQ(refused.key, "activity.problem.names_new");
    EXPECT_NE(std::get<std::string>(refused.args.at(0).second).find("Linero"), std::string::npos);
    read_in(kTwoLibraries);
    const auto again = import_log(*room_, coordinator_, kToday, kTwoLibraries, false);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->fresh, 0);
    EXPECT_EQ(again->already_there, 2);
    EXPECT_EQ(count("activity.sessions", kJanuary), 2);
    // A row that was moved to another day since is still known as the one that came from its line.
    const auto page = list_log(*room_, coordinator_, kToday, {}, "Linero", 50, 0).value();
    ASSERT_EQ(page.entries.size(), 1U);
    ASSERT_TRUE(correct_entry(*room_, coordinator_, kToday, page.entries[0].id, 1, session("2020-01-20", "Linero")));
    read_in(kTwoLibraries);
    EXPECT_EQ(count("activity.sessions", kJanuary), 2);
    // Other figures for the same occasion are told of, not written over.
    const auto other =
        check_import(*room_, coordinator_, kToday,
                     "datum;plats;aktivitet;start;deltagare\n2020-01-14;Stadsbiblioteket;RådRum;16:00;9\n");
    EXPECT_EQ(other->notes.at(0).message.key, "activity.note.differs");
    EXPECT_EQ(other->fresh, 0);
}

TEST_F(ActivityRoom, ListsBySelectionAndAddsUp) {
    read_in(
        "datum;typ;plats;aktivitet;deltagare;kvinnor;inställd;rubrik\n2020-01-07;;Linero;RådRum;;;ja;\n2020-01-14;;"
        "Linero;RådRum;4;2;;\n"
        "2020-01-21;;Stadsbiblioteket;RådRum;6;;;\n2020-01-22;temakväll;Stadsbiblioteket;RådRum;20;;;Att hyra "
        "bostad\n");
    const auto page = [&](Filter filter, std::string_view text = "") {
        return list_log(*room_, volunteer_, kToday, std::move(filter), text, 2, 0).value();
    };
    const auto all = page({});
    EXPECT_EQ(all.entries.size(), 2U);
    EXPECT_EQ(all.entries[0].facts.day, Date::of(2020, 1, 22));
    EXPECT_EQ(all.totals.lines, 4);
    EXPECT_EQ(all.totals.sessions, 2);
    EXPECT_EQ(all.totals.cancelled, 1);
    EXPECT_EQ(all.totals.participants, 10);
    EXPECT_EQ(all.totals.women_known, 1);
    EXPECT_EQ(all.totals.women_of, 4);
    EXPECT_EQ(all.totals.events, 1);
    EXPECT_EQ(page({.sort = Sort::oldest}).entries[0].facts.day, Date::of(2020, 1, 7));
    EXPECT_EQ(page({.sort = Sort::most_visited}).entries[0].facts.participants, 20);
    EXPECT_EQ(page({.kinds = kinds_of(Family::session)}).totals.lines, 3);
    EXPECT_EQ(page({.first = Date::of(2020, 1, 21)}).totals.lines, 2);
    EXPECT_EQ(page({.last = Date::of(2020, 1, 7)}).totals.lines, 1);
    EXPECT_EQ(page({}, "BOSTAD").totals.lines, 1);
    EXPECT_EQ(page({}, "linero").totals.lines, 2);
    EXPECT_EQ(page({}, "nowhere").totals.lines, 0);
}

TEST_F(ActivityRoom, WhatIsExportedCanBeReadIn) {
    read_in(kTwoLibraries);
    Draft figure;
    figure.kind = "figure_volunteers";
    figure.count = "23";
    figure.source = "=1+1";
    ASSERT_TRUE(state_figure(*room_, coordinator_, kToday, figure));
    const auto bytes = export_log(*room_, coordinator_, kToday, {}, "", true).value();
    EXPECT_NE(bytes.find("'=1+1"), std::string::npos) << "guarded against formulas";
    const auto again = check_import(*room_, coordinator_, kToday, bytes).value();
    EXPECT_EQ(again.already_there, 3);
    EXPECT_EQ(again.fresh, 0);
}

TEST_F(ActivityRoom, SuggestsWhatTheLastSessionWas) {
    EXPECT_EQ(suggested_draft(*room_, volunteer_, kToday, std::nullopt)->place, "");
    read_in(
        "datum;plats;aktivitet;start;deltagare;volontärer;timmar\n2020-01-27;Linero;RådRum;17:00;7;3;7,5\n"
        "2020-01-28;Stadsbiblioteket;RådRum;16:00;5;4;10\n");
    const auto draft = suggested_draft(*room_, volunteer_, kToday, std::nullopt).value();
    EXPECT_EQ(draft.day, "2020-01-31");
    EXPECT_EQ(draft.place, place("Stadsbiblioteket"));
    EXPECT_EQ(draft.volunteers, "4");
    EXPECT_EQ(draft.hours, "10");
    EXPECT_EQ(draft.participants, "") << "how many came is never guessed";
    const auto usual = usual_sessions(*room_, volunteer_).value();
    ASSERT_EQ(usual.size(), 2U) << "one for each place";
    EXPECT_EQ(suggested_draft(*room_, volunteer_, kToday, usual[1].id)->hours, "7,5");
}

TEST_F(ActivityRoom, UnknownIsNeverZero) {
    read_in("datum;plats;aktivitet;inställd\n2020-01-07;Linero;RådRum;\n2020-01-14;Linero;RådRum;ja\n");
    EXPECT_EQ(count("activity.sessions", kJanuary), 1);
    EXPECT_EQ(count("activity.visits", kJanuary), std::nullopt) << "held, but nobody counted";
    EXPECT_EQ(count("activity.women", kJanuary), std::nullopt);
    EXPECT_EQ(count("activity.sessions", {Date::of(2020, 1, 14), Date::of(2020, 1, 14)}), 0) << "cancelled is known";
    EXPECT_EQ(count("activity.sessions", {Date::of(2020, 1, 8), Date::of(2020, 1, 10)}), std::nullopt);
    EXPECT_EQ(count("activity.volunteers_active", kJanuary), std::nullopt);
    EXPECT_EQ(count("activity.events", kJanuary), std::nullopt);
}

TEST_F(ActivityRoom, ActiveVolunteersAreTheLastCountAndWhoCameAndWentSince) {
    read_in(
        "datum;typ;aktivitet;antal;orsak\n2019-01-01;aktiva volontärer;RådRum;20;\n2019-03-01;nya "
        "volontärer;RådRum;4;\n"
        "2019-06-01;aktiva volontärer;RådRum;23;\n2019-07-01;nya volontärer;RådRum;2;\n2019-08-01;avslutade "
        "volontärer;RådRum;5;studier\n"
        "2019-08-02;nya volontärer;Språkcafé;9;\n");
    const auto on = [&](Date day) { return count("activity.volunteers_active", {Date::of(2019, 1, 1), day}); };
    EXPECT_EQ(on(Date::of(2019, 1, 1)), 20);
    EXPECT_EQ(on(Date::of(2019, 3, 1)), 24);
    EXPECT_EQ(on(Date::of(2019, 6, 1)), 23) << "a count stands for itself";
    EXPECT_EQ(on(Date::of(2019, 12, 31)), 20) << "an activity where nobody ever counted adds nothing";
    EXPECT_EQ(count("activity.volunteers_left", {Date::of(2019, 1, 1), kToday}, {{"reason", "studies"}}), 5);
    EXPECT_EQ(count("activity.volunteers_left", {Date::of(2019, 1, 1), kToday}, {{"reason", "moved"}}), std::nullopt);
}

TEST_F(ActivityRoom, QuietWeeksPromptTheCoordinatorAndNobodyElse) {
    std::string csv = "datum;plats;aktivitet\n";
    for (int i = 0; i < 7; ++i) csv += Date::of(2019, 9, 3).plus_days(7 * i).iso() + ";Linero;RådRum\n";
    read_in(csv);
    const auto quiet = quiet_weeks_for(*room_, coordinator_, Date::of(2019, 10, 30));
    ASSERT_EQ(quiet.size(), 1U);
    EXPECT_EQ(quiet[0].name, "RådRum");
    EXPECT_TRUE(quiet_weeks_for(*room_, volunteer_, Date::of(2019, 10, 30)).empty());
}

std::string file(const std::string& name) {
    return base::example("examples/lund/" + name);
}

/// A room with the log of the Lund case.
struct LundRoom : OneRoom {
    explicit LundRoom(const module::Caller& coordinator) {
        made.fill([&](store::Store& store) {
            const auto report = import_log(*store.room(id), coordinator, kToday, file("activity-im.csv"), true);
            EXPECT_TRUE(report && report->fresh > 150);
        });
    }
};

/// The Lund case: every figure of the memorandum of 7 June 2019 in its own period, from synthetic lines.
class LundLog : public ActivityRoom {
  protected:
    LundLog() : ActivityRoom(lund()) {}
    static const OneRoom& lund() {
        static const LundRoom room(caller(Role::coordinator, kAssociation));
        return room;
    }
};

TEST_F(LundLog, CountsWhatTheMemorandumSays) {
    const Period year_2018{Date::of(2018, 1, 1), Date::of(2018, 12, 31)},
        year_2017{Date::of(2017, 1, 1), Date::of(2017, 12, 31)};
    EXPECT_EQ(count("activity.visits", year_2018), 310);
    EXPECT_EQ(count("activity.visits", year_2017), 235);
    EXPECT_EQ(count("activity.visits", {Date::of(2016, 1, 1), Date::of(2016, 12, 31)}), std::nullopt)
        << "no document says";
    EXPECT_EQ(count("activity.volunteers_joined", {Date::of(2019, 1, 1), Date::of(2019, 12, 31)}), 6);
    const Period last_year{Date::of(2018, 6, 8), Date::of(2019, 6, 7)};
    EXPECT_EQ(count("activity.volunteers_left", last_year), 7);
    EXPECT_EQ(count("activity.volunteers_left", last_year, {{"reason", "full_time_job"}}), 4);
    EXPECT_EQ(count("activity.volunteers_left", last_year, {{"reason", "studies"}}), 3);
}

// From its first day the agreement's sessions are counted by the advice service (src/advice/figures), so here are none.
TEST_F(LundLog, LeavesTheAgreementsSessionsToTheAdviceService) {
    const Period agreement{Date::of(2019, 7, 1), Date::of(2021, 6, 30)};
    EXPECT_EQ(count("activity.sessions", agreement), std::nullopt);
    EXPECT_EQ(count("activity.visits", agreement), std::nullopt);
    EXPECT_EQ(count("activity.trainings", agreement), 2) << "its courses and evenings are logged as before";
    const Period spring{Date::of(2019, 1, 1), Date::of(2019, 6, 30)};
    EXPECT_EQ(count("activity.sessions", spring, {{"activity", "radrum"}}), 35) << "as the agreement's file names it";
    EXPECT_EQ(count("activity.sessions", spring, {{"activity", "nowhere"}}), std::nullopt);
    EXPECT_EQ(list_log(*room_, coordinator_, kToday, {.last = Date::of(2020, 1, 31)}, "", 1, 0)->totals.lines,
              list_log(*room_, coordinator_, kToday, {}, "", 1, 0)->totals.lines)
        << "nothing after the demo's today";
}

TEST_F(LundLog, StatesEachFigureInItsOwnPeriod) {
    const auto page = list_figures(*room_, coordinator_, kToday).value();
    const auto figure = [&](FigureOf of) {
        for (const ComparedFigure& one : page.figures)
            if (one.stated.of == of) return one;
        ADD_FAILURE() << code_of(of);
        return ComparedFigure{};
    };
    for (auto [of, value] :
         {std::pair{FigureOf::volunteers, 23}, {FigureOf::volunteer_hours, 1400}, {FigureOf::women_percent, 50}}) {
        EXPECT_EQ(figure(of).stated.value, value);
        EXPECT_FALSE(figure(of).stated.period.has_value()) << "the document gives none";
        EXPECT_FALSE(figure(of).counted.has_value()) << "what has no period is not counted for";
    }
    EXPECT_TRUE(figure(FigureOf::visits).stated.approximate);
    EXPECT_TRUE(figure(FigureOf::volunteer_hours).stated.approximate);
    for (FigureOf of :
         {FigureOf::visits, FigureOf::visits_growth, FigureOf::volunteers_joined, FigureOf::volunteers_left})
        EXPECT_EQ(figure(of).counted, figure(of).stated.value) << code_of(of);
}

TEST_F(LundLog, EveryTraceAddsUpToItsFigure) {
    const std::vector<Period> periods = {{Date::of(2017, 1, 1), Date::of(2017, 12, 31)},
                                         {Date::of(2018, 6, 8), Date::of(2019, 6, 7)},
                                         {Date::of(2019, 7, 1), Date::of(2020, 1, 31)},
                                         {Date::of(2019, 7, 1), std::nullopt}};
    const std::vector<module::Dimensions> scopes = {
        {}, {{"place", place("Linero bibliotek")}}, {{"kind", "training"}}, {{"reason", "studies"}}};
    int known = 0;
    for (const auto& measure : measures())
        for (const auto& scope : scopes) {
            const bool fits = std::all_of(scope.begin(), scope.end(), [&](const auto& one) {
                return std::find(measure.dimensions.begin(), measure.dimensions.end(), one.first) !=
                       measure.dimensions.end();
            });
            for (const auto& period : periods) {
                if (!fits) continue;
                const auto counted = measure.count(*room_, scope, period).inside();
                const auto rows = measure.trace(*room_, scope, period);
                const auto sum = std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                                                 [](auto n, const auto& row) { return n + row.amount; });
                EXPECT_EQ(sum, counted.value_or(0)) << measure.name << " " << period.iso();
                known += counted.has_value();
            }
        }
    EXPECT_GT(known, 30);
}

/// What the promises of the room are counted by, as another slice tells it.
std::vector<module::CountedPromise> promised;

TEST_F(ActivityRoom, TellsWhichSessionsAreCountedElsewhereThanInTheLog) {
    read_in(kTwoLibraries);
    module::Module log, other;
    log.measures = measures();
    other.measures = {{"advice.sessions", 1, "unit.sessions", module::Adds::over_time, false, {}, nullptr, {}, {}},
                      {"advice.visits", 1, "unit.visits", module::Adds::over_time, true, {}, nullptr, {}, {}}};
    other.counted_promises = [](store::Reader&, Date) { return promised; };
    const std::vector<module::Module> slices{log, other};
    module::House house;
    house.modules = slices;
    const auto elsewhere = [&](std::vector<module::CountedPromise> by, const module::Caller& who) {
        promised = std::move(by);
        return sessions_counted_elsewhere(*room_, house, who, kToday);
    };
    EXPECT_TRUE(
        elsewhere({{"activity.sessions", {{"activity", "radrum"}}}, {"advice.visits", {}}}, volunteer_).empty());
    EXPECT_TRUE(elsewhere({{"advice.sessions", {{"activity", "not-here"}}}}, volunteer_).empty());
    const auto one = elsewhere({{"advice.sessions", {{"activity", "radrum"}}}}, volunteer_);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one.front().measure, "advice.sessions");
    Facts facts;
    EXPECT_FALSE(one.front().is_of(facts)) << "of another activity";
    facts.activity = RoomNames::load(*room_, kToday).activity("RådRum");
    EXPECT_TRUE(one.front().is_of(facts));
    facts.cancelled = true;
    EXPECT_FALSE(one.front().is_of(facts));
    EXPECT_EQ(elsewhere({{"advice.sessions", {}}}, coordinator_).size(), 1U) << "of any activity";
    EXPECT_TRUE(elsewhere({{"advice.sessions", {}}}, caller(Role::officer, kAssociation)).empty());
}

TEST_F(ActivityRoom, KompisReadsInToo) {
    read_in(file("activity-kompis.csv"));
    EXPECT_EQ(count("activity.outreach", {Date::of(2019, 1, 1), Date::of(2019, 6, 30)}), 3);
}

TEST(Measures, SayWhatCanBeToldFromThemTogether) {
    const auto all = measures();
    const auto named = [&](std::string_view name) {
        return *std::find_if(all.begin(), all.end(), [&](const module::Measure& one) { return one.name == name; });
    };
    EXPECT_EQ(named("activity.women").part_of, "activity.visits");
    EXPECT_EQ(named("activity.volunteers_joined").flow_of, "activity.volunteers_active");
    EXPECT_EQ(named("activity.volunteers_left").flow_of, "activity.volunteers_active");
}

}  // namespace
}  // namespace samrum::activity
