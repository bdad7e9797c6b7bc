// The day on both engines: two desks never get the same visitor, on one server or two; what was acknowledged is there
// after SIGKILL; and when a session has closed nothing of a visitor is left in any file, while another session goes on.
// Runs itself as the server that is killed. tools/with-postgres advice_day_tests
#include "advice/day/actions_booking.hpp"
#include "advice/day/actions_queue.hpp"
#include "advice/day/repository_day.hpp"
#include "advice/sheets/repository_count.hpp"
#include "advice/sites/repository_site.hpp"
#include "directory/actions_place.hpp"
#include "engines.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/store/scrub.hpp"

#include <atomic>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>
#include <set>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace samrum::advice::day {
namespace {

namespace fs = std::filesystem;
using base::Date;
using store::Engine;

const Date kToday = Date::of(2020, 1, 31);
const store::Actor kTester{"system", "test"};

const store::Statement kInsertSite{
    store::Scope::room,
    "insert into advice_site (id, place, activity, slug, municipality, desks, takes_bookings, phone_tickets, kiosk, "
    "wall, "
    "asks_gender, note_days, opened_on, closed_on) values ($1, $2, $3, $4, 'Lund', 2, $5, $6, $6, $6, $6, 0, "
    "'2019-07-01', null)"};

module::Caller caller() {
    static const auto organisation = module::OrganisationId::random();
    static const auto account = module::AccountId::random();
    module::Caller one;
    one.account = account;
    one.label = "samordnare (test)";
    one.room_organisation = organisation;
    one.grants = {{account, {}, module::Role::coordinator, organisation, {Date::of(2019, 1, 1), std::nullopt}}};
    return one;
}

/// A site with a session on a day, planned from 16 to 19.
struct Place {
    sites::SiteId site;
    SessionId session;
    std::string slug;
};
Place make_site(store::Session& room, const std::string& slug, bool bookings, Date day = kToday) {
    Place made{sites::SiteId::random(), SessionId::random(), slug};
    room.transaction([&](store::Transaction& tx) {
        const auto place = directory::place_named(tx, kTester, "Bibliotek " + slug);
        const auto activity = directory::activity_named(tx, kTester, "RådRum", Date::of(2019, 7, 1));
        tx.run(kInsertSite, made.site, place, activity, slug, bookings, true);
        sites::Session session;
        session.id = made.session;
        session.site = made.site;
        session.day = day;
        session.starts = {16 * 60};
        session.ends = {19 * 60};
        sites::insert_session(tx, session);
    });
    return made;
}

Assessment needs(std::string language, std::optional<Length> length = std::nullopt) {
    Assessment one;
    one.language = std::move(language);
    one.length = length;
    one.topics = {Topic::letter, Topic::housing};
    return one;
}

/// Every file below a folder in one text: read once, searched for many things.
std::string bytes_below(const fs::path& folder) {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        std::error_code gone;
        if (!entry.is_regular_file(gone)) continue;
        const auto size = fs::file_size(entry.path(), gone);
        if (gone) continue;
        const auto at = all.size();
        all.resize(at + size);
        std::ifstream file(entry.path(), std::ios::binary);
        file.read(all.data() + at, static_cast<std::streamsize>(size));
        all.resize(at + static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    }
    return all;
}
bool holds(const std::string& bytes, const std::string& trace) {
    return memmem(bytes.data(), bytes.size(), trace.data(), trace.size()) != nullptr;
}

class Day : public store::OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        server_ = store::Store::create(where()).value();
        id_ = store::RoomId::ordered();
        server_->create_room(id_);
        room_ = server_->room(id_);
        library_ = make_site(*room_, "stadsbiblioteket", false);
    }
    void open(const Place& place) {
        const auto opened = open_day(*room_, caller(), kToday, place.session);
        ASSERT_TRUE(opened) << opened.problems().front().message.key;
    }
    void sit(const Place& place, int desk, std::vector<std::string> languages, bool experienced = false) {
        ASSERT_TRUE(sit_down(*room_, caller(), place.session, {desk, "", std::move(languages), experienced, true}));
    }
    int count(const Place& place, const Assessment& what = {}) {
        return count_in(*room_, caller(), place.session, 1, what, base::Instant::now()).value();
    }
    /// The folder where the engine keeps its data; empty when it belongs to somebody else.
    fs::path folder() {
        if (GetParam() == Engine::sqlite) return where().directory;
        static const store::Statement setting{store::Scope::both,
                                              "select setting from pg_settings where name = 'data_directory'"};
        const auto path = room_->one(setting, [](const store::Row& row) { return row.text(0); });
        std::error_code unreadable;
        fs::directory_iterator(*path, unreadable);
        return unreadable ? fs::path() : fs::path(*path);
    }
    std::unique_ptr<store::Store> server_;
    store::RoomId id_;
    std::unique_ptr<store::Session> room_;
    Place library_;
};
ON_BOTH_ENGINES(Day);

