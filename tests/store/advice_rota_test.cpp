// Shifts on both engines: taken, left, offered, swapped and suggested; and two who want the last place at once.
#include "advice/rota/actions_draft.hpp"
#include "advice/rota/actions_letters.hpp"
#include "advice/rota/actions_shift.hpp"
#include "advice/rota/repository_shift.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "engines.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/text/words.hpp"

#include <atomic>

namespace samrum::advice::rota {
namespace {

using base::Date;
using module::Role;

const Date kToday = Date::of(2020, 1, 31);
const store::Statement kAddPlace{
    store::Scope::room, "insert into place (id, name, folded, sort_key) values ($1, 'Biblioteket', 'biblioteket', $2)"};
const store::Statement kAddActivity{store::Scope::room,
                                    "insert into room_activity (id, name, folded, sort_key, first_day) "
                                    "values ($1, 'Råd', 'rad', $2, '2019-01-01')"};
const store::Statement kAddTestSite{store::Scope::room,
                                    "insert into advice_site (id, place, activity, slug, municipality, desks, "
                                    "takes_bookings, phone_tickets, kiosk, wall, "
                                    "asks_gender, note_days, opened_on) values ($1, $2, $3, 'biblioteket', 'Lund', 2, "
                                    "$4, $4, $4, $4, $4, 0, '2019-01-01')"};
const store::Statement kAddTestPerson{
    store::Scope::room,
    "insert into person (id, name, folded, sort_key, email, is_protected, synthetic, entered_on) "
    "values ($1, $2, $2, $3, $4, $5, $6, '2019-01-01')"};
const store::Statement kLettersTo{store::Scope::room, "select count(*) from mail_outbox where recipient = $1"};
const store::Statement kJournalled{store::Scope::room, "select count(*) from journal where what = $1"};

class AdviceRota : public store::OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        store_ = store::Store::create(where()).value();
        id_ = store::RoomId::ordered();
        store_->create_room(id_);
        room_ = store_->room(id_);
        site_ = sites::SiteId::ordered();
        const auto place = base::Uuid::ordered(), activity = base::Uuid::ordered();
        room_->transaction([&](store::Transaction& tx) {
            tx.run(kAddPlace, place, store::Bytes(1));
            tx.run(kAddActivity, activity, store::Bytes(1));
            tx.run(kAddTestSite, site_, place, activity, false);
        });
        house_.store = store_.get();
        house_.clocks = base::Clocks(kToday);
        house_.catalogues = catalogues_.get();
        house_.public_address = "http://test";
    }
    void TearDown() override {
        room_.reset();
        store_.reset();
    }

