// Jobs, schedules and envelopes where several servers share one installation.
#include "foundation/jobs/jobs.hpp"

#include "engines.hpp"
#include "foundation/jobs/envelopes.hpp"
#include "foundation/jobs/mail.hpp"
#include "foundation/jobs/queue.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/store/journal.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

namespace samrum::jobs {
namespace {

class JobsOnBothEngines : public store::OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        first_ = store::Store::create(where()).value();
        for (auto* room : {&im_, &lund_}) {
            *room = store::RoomId::ordered();
            first_->create_room(*room);
        }
        second_ = store::Store::open(where());
    }
    void TearDown() override {
        second_.reset();
        first_.reset();
    }
    static bool soon(const std::function<bool()>& holds) {
        for (int i = 0; i < 3000 && !holds(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return holds();
    }

    std::unique_ptr<store::Store> first_, second_;
    store::RoomId im_, lund_;
};
ON_BOTH_ENGINES(JobsOnBothEngines);

TEST_P(JobsOnBothEngines, EachRunsOnceUnderTwoServers) {
    constexpr std::size_t kJobs = 60;
    std::mutex mutex;
    std::map<std::string, int> ran;
    const std::vector<Handler> handlers{{"note", [&](Work& work) {
                                             const std::lock_guard lock(mutex);
                                             ++ran[work.arguments()];
                                         }}};
    Runner one(*first_, handlers, {});
    Runner other(*second_, handlers, {});
    one.start();
    other.start();
    const auto room = first_->room(im_);
    for (std::size_t i = 0; i < kJobs; ++i)
        room->transaction(
            [&](store::Transaction& tx) { enqueue(tx, "note", "{\"n\":" + std::to_string(i) + "}", {}); });
    EXPECT_TRUE(soon([&] { return waiting_jobs(*second_->room(im_)).empty(); }));
    one.stop();
    other.stop();
    EXPECT_EQ(ran.size(), kJobs);
    EXPECT_TRUE(std::ranges::all_of(ran, [](const auto& one_job) { return one_job.second == 1; }));
}

TEST_P(JobsOnBothEngines, OnceIsOnceWhenManyAsk) {
    store::in_threads(4, [&](int number) {
        const auto session = (number % 2 ? second_ : first_)->room(im_);
        for (int i = 0; i < 10; ++i)
            session->transaction([&](store::Transaction& tx) { enqueue_once(tx, "note", "{}", {}); });
    });
    // Two that ask at the same moment may both find none; what matters is that there is one, and no heap of them.
    const auto waiting = waiting_jobs(*first_->room(im_)).size();
    EXPECT_GE(waiting, 1U);
    EXPECT_LE(waiting, 4U);
}

TEST_P(JobsOnBothEngines, TurnsOfSchedulesAreTakenOnce) {
    std::atomic<int> ran = 0;
    const std::vector<Handler> handlers{{"daily", [&](Work&) { ++ran; }}};
    const std::vector<Schedule> schedules{{"daily", store::Scope::both, base::ClockTime{0}}};
    Runner one(*first_, handlers, schedules);
    Runner other(*second_, handlers, schedules);
    one.start();
    other.start();
    EXPECT_TRUE(soon([&] { return ran == 3; })) << "the lobby and two rooms";
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_EQ(ran, 3);
}

TEST_P(JobsOnBothEngines, EnvelopesArriveOnceAndInOrderUnderTwoServers) {
    constexpr int kEnvelopes = 30;
    const auto handler = [] { return envelope_handler({{"delivery", [](auto&, auto, auto&, auto) {}}}); };
    Runner one(*first_, {handler()}, {});
    Runner other(*second_, {handler()}, {});
    one.start();
    other.start();
    // Both rooms hand over to each other at the same time, each through another server.
    store::in_threads(2, [&](int number) {
        const auto from = number ? im_ : lund_;
        const auto to = number ? lund_ : im_;
        const auto session = (number ? second_ : first_)->room(from);
        for (int i = 0; i < kEnvelopes; ++i)
            session->transaction([&](store::Transaction& tx) {
                hand_over(tx, {base::Uuid::ordered(), from, to, "delivery", std::to_string(i), base::Instant::now()});
            });
    });
    EXPECT_TRUE(soon([&] {
        return waiting_envelopes(*first_->room(im_)).empty() && waiting_envelopes(*first_->room(lund_)).empty();
    }));
    one.stop();
    other.stop();
    std::vector<std::string> all;
    for (int i = 0; i < kEnvelopes; ++i) all.push_back(std::to_string(i));
    for (const auto room : {im_, lund_}) {
        // The journal's chain tells in which order they came.
        std::vector<std::string> came;
        const auto session = first_->room(room);
        for (const auto& entry : store::journal_entries(*session, 0, 1000))
            if (entry.line.what == "envelope.received")
                came.insert(came.begin(),
                            find_received(*session, base::Uuid::parse(entry.line.subject).value())->payload);
        EXPECT_EQ(came, all);
    }
}

TEST_P(JobsOnBothEngines, LettersStayUnreadableWithoutTheKeyFile) {
    first_->lobby()->transaction([&](store::Transaction& tx) { queue_mail(tx, {"a@b.example", "Länk", "hemlig"}); });
    EXPECT_EQ(list_mail(*second_->lobby()).at(0).mail.text, "hemlig");
    static const store::Statement kStored{store::Scope::both, "select content from mail_outbox"};
    const auto stored = first_->lobby()->one(kStored, [](const store::Row& row) { return row.bytes(0); });
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(stored->data()), stored->size()).find("hemlig"),
              std::string::npos);
}

}  // namespace
}  // namespace samrum::jobs
