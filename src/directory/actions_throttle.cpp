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

void forget_attempts(store::Transaction& lobby, std::string_view name) {
    delete_throttle(lobby, token_hash(name));
}

bool take_letter(store::Transaction& lobby, std::string_view address, base::Instant now) {
    const std::string name = "letter:" + std::string(address);
    const store::Bytes key = token_hash(name);
    lobby.lock(name);
    const Throttle letters = load_throttle(lobby, key);
    if (!may_write_again(letters, now)) return false;
    save_throttle(lobby, key, with_failure(letters, now));
    return true;
}

}  // namespace samrum::directory