    struct Person {
        VolunteerId id;
        module::Caller caller;
        std::string email;
    };
    Person person(std::string name, std::vector<std::string> languages = {"sv"}, int most = 0) {
        Person made{VolunteerId::ordered(), caller(Role::volunteer), name + "@exempel.example"};
        volunteers::Volunteer one;
        one.id = made.id;
        one.stage = volunteers::Stage::active;
        one.applied_on = one.started_on.emplace(Date::of(2019, 1, 1));
        one.trained_on = Date::of(2019, 1, 1);
        one.most_shifts = most;
        one.account = made.caller.account->text();
        one.languages = std::move(languages);
        room_->transaction([&](store::Transaction& tx) {
            tx.run(kAddTestPerson, made.id, name, store::Bytes(1), made.email, false, true);
            volunteers::insert_volunteer(tx, one);
        });
        return made;
    }
    SessionId session(Date day, int advisers, std::vector<std::string> languages = {}) {
        sites::Session one;
        one.id = SessionId::ordered();
        one.site = site_;
        one.day = day;
        one.starts = {16 * 60};
        one.ends = {18 * 60 + 30};
        one.wants.advisers = advisers;
        one.wants.languages = std::move(languages);
        room_->transaction([&](store::Transaction& tx) { sites::insert_session(tx, one); });
        return one.id;
    }
    static module::Caller caller(Role role) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.room_organisation = kAssociation;
        one.grants = {{*one.account, store::RoomId::ordered(), role, kAssociation,
                       base::Period{Date::of(2019, 1, 1), std::nullopt}}};
        return one;
    }
    int run_jobs() {
        std::vector<jobs::Handler> handlers;
        for (const auto& [name, run] : std::initializer_list<std::pair<std::string_view, void (*)(module::JobCall&)>>{
                 {kLetterJob, send_letter},
                 {kOfferJob, send_offers},
                 {kSuggestJob, suggest_rota},
                 {kRemindJob, send_reminders},
                 {kCancelledJob, tell_of_cancelled}})
            handlers.push_back({std::string(name), [this, run = run](jobs::Work& work) {
                                    module::JobCall call{house_, work};
                                    run(call);
                                }});
        handlers.push_back({"jobs.mail", [](jobs::Work&) {}});
        return jobs::Runner(*store_, std::move(handlers), {}).run_due();
    }
    void enqueue(std::string_view job) {
        room_->transaction([&](store::Transaction& tx) { jobs::enqueue(tx, job, "{}", base::Instant::now()); });
    }
    std::vector<VolunteerId> taken(SessionId id) {
        std::vector<VolunteerId> all;
        for (const Shift& one : shifts_of_session(*room_, id))
            if (one.state == ShiftState::taken) all.push_back(one.volunteer);
        return all;
    }
    static std::string first_key(const base::Problems& problems) {
        return problems.empty() ? std::string() : problems.front().message.key;
    }

    static inline const module::OrganisationId kAssociation = module::OrganisationId::ordered();
    const std::unique_ptr<text::Catalogues> catalogues_ = text::Catalogues::load(text::embedded_messages());
    const module::Caller coordinator_ = caller(Role::coordinator);
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Session> room_;
    store::RoomId id_;
    sites::SiteId site_;
    module::House house_;
};
ON_BOTH_ENGINES(AdviceRota);

TEST_P(AdviceRota, TheLastPlaceGoesToOneOfTwoWhoWantItAtOnce) {
    const Person amina = person("amina"), bo = person("bo");
    for (int round = 0; round < 8; ++round) {
        const SessionId id = session(kToday.plus_days(round + 1), 1);
        std::atomic<int> won{0}, full{0};
        store::in_threads(2, [&](int who) {
            const auto room = store_->room(id_);
            const auto done = take_shift(*room, (who == 0 ? amina : bo).caller, kToday, id);
            if (done)
                ++won;
            else if (first_key(done.problems()) == "advice.rota.obstacle.full")
                ++full;
        });
        EXPECT_EQ(won, 1);
        EXPECT_EQ(full, 1);
        EXPECT_EQ(taken(id).size(), 1u);
    }
}

TEST_P(AdviceRota, LeavingEarlyFreesThePlaceAndLeavingLateAsksThoseWhoFit) {
    const Person amina = person("amina"), bo = person("bo"), cleo = person("cleo", {"sv"}, 1);
    const SessionId far = session(kToday.plus_days(14), 1), near = session(kToday.plus_days(3), 1);
    const SessionId other = session(kToday.plus_days(2), 1);
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, far));
    EXPECT_EQ(leave_shift(*room_, amina.caller, kToday, far).value(), Left::freed_asked);
    EXPECT_TRUE(taken(far).empty());

    ASSERT_TRUE(take_shift(*room_, cleo.caller, kToday, other));  // one shift a month is what cleo wants
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, near));
    EXPECT_EQ(leave_shift(*room_, amina.caller, kToday, near).value(), Left::offered);
    EXPECT_EQ(shifts_of_session(*room_, near).size(), 1u);  // kept until somebody takes it
    run_jobs();
    run_jobs();
    EXPECT_EQ(room_->count(kLettersTo, bo.email), 2);  // for the place that is free, and for the one that is offered
    EXPECT_EQ(room_->count(kLettersTo, cleo.email), kToday.plus_days(2).month() == kToday.plus_days(3).month() ? 0 : 1);
    EXPECT_EQ(room_->count(kLettersTo, amina.email), 0);

    ASSERT_TRUE(take_shift(*room_, bo.caller, kToday, near));
    EXPECT_EQ(taken(near), std::vector<VolunteerId>{bo.id});
    EXPECT_EQ(shifts_of_session(*room_, near).size(), 1u);  // amina is released …
    run_jobs();
    EXPECT_EQ(room_->count(kLettersTo, amina.email), 1);  // … and told
    EXPECT_EQ(first_key(leave_shift(*room_, amina.caller, kToday, near).problems()), "advice.rota.problem.not_yours");
    EXPECT_EQ(room_->count(kJournalled, "advice.shift_offered"), 1);
}

