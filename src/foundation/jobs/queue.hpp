#pragma once
#include "foundation/jobs/jobs.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// The table of jobs as the runner uses it. Not for other folders.
namespace samrum::jobs {

using Place = std::optional<store::RoomId>;  ///< nothing: the lobby
std::unique_ptr<store::Session> open(store::Store& store, const Place& place);

inline const store::Actor kHouse{"system", "system"};  ///< whom the journal names for what the house does by itself
constexpr std::size_t kLongestError = 2000;
constexpr int kMostAttempts = 12;
/// How long a job rests after its n-th failed attempt: 10 s, 30 s, 90 s … at most 6 h; about 28 hours in all.
std::chrono::seconds pause_after(int attempt);

/// A job that is leased to this runner.
struct Claim {
    base::Uuid id;
    std::string name;
    std::string arguments;
    int attempt = 1;
    std::string owner;
};

/// Leases the next job that is due, or nothing. A job whose program died under it every time is given up here.
std::optional<Claim> claim_next(store::Session& session, const std::string& owner, base::Instant now,
                                std::chrono::seconds lease);
/// Removes a job that is done; false when the lease has gone to somebody else.
bool finish(store::Transaction& tx, const Claim& claim);
/// Notes a failed attempt: another one after a pause, or the end of it when `give_up` or the attempts are used up.
void note_failure(store::Session& session, const Claim& claim, const std::string& error, bool give_up,
                  base::Instant now);
/// Gives a job back unfinished, as if it had not been tried (the program stops).
void give_back(store::Session& session, const Claim& claim, base::Instant now);
void extend_lease(store::Session& session, const Claim& claim, base::Instant until);
void write_progress(store::Session& session, const Claim& claim, std::int64_t done, std::int64_t of);
/// When the next job of the place can run; nothing when none waits.
std::optional<base::Instant> next_due(store::Reader& place);

/// Runners of this process that want to know of new work.
class Wakeable {
  public:
    virtual ~Wakeable() = default;
    virtual void wake(const Place& place) noexcept = 0;
    static void add(Wakeable* runner);
    static void remove(Wakeable* runner);
    static void wake_all(const Place& place) noexcept;
};

}  // namespace samrum::jobs