TEST_P(Day, GoesFromTheQueueBeforeTheDoorsToCounts) {
    open(library_);
    EXPECT_EQ(count(library_, needs("ar")), 1);
    EXPECT_EQ(count(library_, needs("sv", Length::long_)), 2);
    EXPECT_EQ(count(library_), 3);
    EXPECT_EQ(count(library_, needs("ti")), 4);
    sit(library_, 1, {"ar"});
    const auto now = base::Instant::now();
    const auto first = call_next(*room_, caller(), library_.session, 1, now);
    ASSERT_TRUE(first);
    EXPECT_EQ(call_next(*room_, caller(), library_.session, 1, now).problems().front().message.key,
              "advice.day.problem.still_there");
    ASSERT_TRUE(step(*room_, caller(), first->ticket.id, 1, Step::take, now));
    ASSERT_TRUE(step(*room_, caller(), first->ticket.id, 1, Step::done, now));
    ASSERT_TRUE(step(*room_, caller(), first->ticket.id, 1, Step::undo, now)) << "a slip of the finger";
    ASSERT_TRUE(step(*room_, caller(), first->ticket.id, 1, Step::done, now));
    const auto second = call_next(*room_, caller(), library_.session, 1, now);
    ASSERT_TRUE(second);
    ASSERT_TRUE(step(*room_, caller(), second->ticket.id, 1, Step::no_show, now));

    const auto mistake = close_day(*room_, caller(), library_.session, {1, 180}, true);
    EXPECT_EQ(mistake.problems().front().message.key, "advice.day.problem.has_been_held");
    ASSERT_TRUE(close_day(*room_, caller(), library_.session, {1, 180}, false));
    const auto session = sites::load_session(*room_, library_.session);
    EXPECT_EQ(session->state, sites::SessionState::held);
    EXPECT_EQ(session->advisers, 1);
    using sheets::Dimension;
    const sheets::CountedOver today{base::Period(kToday, kToday), library_.site};
    EXPECT_EQ(sheets::sum_counts(*room_, Dimension::visits, "", today), 1);
    EXPECT_EQ(sheets::sum_counts(*room_, Dimension::no_show, "", today), 1);
    EXPECT_EQ(sheets::sum_counts(*room_, Dimension::left_waiting, "", today), 2);
    EXPECT_EQ(sheets::sum_counts(*room_, Dimension::waiting, "0-15", today), 1);
    EXPECT_TRUE(tickets_of(*room_, library_.session).empty());
    EXPECT_FALSE(open_session(*room_, library_.session));
    EXPECT_FALSE(close_day(*room_, caller(), library_.session, {1, 180}, false)) << "it closes once";
    EXPECT_TRUE(store::verify_journal(*room_).is_whole());
}