TEST_P(AdviceRota, LeavingAgainAsksAgainWhenThePlaceWasTakenInBetween) {
    const Person amina = person("amina"), bo = person("bo");
    const SessionId near = session(kToday.plus_days(3), 1);
    const auto letters_to_bo = [&] {
        run_jobs();  // who is asked,
        run_jobs();  // and the letters
        return room_->count(kLettersTo, bo.email);
    };
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, near));
    EXPECT_EQ(leave_shift(*room_, amina.caller, kToday, near).value(), Left::offered);
    EXPECT_EQ(letters_to_bo(), 1);
    // Back and away again on the same day: nobody is written to twice, and she is told so.
    ASSERT_TRUE(keep_shift(*room_, amina.caller, kToday, near));
    EXPECT_EQ(leave_shift(*room_, amina.caller, kToday, near).value(), Left::offered_before);
    EXPECT_EQ(letters_to_bo(), 1);
    // Bo takes it over and leaves it to her again; then his place is hers to leave, and he is asked anew.
    ASSERT_TRUE(take_shift(*room_, bo.caller, kToday, near));
    ASSERT_TRUE(leave_shift(*room_, bo.caller, kToday, near));
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, near));
    const auto before = letters_to_bo();
    EXPECT_EQ(leave_shift(*room_, amina.caller, kToday, near).value(), Left::offered);
    EXPECT_EQ(letters_to_bo(), before + 1);
    // On another day the question is a new one.
    ASSERT_TRUE(keep_shift(*room_, amina.caller, kToday.plus_days(1), near));
    EXPECT_EQ(leave_shift(*room_, amina.caller, kToday.plus_days(1), near).value(), Left::offered);
}

TEST_P(AdviceRota, LeavingEarlyAsksOnlyWhereNoPlaceWasFree) {
    const Person amina = person("amina"), bo = person("bo");
    const SessionId far = session(kToday.plus_days(14), 2);
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, far));
    EXPECT_EQ(leave_shift(*room_, amina.caller, kToday, far).value(), Left::freed);
    run_jobs();
    run_jobs();
    EXPECT_EQ(room_->count(kLettersTo, bo.email), 0);
}

TEST_P(AdviceRota, KeepsSwapsAndRefusesWhatClashes) {
    const Person amina = person("amina"), bo = person("bo");
    const SessionId first = session(kToday.plus_days(3), 1), second = session(kToday.plus_days(10), 1);
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, first));
    EXPECT_EQ(first_key(take_shift(*room_, bo.caller, kToday, first).problems()), "advice.rota.obstacle.full");
    EXPECT_EQ(first_key(take_shift(*room_, amina.caller, kToday, first).problems()), "advice.rota.obstacle.has_it");
    ASSERT_TRUE(leave_shift(*room_, amina.caller, kToday, first));
    ASSERT_TRUE(keep_shift(*room_, amina.caller, kToday, first));
    EXPECT_EQ(taken(first).size(), 1u);

    EXPECT_EQ(swap_shift(*room_, amina.caller, kToday, first, second).value(), Left::offered);
    EXPECT_EQ(taken(second), std::vector<VolunteerId>{amina.id});
    EXPECT_TRUE(taken(first).empty());
    // Nothing is left when the other cannot be had.
    ASSERT_TRUE(take_shift(*room_, bo.caller, kToday, first));
    EXPECT_FALSE(swap_shift(*room_, bo.caller, kToday, first, second));
    EXPECT_EQ(taken(first), std::vector<VolunteerId>{bo.id});
    EXPECT_FALSE(take_shift(*room_, coordinator_, kToday, first));  // no volunteer
    EXPECT_TRUE(module::is_refusal(take_shift(*room_, caller(Role::officer), kToday, first).problems()));
}

