#include "foundation/jobs/queue.hpp"

#include "foundation/base/readable.hpp"

#include <algorithm>
#include <mutex>

namespace samrum::jobs {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kInsertJob{
    Scope::both,
    "insert into job (id, name, arguments, state, created, not_before, attempts, lease_until, last_error, "
    "progress_done, progress_of) values ($1, $2, $3, 'waiting', $4, $5, 0, 0, '', 0, 0)"};
// Touching the row makes whoever is about to lease it wait for this transaction, and see what it wrote.
const Statement kBringForward{Scope::both,
                              "update job set not_before = case when not_before < $3 then not_before else $3 end "
                              "where name = $1 and arguments = $2 and state = 'waiting' and lease_until = 0"};
const Statement kDue{Scope::both,
                     "select id from job where state = 'waiting' and not_before <= $1 and lease_until <= $1 "
                     "order by not_before, id limit 16"};
const Statement kClaim{Scope::both,
                       "update job set lease_owner = $2, lease_until = $3, attempts = attempts + 1 "
                       "where id = $1 and state = 'waiting' and not_before <= $4 and lease_until <= $4"};
const Statement kFindJob{Scope::both,
                         "select id, name, arguments, state, created, not_before, attempts, last_error, progress_done, "
                         "progress_of from job where id = $1"};
const Statement kFailedJobs{
    Scope::both,
    "select id, name, arguments, state, created, not_before, attempts, last_error, progress_done, "
    "progress_of from job where state = 'failed' order by created, id"};
const Statement kWaitingJobs{
    Scope::both,
    "select id, name, arguments, state, created, not_before, attempts, last_error, progress_done, "
    "progress_of from job where state = 'waiting' order by not_before, id"};
const Statement kFinish{Scope::both, "delete from job where id = $1 and lease_owner = $2"};
const Statement kPause{Scope::both,
                       "update job set not_before = $3, lease_owner = null, lease_until = 0, last_error = $4 "
                       "where id = $1 and lease_owner = $2"};
const Statement kGiveUp{Scope::both,
                        "update job set state = 'failed', lease_owner = null, lease_until = 0, last_error = $3 "
                        "where id = $1 and lease_owner = $2"};
const Statement kGiveBack{
    Scope::both,
    "update job set not_before = $3, attempts = attempts - 1, lease_owner = null, lease_until = 0 "
    "where id = $1 and lease_owner = $2"};
const Statement kExtend{Scope::both, "update job set lease_until = $3 where id = $1 and lease_owner = $2"};
const Statement kProgress{Scope::both,
                          "update job set progress_done = $3, progress_of = $4 where id = $1 and lease_owner = $2"};
const Statement kNextDue{Scope::both,
                         "select min(case when lease_until > not_before then lease_until else not_before end) from job "
                         "where state = 'waiting'"};
const Statement kRetry{
    Scope::both, "update job set state = 'waiting', attempts = 0, not_before = $2 where id = $1 and state = 'failed'"};
const Statement kDiscard{Scope::both, "delete from job where id = $1 and state = 'failed'"};

constexpr std::string_view kDiedEachTime = "the program ended each time while this ran";

JobView job_of(const Row& row) {
    return {base::Uuid::parse(row.view(0)).value(),
            row.text(1),
            row.text(2),
            row.view(3) == "failed",
            row.instant(4),
            row.instant(5),
            static_cast<int>(row.integer(6)),
            row.text(7),
            row.integer(8),
            row.integer(9)};
}

void wake_after(store::Transaction& tx) {
    tx.after_commit([place = tx.place()] { Wakeable::wake_all(place); });
}

struct Runners {
    std::mutex mutex;
    std::vector<Wakeable*> all;
};
Runners& runners() {
    static Runners one;
    return one;
}

}  // namespace

base::Uuid enqueue(store::Transaction& tx, std::string_view job, std::string_view arguments, base::Instant not_before) {
    const auto id = base::Uuid::ordered();
    tx.run(kInsertJob, id, job, arguments, base::Instant::now(), not_before);
    wake_after(tx);
    return id;
}

void enqueue_once(store::Transaction& tx, std::string_view job, std::string_view arguments, base::Instant not_before) {
    if (tx.run(kBringForward, job, arguments, not_before) == 0)
        enqueue(tx, job, arguments, not_before);
    else
        wake_after(tx);
}

