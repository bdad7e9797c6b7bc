#pragma once
#include "directory/model_feed.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::directory {

/// Of one account in one room, the newest first.
std::vector<FeedRow> load_feeds(store::Reader& lobby, module::AccountId account, store::RoomId room);
std::optional<FeedRow> load_feed(store::Reader& lobby, const store::Bytes& hash);
void save_feed(store::Transaction& lobby, const FeedRow& feed, const store::Bytes& hash);
void touch_feed(store::Transaction& lobby, FeedId id, base::Date read_on);
bool delete_feed(store::Transaction& lobby, module::AccountId account, store::RoomId room, FeedId id);
/// Those whose owner has no grant in the room that reaches beyond `last`; answers how many.
std::int64_t delete_feeds_without_grant(store::Transaction& lobby, base::Date last);
std::int64_t delete_feeds_of(store::Transaction& lobby, module::AccountId account, store::RoomId room);

}  // namespace samrum::directory