TEST_P(AdviceRota, TheCoordinatorPutsInAndOutAndTheHoursCount) {
    const Person amina = person("amina"), bo = person("bo");
    const SessionId id = session(kToday, 1);
    ASSERT_TRUE(put_shift(*room_, coordinator_, kToday, id, amina.id));
    ASSERT_TRUE(put_shift(*room_, coordinator_, kToday, id, bo.id));  // above the wanted number
    EXPECT_EQ(hours_of(*room_, id).advisers, 2);
    EXPECT_EQ(hours_of(*room_, id).minutes, 300);
    ASSERT_TRUE(leave_shift(*room_, bo.caller, kToday, id));
    EXPECT_EQ(hours_of(*room_, id).minutes, 150);  // who has offered the place did not come
    run_jobs();                                    // who is there already is not asked to take over
    EXPECT_EQ(room_->count(kLettersTo, amina.email), 1);
    ASSERT_TRUE(drop_shift(*room_, coordinator_, kToday, id, amina.id));
    run_jobs();
    EXPECT_EQ(room_->count(kLettersTo, amina.email), 2);
    EXPECT_TRUE(module::is_refusal(put_shift(*room_, amina.caller, kToday, id, amina.id).problems()));
    // Who came unasked yesterday is put down too, and gets no letter for it.
    EXPECT_TRUE(put_shift(*room_, coordinator_, kToday, session(kToday.plus_days(-1), 1), amina.id));
    run_jobs();
    EXPECT_EQ(room_->count(kLettersTo, amina.email), 2);
}

TEST_P(AdviceRota, SuggestsAPeriodThatAPersonDecidesOn) {
    const Person amina = person("amina", {"sv", "fa-AF"}), bo = person("bo"), cleo = person("cleo");
    const SessionId first = session(kToday.plus_days(3), 2, {"fa-AF"}), second = session(kToday.plus_days(4), 1);
    ASSERT_TRUE(take_shift(*room_, bo.caller, kToday, first));
    EXPECT_TRUE(module::is_refusal(ask_for_rota(*room_, bo.caller, kToday, "2020-02-01", "2020-02-29", "").problems()));
    EXPECT_FALSE(ask_for_rota(*room_, coordinator_, kToday, "2020-03-01", "2020-02-01", ""));
    ASSERT_TRUE(ask_for_rota(*room_, coordinator_, kToday, "2020-02-01", "2020-02-29", ""));
    EXPECT_EQ(first_key(ask_for_rota(*room_, coordinator_, kToday, "2020-02-01", "2020-02-29", "").problems()),
              "advice.rota.problem.under_way");
    run_jobs();
    const auto drafts = see_drafts(*room_, coordinator_);
    ASSERT_EQ(drafts->drafts.size(), 1u);
    EXPECT_TRUE(drafts->drafts.front().proven);
    EXPECT_FALSE(drafts->under_way);
    const DraftId draft = drafts->drafts.front().id;
    EXPECT_EQ(taken(first).size(), 1u);  // nothing has changed yet
    auto page = see_draft(*room_, coordinator_, kToday, draft);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->lines.size(), 2u);
    ASSERT_EQ(page->lines[0].suggested.size(), 1u);
    EXPECT_EQ(page->lines[0].suggested[0].suggestion.volunteer, amina.id);  // the only one who speaks Dari
    EXPECT_EQ(page->lines[0].suggested[0].merit.only_speaker_of.size(), 1u);
    EXPECT_TRUE(page->lines[0].lacks.empty());

    // The person in charge would rather have bo on the second day.
    const VolunteerId chosen = page->lines[1].suggested.at(0).suggestion.volunteer;
    ASSERT_TRUE(suggest_not(*room_, coordinator_, draft, second, chosen));
    ASSERT_TRUE(suggest_also(*room_, coordinator_, kToday, draft, second, bo.id));
    const auto one = accept_draft(*room_, coordinator_, kToday, draft, first);
    EXPECT_EQ(one->saved, 1);
    EXPECT_FALSE(one->was_last);
    EXPECT_EQ(taken(first).size(), 2u);
    // Somebody takes the place before the rest is accepted: it is left out, and no place is given twice.
    ASSERT_TRUE(take_shift(*room_, cleo.caller, kToday, second));
    const auto rest = accept_draft(*room_, coordinator_, kToday, draft, std::nullopt);
    EXPECT_EQ(rest->saved, 0);
    EXPECT_EQ(rest->left_out, 1);
    EXPECT_TRUE(rest->was_last);
    EXPECT_EQ(taken(second), std::vector<VolunteerId>{cleo.id});
    EXPECT_FALSE(see_draft(*room_, coordinator_, kToday, draft));
}

