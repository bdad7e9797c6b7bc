#include "directory/actions_feed.hpp"

#include "directory/actions_session.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_feed.hpp"
#include "directory/rules_token.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

constexpr std::size_t kLongestSecret = 100;

bool may_have(const module::Caller& caller, const module::Feed& feed) {
    if (caller.grants.empty()) return false;
    return !feed.permission || module::may_for(caller, *feed.permission, caller.room_organisation);
}

const module::Feed* feed_named(const module::House& house, const module::Caller& caller, std::string_view kind) {
    for (const module::Feed* feed : feeds_open_to(house, caller))
        if (feed->name == kind) return feed;
    return nullptr;
}

std::string feed_detail(std::string_view kind, const module::RoomHead& room) {
    return nlohmann::json{{"feed", kind}, {"room", room.short_name}}.dump();
}

}  // namespace

std::vector<const module::Feed*> feeds_open_to(const module::House& house, const module::Caller& caller) {
    std::vector<const module::Feed*> open;
    for (const module::Module& slice : house.modules)
        for (const module::Feed& feed : slice.feeds)
            if (may_have(caller, feed)) open.push_back(&feed);
    return open;
}

std::vector<FeedRow> list_feeds(store::Reader& lobby, const module::RoomHead& room, const module::Caller& caller) {
    if (!caller.account) return {};
    return load_feeds(lobby, *caller.account, room.id);
}

base::Result<std::string> make_feed(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                    const module::Caller& caller, base::Date today, std::string_view kind) {
    if (!caller.account || caller.grants.empty()) return module::refusal();
    const module::Feed* feed = feed_named(house, caller, kind);
    if (!feed) return base::problem("kind", "directory.feed.unknown");
    const std::string secret = new_token();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<std::string> {
        tx.lock("feed");
        if (load_feeds(tx, *caller.account, room.id).size() >= kMostFeeds)
            return base::problem("kind", "directory.feed.too_many", {{"most", std::int64_t{kMostFeeds}}});
        const FeedRow row{FeedId::random(), *caller.account, room.id, std::string(feed->name), today};
        save_feed(tx, row, token_hash(secret));
        tx.journal(caller.actor(), {"feed.made", row.id.text(), feed_detail(row.kind, room)});
        return secret;
    });
}

base::Result<base::Done> revoke_feed(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                     FeedId id) {
    if (!caller.account) return module::refusal();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!delete_feed(tx, *caller.account, room.id, id)) return base::problem("", "directory.feed.gone");
        tx.journal(caller.actor(), {"feed.revoked", id.text(), feed_detail("", room)});
        return base::Done{};
    });
}

std::optional<OpenFeed> open_feed(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                  std::string_view secret, base::Date today) {
    if (secret.empty() || secret.size() > kLongestSecret) return std::nullopt;
    const auto row = load_feed(lobby, token_hash(secret));
    if (!row || row->room != room.id) return std::nullopt;
    const auto account = load_account(lobby, row->account);
    base::ensure(account.has_value(), "a feed goes with its account");
    OpenFeed open{row->id, nullptr, {}, account->language};
    const SignedIn owner{
        .session = {}, .account = account->id, .function = account->function, .language = account->language};
    open.owner = caller_for(lobby, owner, &room, today);
    open.feed = feed_named(house, open.owner, row->kind);
    if (!open.feed) return std::nullopt;
    if (row->read_on != today) lobby.transaction([&](store::Transaction& tx) { touch_feed(tx, row->id, today); });
    return open;
}

std::int64_t remove_orphaned_feeds(store::Transaction& lobby, base::Date today) {
    // A grant that ends today still holds today.
    return delete_feeds_without_grant(lobby, today.plus_days(-1));
}

}  // namespace samrum::directory
