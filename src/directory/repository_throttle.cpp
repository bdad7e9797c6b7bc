#include "directory/repository_throttle.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

const Statement kThrottleLoad{Scope::lobby, "select failures, last_failure from throttle where hash = $1"};
const Statement kThrottleSave{Scope::lobby,
                              "insert into throttle (hash, failures, last_failure) values ($1, $2, $3)"
                              " on conflict (hash) do update set failures = excluded.failures,"
                              " last_failure = excluded.last_failure"};
const Statement kThrottleDelete{Scope::lobby, "delete from throttle where hash = $1"};
const Statement kThrottleDeleteBefore{Scope::lobby, "delete from throttle where last_failure < $1"};

}  // namespace

Throttle load_throttle(store::Reader& lobby, const store::Bytes& hash) {
    const auto found = lobby.one(
        kThrottleLoad,
        [](const store::Row& row) {
            return Throttle{row.integer(0), row.instant(1)};
        },
        hash);
    return found.value_or(Throttle{});
}

void save_throttle(store::Transaction& lobby, const store::Bytes& hash, const Throttle& throttle) {
    lobby.run(kThrottleSave, hash, throttle.failures, throttle.last_failure);
}

void delete_throttle(store::Transaction& lobby, const store::Bytes& hash) {
    lobby.run(kThrottleDelete, hash);
}

std::int64_t delete_throttles_before(store::Transaction& lobby, base::Instant moment) {
    return lobby.run(kThrottleDeleteBefore, moment);
}

}  // namespace samrum::directory