TEST_P(Day, NeverGivesTwoDesksTheSameVisitorOnOneServerOrTwo) {
    open(library_);
    constexpr int kDesks = 6;
    constexpr int kVisitors = 36;
    for (int i = 0; i < kVisitors; ++i) count(library_, needs(i % 2 == 0 ? "ar" : "sv"));
    for (int desk = 1; desk <= kDesks; ++desk) sit(library_, desk, {"ar"}, true);
    const auto other = store::Store::open(where());  // the second server
    std::mutex guard;
    std::multiset<int> called;
    std::atomic<int> collisions = 0;
    store::in_threads(kDesks, [&](int at) {
        const auto room = (at % 2 == 0 ? *server_ : *other).room(id_);
        const int desk = at + 1;
        for (int idle = 0; idle < 3;) {
            const auto next = call_next(*room, caller(), library_.session, desk, base::Instant::now());
            if (!next) {
                ++idle;
                continue;
            }
            {
                const std::lock_guard lock(guard);
                called.insert(next->ticket.number);
            }
            // Another desk tries to call the same one by hand.
            const int thief = desk % kDesks + 1;
            if (step(*room, caller(), next->ticket.id, thief, Step::call, base::Instant::now())) ++collisions;
            ASSERT_TRUE(step(*room, caller(), next->ticket.id, desk, Step::take, base::Instant::now()));
            ASSERT_TRUE(step(*room, caller(), next->ticket.id, desk, Step::done, base::Instant::now()));
        }
    });
    EXPECT_EQ(collisions, 0);
    EXPECT_EQ(called.size(), static_cast<std::size_t>(kVisitors));
    EXPECT_EQ(std::set<int>(called.begin(), called.end()).size(), static_cast<std::size_t>(kVisitors));
}

TEST_P(Day, GivesEachNumberOnceHoweverManyAskAtOnce) {
    open(library_);
    const auto secret = open_session(*room_, library_.session)->secret;
    const auto other = store::Store::open(where());
    std::mutex guard;
    std::multiset<int> numbers;
    store::in_threads(8, [&](int at) {
        const auto room = (at % 2 == 0 ? *server_ : *other).room(id_);
        for (int i = 0; i < 10; ++i) {
            const auto own = take_number(*room, "stadsbiblioteket", secret, Channel::phone, {}, base::Instant::now());
            ASSERT_TRUE(own);
            const std::lock_guard lock(guard);
            numbers.insert(own->number);
        }
    });
    EXPECT_EQ(numbers.size(), 80U);
    EXPECT_EQ(*numbers.rbegin(), 80);
    EXPECT_EQ(std::set<int>(numbers.begin(), numbers.end()).size(), 80U);
}

TEST_P(Day, LetsAPhoneGiveBackItsOwnNumberAndNoOther) {
    open(library_);
    const auto open_now = *open_session(*room_, library_.session);
    const auto now = base::Instant::now();
    const auto own = take_number(*room_, "stadsbiblioteket", open_now.secret, Channel::phone, needs("so"), now);
    ASSERT_TRUE(own);
    EXPECT_FALSE(take_number(*room_, "stadsbiblioteket", "GUESSEDSECRE", Channel::phone, {}, now));
    EXPECT_FALSE(cancel_own(*room_, std::string(40, 'A'), now));
    EXPECT_FALSE(own_ticket(*room_, "annan-plats", own->owner));
    ASSERT_TRUE(assess_own(*room_, own->owner, needs("so", Length::long_)));
    EXPECT_TRUE(own_ticket(*room_, "stadsbiblioteket", own->owner)->ticket.complex());
    const auto take = [&](std::string_view owner) {
        return take_number(*room_, "stadsbiblioteket", open_now.secret, Channel::phone, {}, now, owner).value();
    };
    EXPECT_EQ(take(own->owner).number, own->number) << "the same form twice is one number";
    EXPECT_NE(take("of nobody").number, own->number);
    ASSERT_TRUE(cancel_own(*room_, own->owner, now));
    EXPECT_NE(take(own->owner).owner, own->owner) << "what was given back is not taken again";
    EXPECT_FALSE(cancel_own(*room_, own->owner, now));
    ASSERT_TRUE(set_full(*room_, caller(), library_.session, true));
    EXPECT_EQ(
        take_number(*room_, "stadsbiblioteket", open_now.secret, Channel::phone, {}, now).problems()[0].message.key,
        "advice.day.problem.full");
    EXPECT_TRUE(is_open_topic(*room_, "day/" + open_now.secret));
    ASSERT_TRUE(renew_secret(*room_, caller(), library_.session));
    EXPECT_FALSE(is_open_topic(*room_, "day/" + open_now.secret)) << "the old code opens nothing";
}

