// Pairs on both engines: noted, paused, ended, erased; what was answered twice; and every measure beside its rows.
#include "directory/actions_person.hpp"
#include "directory/actions_slices.hpp"
#include "engines.hpp"
#include "foundation/jobs/jobs.hpp"
#include "friends/effect/actions_effect.hpp"
#include "friends/effect/repository_effect.hpp"
#include "friends/figures/actions_figures.hpp"
#include "friends/figures/module_measures.hpp"
#include "friends/pairs/actions_activity.hpp"
#include "friends/pairs/actions_incident.hpp"
#include "friends/pairs/actions_own.hpp"
#include "friends/pairs/repository_pair.hpp"
#include "friends/people/actions_enrolment.hpp"
#include "friends/people/actions_programme.hpp"
#include "friends/people/actions_register.hpp"

#include <algorithm>

namespace samrum::friends {
namespace {

using base::Date;
using module::Role;
using people::ParticipantId;

const Date kStart = Date::of(2019, 2, 4), kFull = Date::of(2019, 8, 4), kToday = Date::of(2020, 1, 31);
const base::Period kSpring{Date::of(2019, 1, 1), Date::of(2019, 6, 30)};
const base::Period kAutumn{Date::of(2019, 7, 1), Date::of(2019, 12, 31)};

class FriendsPairs : public store::OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        store_ = store::Store::create(where()).value();
        const auto id = store::RoomId::ordered();
        store_->create_room(id);
        room_ = store_->room(id);
        auto input = people::usual_programme(Date::of(2019, 1, 1));
        input.name = "Kompis i Provstad";
        input.places = "1281 Lund";
        programme_ = people::add_programme(*room_, coordinator_, input).value();
    }
    void TearDown() override {
        room_.reset();
        store_.reset();
    }
    static inline const module::OrganisationId kOwn = module::OrganisationId::ordered();
    static module::Caller caller(Role role) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.grants = {
            {*one.account, store::RoomId::ordered(), role, kOwn, base::Period{Date::of(2016, 1, 1), std::nullopt}}};
        one.room_organisation = kOwn;
        return one;
    }
    ParticipantId person(Side side, const std::string& name, const std::string& email = "") {
        people::Enrolment one;
        one.programme = programme_;
        one.day = kStart.plus_days(-20);
        one.synthetic = true;
        one.input.side = code_of(side);
        one.input.party = "person";
        one.input.grown_up = one.input.values = one.input.consent = "yes";
        one.input.name = name;
        one.input.phone = "046-12 34 56";
        one.input.email = email;
        one.input.municipality = "1281";
        one.input.languages = {"en"};
        one.input.swedish = side == Side::newcomer ? "2" : "5";
        one.input.times = {"weekday_evening"};
        const auto id = people::enrol(*room_, coordinator_, one).value();
        EXPECT_TRUE(people::hold_talk(*room_, coordinator_, kToday, id, 1, kStart.plus_days(-10).iso(), ""));
        return id;
    }
    struct Two {
        ParticipantId newcomer;
        ParticipantId established;
        pairs::PairId pair;
    };
    Two two(Date started = kStart, const std::string& email = "") {
        const auto one = person(Side::newcomer, "Amina Prov", email), other = person(Side::established, "Berit Prov");
        return {one, other, room_->transaction([&](store::Transaction& tx) {
                    return pairs::start_pair(tx, coordinator_.actor(), programme_, one, other, started);
                })};
    }
    std::string link(ParticipantId id) { return people::give_link(*room_, coordinator_, kStart, id).value(); }
    pairs::Pair of(pairs::PairId id) { return pairs::load_pair(*room_, id).value(); }
    Stage stage(ParticipantId id) { return people::find_participant(*room_, id)->stage; }
    pairs::PairPage list(Date today, const char* state = "") {
        return pairs::list_pairs(*room_, coordinator_, today, {state, "", 0, 50}).value();
    }
    std::int64_t lasting(Date today) {
        return room_->transaction([&](store::Transaction& tx) { return pairs::note_lasting(tx, today); });
    }
    std::optional<std::int64_t> count(std::string_view name, const base::Period& days,
                                      const module::Dimensions& scope = {}) {
        const auto all = figures::measures();
        return std::ranges::find(all, name, &module::Measure::name)->count(*room_, scope, days).inside();
    }
    void end(pairs::PairId id, Date day, const char* reason, const char* newcomer, const char* established) {
        const auto done =
            pairs::end_pair(*room_, coordinator_, day, id, of(id).revision, {day.iso(), reason, newcomer, established});
        ASSERT_TRUE(done) << done.problems().front().message.key;
    }

    const module::Caller coordinator_ = caller(Role::coordinator);
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Session> room_;
    people::ProgrammeId programme_;
};
ON_BOTH_ENGINES(FriendsPairs);