std::vector<JobView> failed_jobs(store::Reader& place) {
    return place.all(kFailedJobs, job_of);
}
std::vector<JobView> waiting_jobs(store::Reader& place) {
    return place.all(kWaitingJobs, job_of);
}
std::optional<JobView> find_job(store::Reader& place, const base::Uuid& id) {
    return place.one(kFindJob, job_of, id);
}

bool retry_job(store::Transaction& tx, const base::Uuid& id, const store::Actor& who, base::Instant now) {
    if (tx.run(kRetry, id, now) == 0) return false;
    tx.journal(who, {"job.retried", id.text(), "{}"});
    wake_after(tx);
    return true;
}

bool discard_job(store::Transaction& tx, const base::Uuid& id, const store::Actor& who) {
    if (tx.run(kDiscard, id) == 0) return false;
    tx.journal(who, {"job.discarded", id.text(), "{}"});
    return true;
}

std::unique_ptr<store::Session> open(store::Store& store, const Place& place) {
    return place ? store.room(*place) : store.lobby();
}

std::chrono::seconds pause_after(int attempt) {
    constexpr std::chrono::seconds kLongest = std::chrono::hours(6);
    std::chrono::seconds pause{10};
    for (int i = 1; i < attempt && pause < kLongest; ++i) pause *= 3;
    return std::min(pause, kLongest);
}

std::optional<Claim> claim_next(store::Session& session, const std::string& owner, base::Instant now,
                                std::chrono::seconds lease) {
    // Looking is cheap and takes no write lock; the update decides who gets it.
    for (const auto& id : session.all(
             kDue, [](const Row& row) { return row.text(0); }, now)) {
        auto claim = session.transaction([&](store::Transaction& tx) -> std::optional<Claim> {
            if (tx.run(kClaim, id, owner, now.plus(lease), now) == 0) return std::nullopt;
            const auto job = tx.one(kFindJob, job_of, id);
            if (job->attempts > kMostAttempts) {
                tx.run(kGiveUp, id, owner, job->last_error.empty() ? kDiedEachTime : std::string_view(job->last_error));
                return std::nullopt;
            }
            return Claim{job->id, job->name, job->arguments, job->attempts, owner};
        });
        if (claim) return claim;
    }
    return std::nullopt;
}

bool finish(store::Transaction& tx, const Claim& claim) {
    return tx.run(kFinish, claim.id, claim.owner) == 1;
}

void note_failure(store::Session& session, const Claim& claim, const std::string& error, bool give_up,
                  base::Instant now) {
    const auto told = base::readable_text(error, kLongestError);
    session.transaction([&](store::Transaction& tx) {
        if (give_up || claim.attempt >= kMostAttempts)
            tx.run(kGiveUp, claim.id, claim.owner, told);
        else
            tx.run(kPause, claim.id, claim.owner, now.plus(pause_after(claim.attempt)), told);
    });
}

void give_back(store::Session& session, const Claim& claim, base::Instant now) {
    session.transaction([&](store::Transaction& tx) { tx.run(kGiveBack, claim.id, claim.owner, now); });
}

void extend_lease(store::Session& session, const Claim& claim, base::Instant until) {
    session.transaction([&](store::Transaction& tx) { tx.run(kExtend, claim.id, claim.owner, until); });
}

void write_progress(store::Session& session, const Claim& claim, std::int64_t done, std::int64_t of) {
    session.transaction([&](store::Transaction& tx) { tx.run(kProgress, claim.id, claim.owner, done, of); });
}

std::optional<base::Instant> next_due(store::Reader& place) {
    const auto due = place.one(kNextDue, [](const Row& row) { return row.maybe(0, &Row::instant); });
    return due ? *due : std::nullopt;
}

void Wakeable::add(Wakeable* runner) {
    const std::lock_guard lock(runners().mutex);
    runners().all.push_back(runner);
}

void Wakeable::remove(Wakeable* runner) {
    const std::lock_guard lock(runners().mutex);
    std::erase(runners().all, runner);
}

void Wakeable::wake_all(const Place& place) noexcept {
    const std::lock_guard lock(runners().mutex);
    for (Wakeable* runner : runners().all) runner->wake(place);
}

}  // namespace samrum::jobs
