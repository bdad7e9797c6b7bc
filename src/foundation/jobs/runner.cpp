#include "foundation/jobs/runner.hpp"

#include "foundation/jobs/queue.hpp"
#include "foundation/jobs/schedule.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <set>
#include <spdlog/spdlog.h>
#include <thread>

namespace samrum::jobs {
namespace {

std::string place_name(const Place& place) {
    return place ? place->text() : "lobby";
}

}  // namespace

Work::Work(store::Store& store, const Claim& claim, std::optional<store::RoomId> place, base::Instant now,
           std::function<bool()> stopping)
    : store_(store), claim_(claim), place_(place), now_(now), stopping_(std::move(stopping)) {}

std::unique_ptr<store::Session> Work::open() const {
    return jobs::open(store_, place_);
}
const std::string& Work::arguments() const {
    return claim_.arguments;
}
bool Work::is_last_attempt() const {
    return claim_.attempt >= kMostAttempts;
}

void Work::progress(std::int64_t done, std::int64_t of) {
    if (stopping_()) throw Stopped();
    const auto at = std::chrono::steady_clock::now();
    if (at - told_ < std::chrono::seconds(1) && told_.time_since_epoch().count() != 0) return;
    told_ = at;
    write_progress(*open(), claim_, done, of);
}

void Work::complete(store::Transaction& tx) {
    base::ensure(tx.place() == place_, "a job is taken off the queue it came from");
    if (!finish(tx, claim_)) throw base::Fault("the lease of this job has gone to another worker");
    tx.after_commit([this] { completed_ = true; });
}

/// What start, stop and run_due share. Places are looked at when they are due: told by a wake-up, known from the queue
/// or the timetable, or because the slow scan has come round.
class Runner::Engine final : public Wakeable {
  public:
    Engine(store::Store& store, std::vector<Handler> handlers, std::vector<Schedule> schedules, RunnerOptions options)
        : store_(store),
          options_(std::move(options)),
          timetable_(std::move(schedules)),
          owner_(base::Uuid::random().text()) {
        for (auto& handler : handlers) {
            const auto name = handler.job;
            base::ensure(handlers_.emplace(name, std::move(handler.run)).second, "a job has one handler");
        }
        due_[std::nullopt] = {};
        Wakeable::add(this);
    }
    ~Engine() override {
        Wakeable::remove(this);
        stop();
    }

    void start() {
        base::ensure(workers_.empty() && !stopping_, "a runner is started once");
        for (int i = 0; i < options_.threads; ++i) workers_.emplace_back([this] { work(); });
        keeper_ = std::jthread([this](const std::stop_token& stop) { keep_leases(stop); });
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        changed_.notify_all();
        workers_.clear();  // joins them: leases are kept until the last job has ended
        keeper_ = {};
    }

    int run_due() {
        int ran = 0;
        // A job may hand over to a room that was looked at before it.
        for (bool again = true; again;) {
            again = false;
            std::vector<Place> places{std::nullopt};
            for (const auto& room : store_.rooms()) places.emplace_back(room);
            for (const auto& place : places)
                if (const int here = look(place); here > 0) {
                    ran += here;
                    again = true;
                }
        }
        return ran;
    }

    void wake(const Place& place) noexcept override {
        {
            const std::lock_guard lock(mutex_);
            due_[place] = {};
        }
        changed_.notify_all();
    }

  private:
    struct Running {
        Place place;
        Claim claim;
    };

    /// Runs what is due in a place; answers how many jobs. Throws when the database fails.
    int look(const Place& place) {
        const auto session = jobs::open(store_, place);
        timetable_.put_due(*session, place, options_.now());
        int ran = 0;
        while (!stopping_) {
            const auto claim = claim_next(*session, owner_, options_.now(), options_.lease);
            if (!claim) break;
            run(*session, place, *claim);
            ++ran;
        }
        return ran;
    }

    void run(store::Session& session, const Place& place, const Claim& claim) {
        const Listed listed(*this, place, claim);
        Work work(store_, claim, place, options_.now(), [this] { return stopping_.load(); });
        try {
            carry_out(work, claim);
            if (!work.is_completed() && !session.transaction([&](store::Transaction& tx) { return finish(tx, claim); }))
                spdlog::warn("job {} {} in {} was done, but its lease had run out", claim.name, claim.id.text(),
                             place_name(place));
        } catch (const Stopped&) {
            if (!work.is_completed()) give_back(session, claim, options_.now());
        } catch (const std::exception& error) {
            const bool give_up = dynamic_cast<const GiveUp*>(&error) != nullptr;
            spdlog::warn("job {} {} in {}, attempt {}{}: {}", claim.name, claim.id.text(), place_name(place),
                         claim.attempt, give_up ? ", gives up" : "", error.what());
            if (!work.is_completed()) note_failure(session, claim, error.what(), give_up, options_.now());
        }
    }