TEST_P(FriendsPairs, AreForTheCoordinatorAlone) {
    const auto made = two();
    for (const Role role : {Role::officer, Role::volunteer, Role::administrator, Role::partner, Role::operator_}) {
        const auto other = caller(role);
        EXPECT_TRUE(module::is_refusal(pairs::list_pairs(*room_, other, kToday, {}).problems()));
        EXPECT_TRUE(module::is_refusal(pairs::see_pair(*room_, other, kToday, made.pair).problems()));
        EXPECT_TRUE(module::is_refusal(pairs::note_talk(*room_, other, kToday, made.pair, 1).problems()));
        EXPECT_TRUE(module::is_refusal(pairs::list_incidents(*room_, other).problems()));
        EXPECT_TRUE(module::is_refusal(effect::see_effect(*room_, other, kToday, {programme_, kSpring}).problems()));
        EXPECT_TRUE(module::is_refusal(figures::see_figures(*room_, other, kToday, {kSpring}).problems()));
    }
    auto foreign = coordinator_;
    foreign.room_organisation = module::OrganisationId::ordered();
    EXPECT_TRUE(module::is_refusal(pairs::list_pairs(*room_, foreign, kToday, {}).problems()));
}

TEST_P(FriendsPairs, BeginWithBothAndKeepOneNoteADay) {
    const auto made = two();
    EXPECT_EQ(stage(made.newcomer), Stage::paired);
    EXPECT_EQ(stage(made.established), Stage::paired);
    ASSERT_EQ(pairs::earlier_pairs(*room_).size(), 1U);
    EXPECT_EQ(pairs::earlier_pairs(*room_).front(), std::pair(made.newcomer, made.established));
    const auto one = link(made.newcomer), other = link(made.established);
    const Date day = kStart.plus_days(5);
    ASSERT_TRUE(pairs::note_own_met(*room_, one, day, {"", "2"}));
    ASSERT_TRUE(pairs::note_own_met(*room_, other, day, {"", "3"}));
    const auto seen = pairs::own_pair(*room_, one, day).value();
    EXPECT_EQ(seen.progress.minutes_in_all, 180) << "the last note of a day stands: both tapped for the same walk";
    EXPECT_EQ(seen.friend_name, "Berit Prov");
    ASSERT_TRUE(pairs::undo_own_met(*room_, one, day, day.iso()));
    EXPECT_EQ(pairs::own_pair(*room_, other, day)->progress.minutes_in_all, 0);
    EXPECT_FALSE(pairs::undo_own_met(*room_, one, day, day.iso()));
    EXPECT_FALSE(pairs::note_own_met(*room_, "nobody", day, {"", "2"}));
    EXPECT_EQ(pairs::own_pair(*room_, "nobody", day), std::nullopt);
}

