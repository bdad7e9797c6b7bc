#pragma once
#include "foundation/base/date.hpp"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace samrum::web {

/// Token buckets by key (an address, an account): `burst` tries at once, then one more each `every`. Held in memory
/// only and bounded: with too many keys those closest to full are forgotten first. Safe for threads.
class RateLimit {
  public:
    struct Rule {
        int burst;
        std::chrono::seconds every;
        std::size_t max_keys = 100'000;
    };
    explicit RateLimit(Rule rule) : rule_(rule) {}

    /// Takes a token. Nothing: go on. Otherwise none was left: how long to wait, at least a second (for Retry-After).
    std::optional<std::chrono::seconds> take(std::string_view key, base::Instant now = base::Instant::now());
    /// Forgets a key: after a sign-in that went well.
    void forget(std::string_view key);
    std::size_t keys() const;

  private:
    void make_room(std::int64_t now);
    const Rule rule_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::int64_t> full_at_;  ///< when the bucket is full again, microseconds
};

}  // namespace samrum::web