    void carry_out(Work& work, const Claim& claim) {
        const auto handler = handlers_.find(claim.name);
        if (handler == handlers_.end()) throw base::Fault("this program knows no job of the name " + claim.name);
        handler->second(work);
    }

    /// Lists a job among those whose leases are renewed, while it lives.
    class Listed {
      public:
        Listed(Engine& engine, const Place& place, const Claim& claim) : engine_(engine) {
            const std::lock_guard lock(engine_.mutex_);
            at_ = engine_.running_.insert(engine_.running_.end(), {place, claim});
        }
        ~Listed() {
            const std::lock_guard lock(engine_.mutex_);
            engine_.running_.erase(at_);
        }
        Listed(const Listed&) = delete;
        Listed& operator=(const Listed&) = delete;

      private:
        Engine& engine_;
        std::list<Running>::iterator at_;
    };

    // A worker: waits until a place is due, and does what is due there.

    void work() {
        std::unique_lock lock(mutex_);
        while (!stopping_) {
            refresh_places(lock);
            const auto soonest = std::ranges::min_element(due_, {}, [](const auto& one) { return one.second; });
            const auto now = options_.now();
            if (soonest->second > now) {
                const std::chrono::microseconds wait{
                    std::min<std::int64_t>(soonest->second.micros - now.micros, 1'000'000)};
                changed_.wait_for(lock, wait);
                continue;
            }
            const Place place = soonest->first;
            soonest->second = now.plus(options_.slow_scan);
            lock.unlock();
            const auto next = look_safely(place);
            lock.lock();
            if (const auto found = due_.find(place); found != due_.end()) found->second = std::min(found->second, next);
        }
    }

    /// Once a slow scan: which rooms are there. New ones are due at once.
    void refresh_places(std::unique_lock<std::mutex>& lock) {
        const auto now = options_.now();
        if (now < refresh_at_) return;
        refresh_at_ = now.plus(options_.slow_scan);
        lock.unlock();
        std::set<Place> places{std::nullopt};
        try {
            for (const auto& room : store_.rooms()) places.insert(room);
        } catch (const std::exception& error) {
            spdlog::error("jobs: {}", error.what());
            return lock.lock();
        }
        lock.lock();
        std::erase_if(due_, [&](const auto& one) { return !places.contains(one.first); });
        for (const auto& place : places) due_.try_emplace(place);
    }

    /// When to look at the place again.
    base::Instant look_safely(const Place& place) {
        try {
            look(place);
            const auto now = options_.now();
            auto next = now.plus(options_.slow_scan);
            if (const auto due = next_due(*jobs::open(store_, place))) next = std::min(next, *due);
            if (const auto turn = timetable_.next(place, now)) next = std::min(next, *turn);
            return std::max(next, now.plus(std::chrono::milliseconds(50)));  // never in a tight circle
        } catch (const std::exception& error) {
            spdlog::error("jobs in {}: {}", place_name(place), error.what());
            return options_.now().plus(std::chrono::seconds(30));
        }
    }

    /// Renews the leases of what runs, three times within each.
    void keep_leases(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!keeper_wakes_.wait_for(lock, stop, std::chrono::milliseconds(options_.lease) / 3,
                                       [&] { return stop.stop_requested(); })) {
            const std::list<Running> now_running = running_;
            lock.unlock();
            for (const auto& one : now_running) try {
                    extend_lease(*jobs::open(store_, one.place), one.claim, options_.now().plus(options_.lease));
                } catch (const std::exception& error) {
                    spdlog::error("lease of job {}: {}", one.claim.name, error.what());
                }
            lock.lock();
        }
    }

    store::Store& store_;
    const RunnerOptions options_;
    Timetable timetable_;
    const std::string owner_;
    std::map<std::string, std::function<void(Work&)>> handlers_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::condition_variable_any keeper_wakes_;
    std::map<Place, base::Instant> due_;
    base::Instant refresh_at_;
    std::list<Running> running_;
    std::atomic<bool> stopping_ = false;
    std::vector<std::jthread> workers_;
    std::jthread keeper_;
};

Runner::Runner(store::Store& store, std::vector<Handler> handlers, std::vector<Schedule> schedules,
               RunnerOptions options)
    : engine_(std::make_unique<Engine>(store, std::move(handlers), std::move(schedules), std::move(options))) {}
Runner::~Runner() = default;
void Runner::start() {
    engine_->start();
}
void Runner::stop() {
    engine_->stop();
}
int Runner::run_due() {
    return engine_->run_due();
}

}  // namespace samrum::jobs
