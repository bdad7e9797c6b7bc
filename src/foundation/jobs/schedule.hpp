#pragma once
#include "foundation/jobs/queue.hpp"
#include "foundation/jobs/runner.hpp"

#include <map>
#include <mutex>

/// Turns of schedules. Not for other folders.
namespace samrum::jobs {

/// The number of the turn that is due at `now`: the day since 1970, or the count of intervals.
std::int64_t turn_at(const Schedule& schedule, base::Instant now);
/// A moment at or before which the next turn does not come; look again then.
base::Instant next_turn(const Schedule& schedule, base::Instant now);

/// Puts due turns into the queues. Remembers what it has seen, so that looking again costs nothing. Safe for threads.
class Timetable {
  public:
    explicit Timetable(std::vector<Schedule> schedules) : schedules_(std::move(schedules)) {}
    void put_due(store::Session& session, const Place& place, base::Instant now);
    std::optional<base::Instant> next(const Place& place, base::Instant now) const;

  private:
    bool is_seen(const Place& place, const std::string& job, std::int64_t turn) const;

    const std::vector<Schedule> schedules_;
    mutable std::mutex mutex_;
    std::map<std::pair<Place, std::string>, std::int64_t> seen_;
};

}  // namespace samrum::jobs