TEST_P(Day, HandsOverHoldsAndReleasesWhenADeskIsLeft) {
    open(library_);
    count(library_, needs("ar"));
    sit(library_, 1, {"ar"});
    sit(library_, 2, {"ar"});
    const auto now = base::Instant::now();
    const auto ticket = call_next(*room_, caller(), library_.session, 1, now)->ticket;
    ASSERT_TRUE(step(*room_, caller(), ticket.id, 1, Step::hand_over, now, 2));
    EXPECT_FALSE(call_next(*room_, caller(), library_.session, 1, now)) << "it waits for desk 2";
    const auto handed = call_next(*room_, caller(), library_.session, 2, now);
    ASSERT_TRUE(handed);
    EXPECT_EQ(handed->reason, optimise::QueueReason::for_you);
    ASSERT_TRUE(step(*room_, caller(), ticket.id, 2, Step::take, now));
    EXPECT_EQ(leave_desk(*room_, caller(), library_.session, 2).problems()[0].message.key,
              "advice.day.problem.still_there");
    ASSERT_TRUE(step(*room_, caller(), ticket.id, 2, Step::hold, now));
    EXPECT_FALSE(step(*room_, caller(), ticket.id, 1, Step::call, now)) << "held for desk 2";
    ASSERT_TRUE(leave_desk(*room_, caller(), library_.session, 2));
    EXPECT_TRUE(call_next(*room_, caller(), library_.session, 1, now)) << "a desk that was left keeps nobody waiting";
}

TEST_P(Day, TakesATableOverOnlyWhenToldTo) {
    open(library_);
    const auto sit_as = [&](const std::string& who, std::string language, bool take_over = false) {
        return sit_down(*room_, caller(), library_.session, {1, who, {std::move(language)}, false, true}, take_over);
    };
    ASSERT_TRUE(sit_as("amina", "ar"));
    ASSERT_TRUE(sit_as("amina", "so")) << "one's own table is changed freely";
    EXPECT_EQ(sit_as("bo", "fa").problems()[0].message.key, "advice.day.problem.desk_taken");
    EXPECT_EQ(sit_as("", "fa").problems()[0].message.key, "advice.day.problem.desk_taken");
    EXPECT_EQ(desks_of(*room_, library_.session)[0].languages, std::vector<std::string>{"so"});
    ASSERT_TRUE(sit_as("bo", "fa", true));
    ASSERT_TRUE(leave_desk(*room_, caller(), library_.session, 1));
    EXPECT_TRUE(sit_as("amina", "ar")) << "a table that was left is free";
}

TEST_P(Day, KeepsBookedTimesByACodeAlone) {
    const auto linero = make_site(*room_, "linero", true, kToday.plus_days(6));
    open(library_);
    const auto secret = open_session(*room_, library_.session)->secret;
    const auto now = base::Instant::now();
    const auto own = take_number(*room_, "stadsbiblioteket", secret, Channel::phone, needs("ar", Length::long_), now);
    const auto free = free_times(*room_, kToday, "Lund");
    ASSERT_EQ(free.size(), 1U);
    ASSERT_EQ(free[0].slots.size(), 4U) << "16 to 19 in 45 minutes";
    const auto booked = book_own(*room_, kToday, own->owner, linero.session, free[0].slots[0].starts, now);
    ASSERT_TRUE(booked);
    EXPECT_FALSE(book_for(*room_, caller(), kToday, linero.session, free[0].slots[0].starts, "so")) << "taken";
    EXPECT_EQ(own_ticket(*room_, "stadsbiblioteket", own->owner)->ticket.state, TicketState::left);
    std::string typed = booked->code;
    for (char& c : typed) c = static_cast<char>(c == '-' ? ' ' : std::tolower(c));
    ASSERT_TRUE(own_booking(*room_, typed)) << "as people type it";
    EXPECT_FALSE(own_booking(*room_, "K7QM-2XDF-9H"));
    ASSERT_TRUE(move_own(*room_, kToday, booked->code, linero.session, free[0].slots[2].starts));
    EXPECT_FALSE(arrive_own(*room_, booked->code, now)) << "not open yet";

    ASSERT_TRUE(open_day(*room_, caller(), kToday.plus_days(6), linero.session));
    const auto arrived = arrive_own(*room_, booked->code, now);
    ASSERT_TRUE(arrived);
    EXPECT_FALSE(arrive_own(*room_, booked->code, now)) << "once";
    const auto there = own_ticket(*room_, "linero", *arrived);
    EXPECT_EQ(there->ticket.booked, free[0].slots[2].starts.minutes);
    ASSERT_TRUE(close_day(*room_, caller(), linero.session, {1, 180}, false));
    EXPECT_FALSE(own_booking(*room_, booked->code)) << "gone when its session has closed";
}

