#pragma once
#include "foundation/base/date.hpp"
#include "foundation/store/store.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

/// Carries out jobs: by several threads, and by several servers on one PostgreSQL, each job by one of them at a time.
namespace samrum::jobs {

struct Claim;

/// A handler throws it when trying again would not help: the job gives up at once, with these words.
class GiveUp : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};
/// Thrown out of Work::progress when the program stops: the job is taken up again later, as if it had not been tried.
class Stopped : public std::runtime_error {
  public:
    Stopped() : std::runtime_error("the program stops") {}
};

/// One job on its way. Long work reads a snapshot, computes outside any transaction, re-checks and saves in a short
/// one.
class Work {
  public:
    Work(store::Store& store, const Claim& claim, std::optional<store::RoomId> place, base::Instant now,
         std::function<bool()> stopping);

    store::Store& store() const { return store_; }
    /// The room whose queue held the job; nothing for the lobby.
    const std::optional<store::RoomId>& place() const { return place_; }
    /// Opens the room, or the lobby, that the job belongs to.
    std::unique_ptr<store::Session> open() const;
    const std::string& arguments() const;       ///< JSON object text
    base::Instant now() const { return now_; }  ///< when the job began
    bool is_last_attempt() const;

    /// Tells how far it has come (shown beside the job), and throws Stopped when the program stops.
    void progress(std::int64_t done, std::int64_t of);
    /// Takes the job off the queue in the same transaction as its effect, so that both happen once or not at all. `tx`
    /// is of the job's own lobby or room. Throws when the lease has gone to somebody else, which rolls the effect back.
    void complete(store::Transaction& tx);
    bool is_completed() const { return completed_; }

  private:
    store::Store& store_;
    const Claim& claim_;
    std::optional<store::RoomId> place_;
    base::Instant now_;
    std::function<bool()> stopping_;
    std::chrono::steady_clock::time_point told_{};
    bool completed_ = false;
};

/// What is done for jobs of a name. A handler may run again after a crash: its effect is such that twice is like once,
/// or it uses Work::complete.
struct Handler {
    std::string job;
    std::function<void(Work&)> run;
};

/// Puts a job into the queue at its times: daily at a clock time in Sweden, or every so many minutes. Each turn once,
/// over all servers; a turn that nobody was there for is made up for, the last one only. The job's arguments are
/// `{"day":"2020-01-31"}`.
struct Schedule {
    std::string job;
    store::Scope where = store::Scope::both;  ///< in the lobby, in every room, or both
    std::optional<base::ClockTime> daily_at;
    std::chrono::minutes every{0};  ///< used without `daily_at`
};

struct RunnerOptions {
    int threads = 2;
    std::chrono::seconds lease{60};       ///< a job of a server that died is taken up after this
    std::chrono::seconds slow_scan{120};  ///< how often every room is looked at, for what no wake-up told of
    std::function<base::Instant()> now = base::Instant::now;
};

class Runner {
  public:
    Runner(store::Store& store, std::vector<Handler> handlers, std::vector<Schedule> schedules,
           RunnerOptions options = {});
    /// Stops as stop() does.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    void start();
    /// Takes no more jobs, waits for those that run; long ones hear of it at their next progress().
    void stop();
    /// Does what is due now in the lobby and every room, on this thread, until nothing is; for commands and tests.
    /// Answers how many jobs it ran.
    int run_due();

  private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace samrum::jobs
