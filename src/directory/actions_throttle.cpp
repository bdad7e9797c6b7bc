#include "directory/actions_throttle.hpp"

#include "directory/repository_throttle.hpp"
#include "directory/rules_account.hpp"
#include "directory/rules_token.hpp"

namespace samrum::directory {

base::Result<base::Done> take_attempt(store::Session& lobby, std::string_view name, base::Instant now) {
    const store::Bytes key = token_hash(name);
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(name);
        const Throttle throttle = load_throttle(tx, key);
        if (const auto wait = wait_left(throttle, now); wait.count() > 0)
            return base::problem("", "directory.sign_in.wait", {{"seconds", std::int64_t{wait.count()}}});
        save_throttle(tx, key, with_failure(throttle, now));
        return base::Done{};
    });
}

void forget_attempts(store::Transaction& lobby, std::string_view name) { delete_throttle(lobby, token_hash(name)); }

bool is_first_in(store::Transaction& lobby, std::string_view name, base::Instant now, std::chrono::minutes span) {
    const store::Bytes key = token_hash(name);
    if (now < load_throttle(lobby, key).last_failure.plus(span)) return false;
    save_throttle(lobby, key, {0, now});
    return true;
}

}  // namespace samrum::directory
