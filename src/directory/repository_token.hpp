#pragma once
#include "directory/model_token.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace samrum::directory {

/// Every token of a room, the newest first.
std::vector<ListedToken> load_tokens(store::Reader& lobby, store::RoomId room);
std::optional<ApiToken> load_token(store::Reader& lobby, const store::Bytes& hash);
void save_token(store::Transaction& lobby, const ApiToken& token, const store::Bytes& hash);
void touch_token(store::Transaction& lobby, TokenId id, base::Date used_on);
void delete_token(store::Transaction& lobby, TokenId id);
std::int64_t delete_tokens_of(store::Transaction& lobby, module::AccountId account, store::RoomId room);
/// Those whose last day was before `before`, or whose owner has no grant in the room beyond `last`; answers how many.
std::int64_t delete_dead_tokens(store::Transaction& lobby, base::Date before, base::Date last);

}  // namespace samrum::directory