TEST_P(FriendsPairs, AreQuietForTheCoordinatorUntilAsked) {
    const auto made = two();
    ASSERT_TRUE(pairs::note_own_met(*room_, link(made.newcomer), kStart.plus_days(1), {"", "2"}));
    EXPECT_EQ(list(kStart.plus_days(14)).marks, 0);
    EXPECT_EQ(list(kStart.plus_days(15)).rows.at(0).quiet, pairs::Quiet::mark);
    EXPECT_TRUE(pairs::duties_of(*room_, kStart.plus_days(15)).empty()) << "a mark is no task";
    const auto due = pairs::duties_of(*room_, kStart.plus_days(31));
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().what.key, "friends.pairs.duty.trial") << "the trial month is asked about first, once";
    ASSERT_TRUE(pairs::note_talk(*room_, coordinator_, kStart.plus_days(31), made.pair, of(made.pair).revision));
    EXPECT_EQ(of(made.pair).trial_talk_on, kStart.plus_days(31));
    EXPECT_TRUE(pairs::duties_of(*room_, kStart.plus_days(60)).empty());
    const auto quiet = pairs::duties_of(*room_, kStart.plus_days(61));
    ASSERT_EQ(quiet.size(), 1U);
    EXPECT_EQ(quiet.front().what.key, "friends.pairs.duty.quiet");
    EXPECT_EQ(quiet.front().uid, pairs::duties_of(*room_, kStart.plus_days(70)).front().uid) << "told once";
}

TEST_P(FriendsPairs, LastOnceOnTheDayThatTheirMonthsAreFull) {
    const auto kept = two(), short_one = two(), told_late = two();
    end(short_one.pair, kStart.plus_days(40), "moved", "leaves", "waits");
    EXPECT_EQ(stage(short_one.newcomer), Stage::left);
    EXPECT_EQ(people::find_participant(*room_, short_one.established)->waiting_since, kStart.plus_days(40))
        << "a new wait";
    EXPECT_EQ(lasting(kFull.plus_days(-1)), 0);
    // Ended after the months were full, before the job came by: they have lasted all the same.
    end(told_late.pair, kFull.plus_days(3), "without_us", "leaves", "leaves");
    EXPECT_EQ(of(told_late.pair).lasted_on, kFull);
    EXPECT_EQ(lasting(kFull.plus_days(10)), 1);
    EXPECT_EQ(lasting(kFull.plus_days(20)), 0) << "once";
    EXPECT_EQ(of(kept.pair).lasted_on, kFull) << "on the day itself, whenever the job ran";
    EXPECT_EQ(count("friends.pairs_started", kSpring), 3);
    EXPECT_EQ(count("friends.pairs_lasted", kSpring), 0);
    EXPECT_EQ(count("friends.pairs_lasted", kAutumn), 2) << "after the agreement's half-year";
    const auto cohort = figures::cohort_of(*room_, {kSpring});
    EXPECT_EQ(cohort.started, 3);
    EXPECT_EQ(cohort.lasted_later, 2);
    EXPECT_EQ(cohort.ended_early, 1);
}

TEST_P(FriendsPairs, PausesMoveTheEndAndAreKept) {
    const auto made = two();
    ASSERT_TRUE(pairs::pause_pair(*room_, coordinator_, kStart.plus_days(20), made.pair, 1, ""));
    EXPECT_FALSE(pairs::resume_pair(*room_, coordinator_, kStart.plus_days(30), made.pair, 1)) << "of an old page";
    ASSERT_TRUE(pairs::resume_pair(*room_, coordinator_, kStart.plus_days(30), made.pair, 2));
    const auto pair = of(made.pair);
    EXPECT_EQ(pair.planned_until, kFull.plus_days(10));
    ASSERT_EQ(pair.pauses.size(), 1U);
    EXPECT_EQ(pair.pauses.front(), base::Period(kStart.plus_days(20), kStart.plus_days(29)));
}

