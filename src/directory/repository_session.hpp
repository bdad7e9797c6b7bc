#pragma once
#include "directory/model_account.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::directory {

/// A session and what of its account every request needs.
struct SessionRow {
    SignInSession session;
    std::string function;
    std::string language;
};

std::optional<SessionRow> load_session(store::Reader& lobby, const store::Bytes& hash);
/// Of one account, the one last seen first.
std::vector<SignInSession> load_sessions(store::Reader& lobby, AccountId account);
void save_session(store::Transaction& lobby, const store::Bytes& hash, const SignInSession& session);
void touch_session(store::Transaction& lobby, SessionId id, base::Instant now);
/// Counts a wrong one-time code; answers how many there are now.
std::int64_t count_wrong_code(store::Transaction& lobby, SessionId id);
bool delete_session(store::Transaction& lobby, AccountId account, SessionId id);
std::int64_t delete_sessions_but(store::Transaction& lobby, AccountId account, std::optional<SessionId> kept);
/// Those past their end or last seen before `idle_since`.
std::int64_t delete_dead_sessions(store::Transaction& lobby, base::Instant now, base::Instant idle_since);

}  // namespace samrum::directory
