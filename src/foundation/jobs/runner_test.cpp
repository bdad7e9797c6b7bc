#include "foundation/jobs/runner.hpp"

#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/queue.hpp"
#include "foundation/jobs/schedule.hpp"
#include "foundation/jobs/test_house.hpp"

#include <gtest/gtest.h>
#include <mutex>
#include <set>
#include <thread>

namespace samrum::jobs {
namespace {

const store::Actor kSomebody{"test", "test"};
const store::Statement kRemember{store::Scope::both, "insert into schedule_turn (job, turn) values ($1, 0)"};
const store::Statement kCountRemembered{store::Scope::both, "select count(*) from schedule_turn where job = $1"};

void put(TestHouse& house, std::string_view job, std::string_view arguments = "{}", Place place = {}) {
    jobs::open(house.store(), place)->transaction([&](store::Transaction& tx) {
        enqueue(tx, job, arguments, house.now());
    });
}

TEST(Jobs, RunInLobbyAndRoomsOnceEach) {
    TestHouse house;
    const auto room = house.add_room();
    std::vector<std::string> ran;
    Runner runner(house.store(),
                  {{"note", [&](Work& work) { ran.push_back(work.arguments() + (work.place() ? "room" : "lobby")); }}},
                  {}, house.options());
    put(house, "note", R"({"n":1})");
    put(house, "note", R"({"n":2})", room);
    EXPECT_EQ(runner.run_due(), 2);
    EXPECT_EQ(runner.run_due(), 0);
    EXPECT_EQ(ran, (std::vector<std::string>{R"({"n":1}lobby)", R"({"n":2}room)"}));
    EXPECT_TRUE(waiting_jobs(*house.store().lobby()).empty());
}

TEST(Jobs, AreNotThereWhenTheTransactionRollsBack) {
    TestHouse house;
    EXPECT_THROW(house.store().lobby()->transaction([&](store::Transaction& tx) {
        enqueue(tx, "note", "{}", house.now());
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_TRUE(waiting_jobs(*house.store().lobby()).empty());
}

TEST(Jobs, WaitForTheirTime) {
    TestHouse house;
    int ran = 0;
    Runner runner(house.store(), {{"note", [&](Work&) { ++ran; }}}, {}, house.options());
    house.store().lobby()->transaction(
        [&](store::Transaction& tx) { enqueue(tx, "note", "{}", house.now().plus(std::chrono::hours(1))); });
    runner.run_due();
    EXPECT_EQ(ran, 0);
    house.pass(std::chrono::hours(1));
    runner.run_due();
    EXPECT_EQ(ran, 1);
}

TEST(Jobs, WaitOnceWhenAskedOnce) {
    TestHouse house;
    const auto lobby = house.store().lobby();
    for (int i = 0; i < 3; ++i)
        lobby->transaction([&](store::Transaction& tx) {
            enqueue_once(tx, "note", "{}", house.now().plus(std::chrono::hours(3 - i)));
        });
    ASSERT_EQ(waiting_jobs(*lobby).size(), 1U);
    EXPECT_EQ(waiting_jobs(*lobby)[0].not_before, house.now().plus(std::chrono::hours(1)));
    house.pass(std::chrono::hours(1));
    const auto claim = claim_next(*lobby, "me", house.now(), std::chrono::seconds(60));
    ASSERT_TRUE(claim);
    // The one that runs may have looked already.
    lobby->transaction([&](store::Transaction& tx) { enqueue_once(tx, "note", "{}", house.now()); });
    EXPECT_EQ(waiting_jobs(*lobby).size(), 2U);
}

TEST(Jobs, AreTriedAgainWithGrowingPausesAndThenGiveUp) {
    TestHouse house;
    int ran = 0;
    Runner runner(house.store(), {{"fail", [&](Work&) { ++ran, throw base::Fault("no such luck"); }}}, {},
                  house.options());
    put(house, "fail");
    const auto lobby = house.store().lobby();
    for (int attempt = 1; attempt <= kMostAttempts; ++attempt) {
        EXPECT_EQ(runner.run_due(), 1);
        EXPECT_EQ(runner.run_due(), 0);
        EXPECT_EQ(ran, attempt);
        house.pass(pause_after(attempt));
    }
    EXPECT_EQ(pause_after(1), std::chrono::seconds(10));
    EXPECT_EQ(pause_after(kMostAttempts), std::chrono::hours(6));
    EXPECT_EQ(runner.run_due(), 0);
    const auto failed = failed_jobs(*lobby);
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].last_error, "no such luck");
    EXPECT_TRUE(failed[0].failed);

    EXPECT_TRUE(lobby->transaction(
        [&](store::Transaction& tx) { return retry_job(tx, failed[0].id, kSomebody, house.now()); }));
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(find_job(*lobby, failed[0].id)->attempts, 1);
    EXPECT_FALSE(lobby->transaction([&](store::Transaction& tx) { return discard_job(tx, failed[0].id, kSomebody); }));
}

TEST(Jobs, GiveUpAtOnceWhenTheHandlerSaysSoAndWithoutAHandlerLater) {
    TestHouse house;
    Runner runner(house.store(), {{"hopeless", [](Work&) { throw GiveUp("never"); }}}, {}, house.options());
    put(house, "hopeless");
    put(house, "unknown");
    EXPECT_EQ(runner.run_due(), 2);
    const auto lobby = house.store().lobby();
    ASSERT_EQ(failed_jobs(*lobby).size(), 1U);
    const auto id = failed_jobs(*lobby)[0].id;
    EXPECT_EQ(waiting_jobs(*lobby).at(0).last_error, "this program knows no job of the name unknown");
    EXPECT_TRUE(lobby->transaction([&](store::Transaction& tx) { return discard_job(tx, id, kSomebody); }));
    EXPECT_TRUE(failed_jobs(*lobby).empty());
}

TEST(Jobs, OfAServerThatDiedAreTakenUpWhenTheLeaseRunsOut) {
    TestHouse house;
    int ran = 0;
    Runner runner(house.store(), {{"note", [&](Work&) { ++ran; }}}, {}, house.options());
    put(house, "note");
    const auto lobby = house.store().lobby();
    const auto dead = claim_next(*lobby, "a server that died", house.now(), std::chrono::seconds(60));
    ASSERT_TRUE(dead);
    EXPECT_EQ(runner.run_due(), 0);
    house.pass(std::chrono::seconds(60));
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(ran, 1);
    // Should it come back to life, it no longer holds the job.
    EXPECT_FALSE(lobby->transaction([&](store::Transaction& tx) { return finish(tx, *dead); }));
}

TEST(Jobs, ThatKillTheProgramEachTimeGiveUp) {
    TestHouse house;
    put(house, "deadly");
    const auto lobby = house.store().lobby();
    for (int i = 0; i < kMostAttempts; ++i) {
        EXPECT_TRUE(claim_next(*lobby, "dies", house.now(), std::chrono::seconds(1)));
        house.pass(std::chrono::seconds(1));
    }
    EXPECT_FALSE(claim_next(*lobby, "dies", house.now(), std::chrono::seconds(1)));
    EXPECT_EQ(failed_jobs(*lobby).at(0).last_error, "the program ended each time while this ran");
}

TEST(Jobs, CompleteWithTheirEffectOrNotAtAll) {
    TestHouse house;
    bool die_after_commit = true;
    bool lose_lease = true;
    Runner runner(house.store(),
                  {{"effect",
                    [&](Work& work) {
                        work.open()->transaction([&](store::Transaction& tx) {
                            tx.run(kRemember, "effect");
                            work.complete(tx);
                            if (lose_lease) throw base::Fault("died before the commit");
                        });
                        if (die_after_commit) throw base::Fault("died after the commit");
                    }}},
                  {}, house.options());
    put(house, "effect");
    const auto lobby = house.store().lobby();
    runner.run_due();
    EXPECT_EQ(lobby->count(kCountRemembered, "effect"), 0);
    lose_lease = false;
    house.pass(pause_after(1));
    EXPECT_EQ(runner.run_due(), 1);
    house.pass(std::chrono::hours(24));
    EXPECT_EQ(runner.run_due(), 0);
    EXPECT_EQ(lobby->count(kCountRemembered, "effect"), 1);
    EXPECT_TRUE(failed_jobs(*lobby).empty());
}

TEST(Jobs, ShowTheirProgress) {
    TestHouse house;
    const auto lobby = house.store().lobby();
    std::optional<JobView> seen;
    Runner runner(house.store(),
                  {{"long", [&](Work& work) { work.progress(3, 10), seen = waiting_jobs(*work.open()).at(0); }}}, {},
                  house.options());
    put(house, "long");
    runner.run_due();
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->progress_done, 3);
    EXPECT_EQ(seen->progress_of, 10);
}

TEST(Jobs, StartedRunnerHearsOfNewWorkAtOnceAndStopsLongWork) {
    TestHouse house;
    std::atomic<int> ran = 0;
    std::atomic<bool> began = false;
    Runner runner(house.store(),
                  {{"quick", [&](Work&) { ++ran; }},
                   {"long",
                    [&](Work& work) {
                        for (began = true;; std::this_thread::sleep_for(std::chrono::milliseconds(1)))
                            work.progress(1, 2);
                    }}},
                  {}, {});
    runner.start();
    const auto until = [](const auto& holds) {
        for (int i = 0; i < 2000 && !holds(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return holds();
    };
    const auto room = house.add_room();
    const auto at_once = base::Instant::now();
    house.store().room(room)->transaction([&](store::Transaction& tx) { enqueue(tx, "quick", "{}", at_once); });
    EXPECT_TRUE(until([&] { return ran == 1; }));
    house.store().lobby()->transaction([&](store::Transaction& tx) { enqueue(tx, "long", "{}", at_once); });
    EXPECT_TRUE(until([&] { return began.load(); }));
    runner.stop();
    const auto left = waiting_jobs(*house.store().lobby());
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].attempts, 0) << "what the program's end cut short was not tried";
}

TEST(Jobs, NeverRunTwiceAtOnceUnderTwoRunners) {
    TestHouse house;
    const auto room = house.add_room();
    const auto other_store = store::Store::open(house.where());
    std::mutex mutex;
    std::multiset<std::string> ran;
    const auto note = [&](Work& work) {
        const std::lock_guard lock(mutex);
        ran.insert(work.arguments());
    };
    constexpr int kJobs = 40;
    house.store().room(room)->transaction([&](store::Transaction& tx) {
        for (int i = 0; i < kJobs; ++i) enqueue(tx, "note", "{\"n\":" + std::to_string(i) + "}", base::Instant{});
    });
    Runner one(house.store(), {{"note", note}}, {}, {});
    Runner other(*other_store, {{"note", note}}, {}, {});
    one.start();
    other.start();
    const auto session = house.store().room(room);
    for (int i = 0; i < 5000 && !waiting_jobs(*session).empty(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    one.stop();
    other.stop();
    EXPECT_EQ(ran.size(), static_cast<std::size_t>(kJobs));
    EXPECT_EQ(std::set<std::string>(ran.begin(), ran.end()).size(), static_cast<std::size_t>(kJobs));
}

TEST(Schedules, ComeOnceEachTurnOverAllServers) {
    TestHouse house;
    house.add_room();
    std::vector<std::string> ran;
    const std::vector<Handler> handlers{{"daily", [&](Work& work) { ran.push_back(work.arguments()); }},
                                        {"often", [&](Work& work) { ran.push_back(work.place() ? "room" : "lobby"); }}};
    const std::vector<Schedule> schedules{{"daily", store::Scope::lobby, base::ClockTime{3 * 60}},
                                          {"often", store::Scope::room, std::nullopt, std::chrono::minutes(30)}};
    Runner runner(house.store(), handlers, schedules, house.options());
    Runner other(house.store(), handlers, schedules, house.options());
    runner.run_due();
    other.run_due();
    EXPECT_EQ(ran, (std::vector<std::string>{R"({"day":"2020-01-31"})", "room"}));
    ran.clear();
    house.pass(std::chrono::minutes(30));
    other.run_due();
    runner.run_due();
    EXPECT_EQ(ran, (std::vector<std::string>{"room"}));
    ran.clear();
    house.pass(std::chrono::hours(24 * 3));
    runner.run_due();
    other.run_due();
    EXPECT_EQ(ran, (std::vector<std::string>{R"({"day":"2020-02-03"})", "room"}))
        << "missed turns are made up for once";
}

TEST(Schedules, FollowSwedishClocks) {
    const Schedule daily{"daily", store::Scope::lobby, base::ClockTime{3 * 60}};
    const auto at = [](std::int64_t day, int hour, int minute) {
        return base::Instant{((day * 24 + hour) * 60 + minute) * 60'000'000};
    };
    constexpr std::int64_t kDay = 18'292;  // 2020-01-31
    EXPECT_EQ(turn_at(daily, at(kDay, 1, 59)), kDay - 1);
    EXPECT_EQ(turn_at(daily, at(kDay, 2, 0)), kDay);
    EXPECT_EQ(next_turn(daily, at(kDay, 1, 59)), at(kDay, 2, 0));
    EXPECT_EQ(next_turn(daily, at(kDay, 2, 0)), at(kDay + 1, 2, 0));
    constexpr std::int64_t kSummer = 18'440;  // 2020-06-27
    EXPECT_EQ(next_turn(daily, at(kSummer, 0, 30)), at(kSummer, 1, 0));
}

}  // namespace
}  // namespace samrum::jobs
