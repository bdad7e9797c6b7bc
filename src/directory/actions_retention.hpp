#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <string>

namespace samrum::directory {

// What module.cpp lists under retention and subjects. Lobby or room is said there.

/// Lobby: sessions, mailed links and throttles past their time, by the clock of the wall and not by `today`.
std::int64_t remove_spent_sign_ins(store::Transaction& lobby, base::Date today);
/// Room: persons whose last function ended more than kPersonKeptMonths ago.
std::int64_t remove_old_people(store::Transaction& room, base::Date today);

/// Room: a person alias, with functions.
std::string extract_alias(store::Reader& room, const base::Uuid& alias);
std::int64_t erase_alias(store::Transaction& room, const base::Uuid& alias);
/// Lobby: an account, with grants and sessions. Erasing it ends every session and grant.
std::string extract_account(store::Reader& lobby, const base::Uuid& account);
std::int64_t erase_account(store::Transaction& lobby, const base::Uuid& account);

}  // namespace samrum::directory