TEST_P(AdviceRota, MendsASessionWithOneChange) {
    const Person amina = person("amina", {"sv", "ar"}), bo = person("bo", {"ar"}), cleo = person("cleo");
    const SessionId id = session(kToday.plus_days(3), 2, {"ar"}), other = session(kToday.plus_days(4), 1);
    for (const auto& [who, where_to] : {std::pair(amina, id), std::pair(cleo, id), std::pair(cleo, other)})
        ASSERT_TRUE(put_shift(*room_, coordinator_, kToday, where_to, who.id));
    ASSERT_TRUE(leave_shift(*room_, amina.caller, kToday, id));
    const auto repair = suggest_repair(*room_, coordinator_, kToday, id);
    ASSERT_TRUE(repair);
    EXPECT_TRUE(repair->out.empty());
    ASSERT_EQ(repair->in.size(), 1u);
    EXPECT_EQ(repair->in[0].volunteer, bo.id);
    EXPECT_TRUE(repair->lacks.empty());
    ASSERT_TRUE(change_shifts(*room_, coordinator_, kToday, repair->out, repair->in));
    EXPECT_EQ(taken(id).size(), 2u);
}

TEST_P(AdviceRota, RemindsOnceAndTellsOfACancelledSession) {
    const Person amina = person("amina");
    const SessionId tomorrow = session(kToday.plus_days(1), 1), later = session(kToday.plus_days(20), 1);
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, tomorrow));
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, later));
    for (int i = 0; i < 2; ++i) {
        enqueue(kRemindJob);
        enqueue(kCancelledJob);
        run_jobs();
    }
    EXPECT_EQ(room_->count(kLettersTo, amina.email), 1);
    auto cancelled = sites::load_session(*room_, later).value();
    cancelled.state = sites::SessionState::cancelled;
    room_->transaction([&](store::Transaction& tx) { sites::update_session(tx, cancelled); });
    for (int i = 0; i < 2; ++i) {
        enqueue(kCancelledJob);
        run_jobs();
    }
    EXPECT_EQ(room_->count(kLettersTo, amina.email), 2);
}

TEST_P(AdviceRota, ShowsWhatAComingSessionLacksAndWhatRecruitingLooksFor) {
    const Person amina = person("amina", {"sv", "ar"}), dari = person("dari", {"fa-AF"});
    const SessionId thursday = session(Date::of(2020, 2, 6), 2, {"ar", "fa-AF", "ti"});
    ASSERT_TRUE(take_shift(*room_, amina.caller, kToday, thursday));
    const RotaFilter filter{.first = kToday, .last = kToday.plus_days(41)};
    auto page = see_rota(*room_, coordinator_, kToday, filter, 10, 0);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->lines.size(), 1u);
    const Coverage cover = page->lines[0].coverage;
    EXPECT_EQ(cover.spoken, std::vector<std::string>{"ar"});
    ASSERT_EQ(cover.missing.size(), 2u);
    EXPECT_EQ(cover.missing[0].chain, Chain::speaker);  // dari can be asked
    EXPECT_EQ(cover.missing[1].chain, Chain::interpreter);
    EXPECT_EQ(page->gaps, (std::vector<LanguageGap>{{"fa-AF", 1, 1}, {"ti", 1, 0}}));
    EXPECT_EQ(page->names.at(amina.id), "amina");
    const auto mine = see_shifts(*room_, dari.caller, kToday);
    ASSERT_EQ(mine->open.size(), 1u);
    EXPECT_EQ(mine->open[0].brings, std::vector<std::string>{"fa-AF"});
    EXPECT_TRUE(module::is_refusal(see_rota(*room_, caller(Role::administrator), kToday, filter, 10, 0).problems()));
}

}  // namespace
}  // namespace samrum::advice::rota