TEST_P(FriendsPairs, BreakWhenOneWithdrawsAndNothingOfThemStays) {
    const auto made = two();
    const auto secret = link(made.newcomer), other = link(made.established);
    ASSERT_TRUE(effect::answer_own(*room_, secret, kStart, {{"n_talk", "2"}}));
    const auto programme_activity =
        pairs::add_activity(*room_, coordinator_, programme_,
                            {"Fika", "2019-03-01", "18:00", "19:00", "Biblioteket", "", "", true})
            .value();
    ASSERT_TRUE(pairs::sign_up_own(*room_, secret, kStart, programme_activity.text()));
    EXPECT_NE(effect::extract_answers(*room_, made.newcomer.uuid()).find("n_talk"), std::string::npos);
    EXPECT_NE(pairs::extract_pairs(*room_, made.newcomer.uuid()).find("going"), std::string::npos);
    EXPECT_EQ(pairs::extract_pairs(*room_, made.newcomer.uuid()).find("Berit"), std::string::npos);
    room_->transaction([&](store::Transaction& tx) {
        EXPECT_EQ(pairs::erase_from_pairs(tx, made.newcomer.uuid()), 1);
        EXPECT_EQ(effect::erase_answers(tx, made.newcomer.uuid()), 1);
        EXPECT_EQ(pairs::erase_sign_ups(tx, made.newcomer.uuid()), 1);
        directory::remove_person(tx, coordinator_.actor(), made.newcomer, "test");
    });
    EXPECT_EQ(of(made.pair).state(), pairs::PairState::broken);
    EXPECT_EQ(pairs::extract_pairs(*room_, made.newcomer.uuid()), "[]");
    EXPECT_EQ(pairs::own_pair(*room_, secret, kStart), std::nullopt);
    EXPECT_EQ(pairs::own_pair(*room_, other, kStart)->friend_name, std::nullopt);
    EXPECT_TRUE(pairs::friend_is_gone(*room_, other));
    EXPECT_EQ(pairs::duties_of(*room_, kStart.plus_days(2)).front().what.key, "friends.pairs.duty.broken");
    EXPECT_EQ(lasting(kFull.plus_days(1)), 0) << "nobody lasts alone";
    EXPECT_EQ(count("friends.pairs_started", kSpring), 1) << "the count stays";
    end(made.pair, kStart.plus_days(9), "other", "", "waits");
    EXPECT_EQ(stage(made.established), Stage::ready);
    EXPECT_FALSE(pairs::friend_is_gone(*room_, other)) << "what came next was decided";
}

TEST_P(FriendsPairs, ActivitiesKeepToTheirPlaces) {
    const auto made = two();
    const auto one = link(made.newcomer), other = link(made.established);
    const auto id = pairs::add_activity(*room_, coordinator_, programme_,
                                        {"Fika", "2019-03-01", "18:00", "19:00", "Biblioteket", "", "1", false})
                        .value();
    ASSERT_TRUE(pairs::sign_up_own(*room_, one, kStart, id.text()));
    ASSERT_TRUE(pairs::sign_up_own(*room_, one, kStart, id.text())) << "twice is once";
    EXPECT_EQ(pairs::sign_up_own(*room_, other, kStart, id.text()).problems().front().message.key,
              "friends.activities.full");
    ASSERT_TRUE(pairs::sign_off_own(*room_, one, kStart, id.text()));
    EXPECT_TRUE(pairs::sign_up_own(*room_, other, kStart, id.text()));
    EXPECT_FALSE(pairs::has_public_activities(*room_, kStart));
    EXPECT_EQ(pairs::sign_up_own(*room_, one, Date::of(2019, 3, 2), id.text()).problems().front().message.key,
              "friends.activities.over");
    EXPECT_EQ(count("friends.activities", kSpring), 0);
    ASSERT_TRUE(pairs::hold_activity(*room_, coordinator_, Date::of(2019, 3, 2), id, "7"));
    EXPECT_EQ(count("friends.activities", kSpring), 1);
    EXPECT_EQ(count("friends.activity_visits", kSpring), 7);
    const auto removed = room_->transaction(
        [&](store::Transaction& tx) { return pairs::remove_old_sign_ups(tx, Date::of(2019, 4, 1)); });
    EXPECT_EQ(removed, 1) << "who had signed up goes, how many came stays";
    EXPECT_EQ(count("friends.activity_visits", kSpring), 7);
}