TEST_P(Day, SaysThatABookedTimeNoLongerHoldsAndOffersAnother) {
    const auto linero = make_site(*room_, "linero", true, kToday.plus_days(6));
    const base::ClockTime starts{16 * 60 + kBookedMinutes};
    const auto booked = book_for(*room_, caller(), kToday, linero.session, starts, "so");
    ASSERT_TRUE(booked);
    EXPECT_EQ(booked_at(*room_, linero.session), 1);
    const auto change = [&](auto what) {
        room_->transaction([&](store::Transaction& tx) {
            auto session = *sites::load_session(tx, linero.session);
            what(session);
            ASSERT_TRUE(sites::update_session(tx, session));
        });
    };
    const auto holds = [&] {
        const auto own = own_booking(*room_, booked->code);
        return own && still_holds(own->booking, own->session);
    };
    EXPECT_TRUE(holds());
    change([](sites::Session& one) { one.starts = {17 * 60}; });
    EXPECT_FALSE(holds()) << "before the doors open now";
    change([](sites::Session& one) { one.starts = {16 * 60}, one.state = sites::SessionState::cancelled; });
    EXPECT_FALSE(holds());
    close_forgotten(*room_, kToday);
    ASSERT_TRUE(own_booking(*room_, booked->code)) << "the code still tells that it is cancelled";

    // Moved to another day: not the day that the visitor was told, and the same time there is free for its holder
    // alone.
    change([](sites::Session& one) { one.day = one.day.plus_days(1), one.state = sites::SessionState::planned; });
    EXPECT_FALSE(holds());
    EXPECT_EQ(own_booking(*room_, booked->code)->booking.day, kToday.plus_days(6));
    EXPECT_FALSE(book_for(*room_, caller(), kToday, linero.session, starts, "ar"));
    ASSERT_TRUE(move_own(*room_, kToday, booked->code, linero.session, starts));
    EXPECT_TRUE(holds());
    close_forgotten(*room_, kToday.plus_days(8));
    EXPECT_FALSE(own_booking(*room_, booked->code)) << "gone when its day has passed";
}

TEST_P(Day, LeavesNothingOfAVisitorInAnyFileWhileAnotherSessionGoesOn) {
    const auto linero = make_site(*room_, "linero", true);
    open(library_);
    open(linero);
    const auto files = folder();
    if (files.empty()) GTEST_SKIP() << "the files of PostgreSQL belong to somebody else";
    std::vector<std::string> traces;
    const auto secret = open_session(*room_, library_.session)->secret;
    traces.push_back(secret);
    sit(library_, 1, {"ar"});
    for (int i = 0; i < 40; ++i)
        ASSERT_TRUE(
            take_number(*room_, "stadsbiblioteket", secret, Channel::phone, needs("ckb"), base::Instant::now()));
    for (int i = 0; i < 10; ++i) {
        const auto next = call_next(*room_, caller(), library_.session, 1, base::Instant::now());
        if (!next) break;
        ASSERT_TRUE(step(*room_, caller(), next->ticket.id, 1, Step::take, base::Instant::now()));
        ASSERT_TRUE(step(*room_, caller(), next->ticket.id, 1, Step::done, base::Instant::now()));
    }
    for (const Ticket& one : tickets_of(*room_, library_.session)) {
        traces.push_back(one.id.text());
        traces.emplace_back(reinterpret_cast<const char*>(one.owner.data()), one.owner.size());
    }
    count(linero, needs("ar"));
    const auto kept = tickets_of(*room_, linero.session).front().id.text();
    // PostgreSQL keeps unlogged rows in memory for the time being, so there the search is tried by what was kept.
    if (GetParam() == Engine::sqlite) {
        EXPECT_TRUE(holds(bytes_below(files), traces[1])) << "the search sees what is there";
    }
    ASSERT_TRUE(close_day(*room_, caller(), library_.session, {1, 180}, false));
    static const store::Statement checkpoint{store::Scope::both, "checkpoint"};
    if (GetParam() == Engine::postgresql) room_->each(checkpoint, {}, [](const store::Row&) {});
    const std::string bytes = bytes_below(files);
    for (const std::string& trace : traces) EXPECT_FALSE(holds(bytes, trace)) << trace;
    EXPECT_TRUE(holds(bytes, kept)) << "the other session goes on";
    EXPECT_EQ(tickets_of(*room_, linero.session).size(), 1U);
}

