#include "foundation/jobs/schedule.hpp"

#include <algorithm>

namespace samrum::jobs {
namespace {

const store::Statement kAdvance{store::Scope::both, "update schedule_turn set turn = $2 where job = $1 and turn < $2"};
const store::Statement kBegin{store::Scope::both,
                              "insert into schedule_turn (job, turn) values ($1, $2) on conflict (job) do nothing"};

constexpr std::int64_t kMinute = 60'000'000;

std::int64_t interval(const Schedule& schedule) {
    return std::max<std::int64_t>(1, schedule.every.count()) * kMinute;
}

bool is_for(const Schedule& schedule, const Place& place) {
    return schedule.where == store::Scope::both || (schedule.where == store::Scope::room) == place.has_value();
}

std::int64_t day_number(base::Date day) {
    return day.days().time_since_epoch().count();
}

}  // namespace

std::int64_t turn_at(const Schedule& schedule, base::Instant now) {
    if (!schedule.daily_at) return now.micros / interval(schedule);
    return day_number(base::swedish_day(now)) - (base::swedish_time(now) < *schedule.daily_at ? 1 : 0);
}

base::Instant next_turn(const Schedule& schedule, base::Instant now) {
    if (!schedule.daily_at) return {(now.micros / interval(schedule) + 1) * interval(schedule)};
    int minutes = schedule.daily_at->minutes - base::swedish_time(now).minutes;
    if (minutes <= 0) minutes += 24 * 60;
    // On the two nights when clocks change this is an hour off: an hour late, or early and then asked again.
    return {now.micros / kMinute * kMinute + minutes * kMinute};
}

bool Timetable::is_seen(const Place& place, const std::string& job, std::int64_t turn) const {
    const std::lock_guard lock(mutex_);
    const auto found = seen_.find({place, job});
    return found != seen_.end() && found->second >= turn;
}

void Timetable::put_due(store::Session& session, const Place& place, base::Instant now) {
    for (const Schedule& schedule : schedules_) {
        const auto turn = turn_at(schedule, now);
        if (!is_for(schedule, place) || is_seen(place, schedule.job, turn)) continue;
        session.transaction([&](store::Transaction& tx) {
            if (tx.run(kAdvance, schedule.job, turn) == 0 && tx.run(kBegin, schedule.job, turn) == 0) return;
            enqueue_once(tx, schedule.job, "{\"day\":\"" + base::swedish_day(now).iso() + "\"}", now);
        });
        const std::lock_guard lock(mutex_);
        seen_[{place, schedule.job}] = turn;
    }
}

std::optional<base::Instant> Timetable::next(const Place& place, base::Instant now) const {
    std::optional<base::Instant> soonest;
    for (const Schedule& schedule : schedules_)
        if (is_for(schedule, place) && (!soonest || next_turn(schedule, now) < *soonest))
            soonest = next_turn(schedule, now);
    return soonest;
}

}  // namespace samrum::jobs
