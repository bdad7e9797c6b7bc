#pragma once
#include "directory/model_feed.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/module.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Personal calendars of a room, each by a secret address that its owner can revoke.
namespace samrum::directory {

/// How many a person may have in a room: one for each device and some to spare.
inline constexpr std::size_t kMostFeeds = 10;

/// The feeds that the caller may have in the room.
std::vector<const module::Feed*> feeds_open_to(const module::House& house, const module::Caller& caller);
/// The caller's own in this room, the newest first.
std::vector<FeedRow> list_feeds(store::Reader& lobby, const module::RoomHead& room, const module::Caller& caller);

/// Makes a feed; answers the secret of its address, which is kept nowhere. Problems `directory.feed.unknown`,
/// `directory.feed.too_many`, or a refusal for who has no role in the room.
base::Result<std::string> make_feed(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                    const module::Caller& caller, base::Date today, std::string_view kind);
/// Problem `directory.feed.gone` when the caller has no such feed in the room.
base::Result<base::Done> revoke_feed(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                     FeedId id);

/// What a secret address opens: the feed, and its owner as the room knows them today.
struct OpenFeed {
    FeedId id;
    const module::Feed* feed = nullptr;
    module::Caller owner;
    std::string language;
};
/// Nothing when the secret opens nothing in this room: unknown, revoked, or its owner may not see the feed any more.
std::optional<OpenFeed> open_feed(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                  std::string_view secret, base::Date today);

/// Lobby, for retention: feeds whose owner has no role in the room any more.
std::int64_t remove_orphaned_feeds(store::Transaction& lobby, base::Date today);

}  // namespace samrum::directory