TEST_P(Day, ForgottenSessionsAreClosedOverNight) {
    open(library_);
    count(library_);
    EXPECT_EQ(close_forgotten(*room_, kToday), 0) << "the day is not over";
    EXPECT_EQ(close_forgotten(*room_, kToday.plus_days(1)), 1);
    EXPECT_EQ(sites::load_session(*room_, library_.session)->state, sites::SessionState::held);
    EXPECT_TRUE(open_sessions(*room_).empty());
}

TEST_P(Day, RefusesWhoIsNotOfTheAssociation) {
    auto officer = caller();
    officer.grants[0].role = module::Role::officer;
    auto partner = caller();
    partner.grants[0].organisation = module::OrganisationId::random();
    for (const auto& who : {officer, partner, module::Caller{}}) {
        EXPECT_TRUE(module::is_refusal(open_day(*room_, who, kToday, library_.session).problems()));
        EXPECT_TRUE(module::is_refusal(day_view(*room_, who, kToday, "stadsbiblioteket").problems()));
        EXPECT_TRUE(
            module::is_refusal(count_in(*room_, who, library_.session, 1, {}, base::Instant::now()).problems()));
        EXPECT_TRUE(module::is_refusal(call_next(*room_, who, library_.session, 1, base::Instant::now()).problems()));
        EXPECT_TRUE(module::is_refusal(close_day(*room_, who, library_.session, {1, 1}, false).problems()));
    }
}

/// Takes numbers until it is killed, and says each on standard output once it is given.
int give_numbers(const store::Location& where, store::RoomId id, const std::string& secret) {
    const auto server = store::Store::open(where);
    store::in_threads(3, [&](int) {
        const auto room = server->room(id);
        while (true) {
            const auto own = take_number(*room, "stadsbiblioteket", secret, Channel::phone, {}, base::Instant::now());
            if (!own) _exit(0);
            const auto line = std::to_string(own->number) + "\n";
            if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(1);
        }
    });
    return 0;
}

TEST_P(Day, LosesNoTicketThatWasGivenWhenTheServerIsKilled) {
    open(library_);
    const auto secret = open_session(*room_, library_.session)->secret;
    std::set<int> given;
    for (int round = 0; round < 4; ++round) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const auto room = id_.text();
        const pid_t child = fork();
        if (child == 0) {
            dup2(ends[1], STDOUT_FILENO);
            execl("/proc/self/exe", "advice_day_tests", "give", where().directory.c_str(), where().connection.c_str(),
                  room.c_str(), secret.c_str(), nullptr);
            _exit(127);
        }
        close(ends[1]);
        std::this_thread::sleep_for(std::chrono::milliseconds(700 + 150 * round));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        std::string said;
        char buffer[4096];
        for (ssize_t n = 0; (n = read(ends[0], buffer, sizeof buffer)) > 0;)
            said.append(buffer, static_cast<std::size_t>(n));
        close(ends[0]);
        std::istringstream lines(said.substr(0, said.rfind('\n') + 1));
        for (int number = 0; lines >> number;) given.insert(number);
    }
    std::set<int> there;
    for (const Ticket& one : tickets_of(*room_, library_.session)) there.insert(one.number);
    EXPECT_GT(given.size(), 10U) << "there was a load";
    for (const int number : given) EXPECT_TRUE(there.contains(number)) << number << " was given and is gone";
    std::cout << given.size() << " numbers given over 4 kills, all there\n";
}

}  // namespace
}  // namespace samrum::advice::day

int main(int argc, char** argv) {
    using namespace samrum;
    if (argc == 6 && std::string_view(argv[1]) == "give") {
        const bool sqlite = std::string_view(argv[3]).empty();
        return advice::day::give_numbers({sqlite ? store::Engine::sqlite : store::Engine::postgresql, argv[2], argv[3]},
                                         store::RoomId::parse(argv[4]).value(), argv[5]);
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