TEST_P(FriendsPairs, IncidentsAreRemovedLongAfterTheyWereClosed) {
    const auto id = pairs::report_incident(*room_, coordinator_, kStart, {kStart.iso(), "Något hände.", ""}).value();
    const auto run = [&](Date day) {
        return room_->transaction([&](store::Transaction& tx) { return pairs::remove_old_incidents(tx, day); });
    };
    EXPECT_EQ(run(kStart.plus_years(9)), 0) << "open ones are kept";
    ASSERT_TRUE(pairs::close_incident(*room_, coordinator_, kStart, id));
    EXPECT_EQ(run(kStart.plus_months(24)), 0);
    EXPECT_EQ(run(kStart.plus_months(24).plus_days(1)), 1);
}

TEST_P(FriendsPairs, AnswersStayAsNobodysWhenThePersonsTimeIsOver) {
    const auto made = two();
    const auto secret = link(made.newcomer);
    ASSERT_TRUE(effect::answer_own(*room_, secret, kStart, {{"n_talk", "2"}, {"n_work", "4"}}));
    EXPECT_EQ(effect::answer_own(*room_, secret, kStart.plus_days(1), {{"n_talk", "5"}}).problems().front().message.key,
              "friends.effect.answer.closed");
    ASSERT_TRUE(effect::answer_own(*room_, secret, kFull, {{"n_talk", "4"}}));
    EXPECT_EQ(count("friends.assessed", kAutumn), 1);
    EXPECT_EQ(count("friends.effect", kAutumn), 1);
    EXPECT_EQ(count("friends.effect", kAutumn, {{"area", "labour"}}), 0);
    EXPECT_EQ(count("friends.effect", kAutumn, {{"side", "established"}}), 0);
    room_->transaction([&](store::Transaction& tx) {
        directory::remove_person(tx, coordinator_.actor(), made.newcomer, "retention");
        EXPECT_EQ(effect::detach_the_gone(tx, kToday), 1);
        EXPECT_EQ(effect::detach_the_gone(tx, kToday), 0);
    });
    const auto all = effect::load_assessments(*room_, programme_);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].participant, all[1].participant) << "still one person's two answers";
    EXPECT_NE(all[0].participant, made.newcomer) << "but nobody's";
    EXPECT_EQ(of(made.pair).newcomer, std::nullopt);
    EXPECT_EQ(count("friends.effect", kAutumn), 1);
    const auto view = effect::see_effect(*room_, coordinator_, kToday, {programme_, {kStart, kToday}}).value();
    EXPECT_EQ(view.newcomers.both, 1);
    EXPECT_EQ(view.newcomers.questions.at(0).claim, effect::Claim::too_few);
}

TEST_P(FriendsPairs, HalfAnHourThatWasNotedIsShownAsHalfAnHour) {
    const auto made = two();
    const std::vector<pairs::DiaryLine> lines{{{kStart.plus_days(5).iso(), "0,5"}, pairs::NotedBy::newcomer}};
    ASSERT_TRUE(pairs::note_diary(*room_, coordinator_, kToday, made.pair, lines));
    const auto view = figures::see_figures(*room_, coordinator_, kToday, {kSpring, ""}).value();
    const auto hours = std::ranges::find(view.figures, figures::kHours, &figures::FigureNow::measure);
    EXPECT_EQ(hours->now, 0) << "what is handed over is full hours";
    EXPECT_EQ(hours->minutes, 30);
    const auto rows = figures::see_rows(*room_, coordinator_, {kSpring, ""}, figures::kHours).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].amount, 30);
}

