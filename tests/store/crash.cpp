// Kills what writes, with SIGKILL, again and again: every acknowledged change is there afterwards, and nothing is half
// there. Runs itself as the writer. WITH_POSTGRES_FSYNC=on tools/with-postgres crash_tests
#include "engines.hpp"
#include "foundation/store/journal.hpp"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <iostream>
#include <poll.h>
#include <random>
#include <set>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace samrum::store {
namespace {

constexpr int kRounds = 12;
constexpr int kWriters = 3;

const Statement kPut{Scope::room, "insert into sample (id, n) values ($1, $2)"};
const Statement kNumbers{Scope::room, "select n from sample"};
const Statement kLines{Scope::room, "select count(*) from journal where what = 'test.written'"};

/// Writes numbers from `first` until it is killed, and says each on standard output once it is committed.
int write_for_ever(const Location& where, RoomId id, std::int64_t first) {
    const auto store = Store::open(where);
    std::atomic<std::int64_t> next = first;
    in_threads(kWriters, [&](int) {
        const auto room = store->room(id);
        while (true) {
            const auto n = next++;
            try {
                room->transaction([&](Transaction& tx) {
                    tx.run(kPut, base::Uuid::random(), n);
                    tx.journal({"system", "system"}, {"test.written", std::to_string(n), "{}"});
                });
            } catch (const base::Fault&) {
                continue;  // the database was killed: not acknowledged, so nobody asks for it
            }
            const auto line = std::to_string(n) + "\n";
            if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(1);
        }
    });
    return 0;
}

/// This program once more, as the writer.
class Writer {
  public:
    Writer(const Location& where, RoomId id, std::int64_t first) {
        int ends[2];
        base::ensure(pipe2(ends, O_CLOEXEC) == 0, "a pipe can be made");
        said_ = ends[0];
        const auto from = std::to_string(first), room = id.text();
        child_ = fork();
        if (child_ == 0) {
            dup2(ends[1], STDOUT_FILENO);
            execl("/proc/self/exe", "crash_tests", "write", where.directory.c_str(), where.connection.c_str(),
                  room.c_str(), from.c_str(), nullptr);
            _exit(127);
        }
        close(ends[1]);
    }
    ~Writer() {
        kill();
        close(said_);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Hears what is acknowledged until it has been quiet for the whole of `milliseconds`, or that time is over.
    void listen(int milliseconds) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
        while (std::chrono::steady_clock::now() < end && read_some(10)) {
        }
    }
    void kill() {
        if (child_ < 0) return;
        ::kill(child_, SIGKILL);
        waitpid(std::exchange(child_, -1), nullptr, 0);
        while (read_some(0)) {
        }
    }
    /// Whole lines only: the last may be cut off.
    std::set<std::int64_t> acknowledged() const {
        std::set<std::int64_t> numbers;
        std::istringstream lines(text_.substr(0, text_.rfind('\n') + 1));
        for (std::int64_t n = 0; lines >> n;) numbers.insert(n);
        return numbers;
    }

  private:
    /// False at the end of what is said.
    bool read_some(int milliseconds) {
        pollfd one{said_, POLLIN, 0};
        if (poll(&one, 1, milliseconds) == 0) return milliseconds > 0;
        char buffer[4096];
        const auto n = read(said_, buffer, sizeof buffer);
        if (n > 0) text_.append(buffer, static_cast<std::size_t>(n));
        return n > 0;
    }
    pid_t child_ = -1;
    int said_ = -1;
    std::string text_;
};

class Crashes : public OnBothEngines {
  protected:
    void make() {
        const auto store = Store::create(where()).value();
        id_ = SampleRoom(*store).id;
    }
    /// All acknowledged so far is there; each row has its journal line; the chain is whole.
    void check() {
        const auto store = Store::open(where());
        const auto room = store->room(id_);
        room->snapshot([&](Reader& reader) {
            std::set<std::int64_t> there;
            reader.each(kNumbers, {}, [&](const Row& row) { there.insert(row.integer(0)); });
            for (const auto n : acknowledged_) EXPECT_TRUE(there.contains(n)) << n << " was acknowledged and is gone";
            EXPECT_EQ(reader.count(kLines), static_cast<std::int64_t>(there.size()));
            const auto journal = verify_journal(reader);
            EXPECT_TRUE(journal.is_whole()) << journal.first_broken.value_or(0);
            return true;
        });
    }
    RoomId id_;
    std::set<std::int64_t> acknowledged_;
    std::minstd_rand random_{20200131};
};
ON_BOTH_ENGINES(Crashes);

TEST_P(Crashes, OfTheServerLoseNothingThatWasAcknowledged) {
    make();
    for (int round = 0; round < kRounds; ++round) {
        Writer writer(where(), id_, round * 1'000'000);
        writer.listen(250 + static_cast<int>(random_() % 300));
        writer.kill();
        acknowledged_.merge(writer.acknowledged());
        check();
    }
    EXPECT_GT(acknowledged_.size(), 20U) << "there was a load";
    std::cout << acknowledged_.size() << " acknowledged changes over " << kRounds << " kills\n";
}

TEST(PostgresqlCrashes, OfTheDatabaseLoseNothingAndAreSurvivedByTheServer) {
    const char* crash = std::getenv("SAMRUM_TEST_POSTGRES_CRASH");
    if (!crash) GTEST_SKIP() << "SAMRUM_TEST_POSTGRES_CRASH is not set: run tools/with-postgres";
    TestLocation location(Engine::postgresql);
    RoomId id;
    {
        const auto store = Store::create(location.where()).value();
        id = SampleRoom(*store).id;
    }
    const auto store = Store::open(location.where());
    std::atomic<int> lost = 0, told = 0;
    const auto listener =
        store->listen([&](std::string_view topic, std::string_view) { ++(topic == kNoticesLost ? lost : told); });
    Writer writer(location.where(), id, 0);
    std::size_t before = 0;
    for (int round = 0; round < 2; ++round) {
        writer.listen(500);
        ASSERT_EQ(std::system(crash), 0);
        writer.listen(1500);
        EXPECT_GT(writer.acknowledged().size(), before) << "it went on after the crash";
        before = writer.acknowledged().size();
    }
    writer.kill();
    EXPECT_GE(lost, 1) << "a listener hears that it may have missed something";
    for (int tries = 0; told == 0 && tries < 50; ++tries) {
        store->notify("test.notice", "");
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    EXPECT_GE(told, 1) << "and goes on listening";
    const auto room = store->room(id);
    std::set<std::int64_t> there;
    room->each(kNumbers, {}, [&](const Row& row) { there.insert(row.integer(0)); });
    for (const auto n : writer.acknowledged()) EXPECT_TRUE(there.contains(n)) << n << " was acknowledged and is gone";
    EXPECT_TRUE(verify_journal(*room).is_whole());
    EXPECT_EQ(room->count(kLines), static_cast<std::int64_t>(there.size()));
}

}  // namespace
}  // namespace samrum::store

int main(int argc, char** argv) {
    using namespace samrum;
    if (argc == 6 && std::string_view(argv[1]) == "write") {
        const bool sqlite = std::string_view(argv[3]).empty();
        return store::write_for_ever({sqlite ? store::Engine::sqlite : store::Engine::postgresql, argv[2], argv[3]},
                                     store::RoomId::parse(argv[4]).value(), std::atoll(argv[5]));
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
