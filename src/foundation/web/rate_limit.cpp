#include "foundation/web/rate_limit.hpp"

#include <algorithm>
#include <vector>

namespace samrum::web {

std::optional<std::chrono::seconds> RateLimit::take(std::string_view key, base::Instant now) {
    using namespace std::chrono;
    const std::int64_t every = duration_cast<microseconds>(rule_.every).count();
    const std::lock_guard lock(mutex_);
    const auto found = full_at_.find(std::string(key));
    const std::int64_t full_at = found == full_at_.end() ? now.micros : std::max(found->second, now.micros);
    // A bucket that is full in n × every lacks n tokens (the generic cell rate algorithm).
    const std::int64_t wait = full_at + every - now.micros - rule_.burst * every;
    if (wait > 0) return ceil<seconds>(microseconds(wait));
    if (found != full_at_.end()) {
        found->second = full_at + every;
    } else {
        if (full_at_.size() >= rule_.max_keys) make_room(now.micros);
        full_at_.emplace(key, full_at + every);
    }
    return std::nullopt;
}

void RateLimit::forget(std::string_view key) {
    const std::lock_guard lock(mutex_);
    full_at_.erase(std::string(key));
}

std::size_t RateLimit::keys() const {
    const std::lock_guard lock(mutex_);
    return full_at_.size();
}

/// Drops the buckets that are full, and a quarter of the others where that is not enough: so it runs seldom.
void RateLimit::make_room(std::int64_t now) {
    std::erase_if(full_at_, [&](const auto& one) { return one.second <= now; });
    if (full_at_.size() < rule_.max_keys - rule_.max_keys / 4) return;
    std::vector<std::int64_t> times;
    times.reserve(full_at_.size());
    for (const auto& [key, full_at] : full_at_) times.push_back(full_at);
    const auto quarter = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 4);
    std::nth_element(times.begin(), quarter, times.end());
    std::erase_if(full_at_, [limit = *quarter](const auto& one) { return one.second <= limit; });
}

}  // namespace samrum::web