TEST_P(FriendsPairs, AreAskedAgainByOneLetterOnTheDayItOpens) {
    const auto made = two(kStart, "amina@example.org"), hidden = two(kStart, "dold@example.org"),
               gone = two(kStart, "borta@example.org");
    two(kStart, "tyst@example.org");
    for (const auto id : {made.newcomer, made.established, hidden.newcomer, gone.newcomer})
        ASSERT_TRUE(effect::answer_own(*room_, link(id), kStart, {{"n_talk", "2"}, {"e_talk", "2"}}));
    ASSERT_TRUE(directory::change_person(*room_, coordinator_, {}, hidden.newcomer,
                                         {"Dold Prov", "dold@example.org", "", true}));
    end(gone.pair, kStart.plus_days(60), "job", "leaves", "leaves");
    const Date opens = kFull.plus_days(-effect::kSecondDaysBefore);
    const auto write = [&](Date day) {
        module::House house;
        house.clocks = base::Clocks{day};
        house.public_address = "https://samrum.example";
        room_->transaction([&](store::Transaction& tx) { effect::ask_again(tx, house, {"Provrum", "prov"}, day); });
        return jobs::list_mail(*room_);
    };
    EXPECT_TRUE(write(opens.plus_days(-1)).empty());
    const auto letters = write(opens);
    ASSERT_EQ(letters.size(), 1U) << "no address, protected, left, never answered: no letter";
    EXPECT_EQ(letters[0].mail.to, "amina@example.org");
    EXPECT_EQ(letters[0].mail.subject, "Några frågor till dig från Provrum");
    const auto link_at = letters[0].mail.text.find("https://samrum.example/prov/k/");
    ASSERT_NE(link_at, std::string::npos);
    const std::string secret = letters[0].mail.text.substr(link_at + 30, 43);
    EXPECT_EQ(effect::own_assessment(*room_, secret, opens)->occasion, effect::Occasion::second);
    EXPECT_EQ(write(opens.plus_days(1)).size(), 1U) << "once";
    EXPECT_TRUE(effect::to_ask_again(*room_, opens.plus_days(1)).empty());
}

TEST_P(FriendsPairs, EveryMeasureIsTheSumOfItsRows) {
    const auto made = two();
    const auto another = two(kStart.plus_days(30));
    for (const auto& one : {made, another}) {
        std::vector<pairs::DiaryLine> lines;
        for (int i = 0; i < 12; ++i)
            lines.push_back({{kStart.plus_days(31 + 9 * i).iso(), i % 2 == 0 ? "1,5" : "2"}, pairs::NotedBy::newcomer});
        ASSERT_TRUE(pairs::note_diary(*room_, coordinator_, kToday, one.pair, lines));
    }
    person(Side::newcomer, "Cirwan Prov");
    end(another.pair, kFull, "job", "waits", "leaves");
    lasting(kToday);
    const module::Dimensions scopes[] = {
        {}, {{"programme", "kompis-i-provstad"}}, {{"programme", "other"}}, {{"side", "newcomer"}}};
    for (const auto& measure : figures::measures())
        for (const auto& days : {kSpring, kAutumn, base::Period(kStart, std::nullopt)})
            for (const auto& scope : scopes) {
                std::int64_t sum = 0;
                for (const auto& row : measure.trace(*room_, scope, days)) sum += row.amount;
                const auto total = measure.count(*room_, scope, days).inside();
                EXPECT_EQ(sum, total.value_or(0)) << measure.name;
                if (scope.contains("programme") && scope.at("programme") == "other") {
                    EXPECT_EQ(total, std::nullopt) << measure.name << ": not there is not known, never nought";
                }
            }
    EXPECT_EQ(count("friends.hours", kSpring), 42) << "24 meetings, 42 hours";
    EXPECT_EQ(count("friends.meetings", kSpring), 24);
    EXPECT_EQ(count("friends.enrolled", kSpring), 5);
    EXPECT_EQ(count("friends.waiting", kSpring), 1);
    EXPECT_EQ(count("friends.waiting", kAutumn), 2) << "one waits again";
}

}  // namespace
}  // namespace samrum::friends
