#include "directory/repository_feed.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

const Statement kFeedsOfAccount{Scope::lobby,
                                "select id, account, room, kind, made_on, read_on from feed"
                                " where account = $1 and room = $2 order by made_on desc, id desc"};
const Statement kFeedByHash{Scope::lobby, "select id, account, room, kind, made_on, read_on from feed where hash = $1"};
const Statement kFeedSave{Scope::lobby,
                          "insert into feed (id, hash, account, room, kind, made_on, read_on)"
                          " values ($1, $2, $3, $4, $5, $6, $7)"};
const Statement kFeedTouch{Scope::lobby, "update feed set read_on = $2 where id = $1"};
const Statement kFeedDelete{Scope::lobby, "delete from feed where account = $1 and room = $2 and id = $3"};
const Statement kFeedDeleteOf{Scope::lobby, "delete from feed where account = $1 and room = $2"};
const Statement kFeedDeleteOrphans{
    Scope::lobby,
    "delete from feed where not exists (select 1 from room_grant g where g.account = feed.account"
    " and g.room = feed.room and (g.last_day is null or g.last_day > $1))"};

FeedRow feed_row(const store::Row& row) {
    return {.id = row.id<FeedId>(0),
            .account = row.id<module::AccountId>(1),
            .room = row.id<store::RoomId>(2),
            .kind = row.text(3),
            .made_on = row.date(4),
            .read_on = row.maybe(5, &store::Row::date)};
}

}  // namespace

std::vector<FeedRow> load_feeds(store::Reader& lobby, module::AccountId account, store::RoomId room) {
    return lobby.all(kFeedsOfAccount, feed_row, account, room);
}
std::optional<FeedRow> load_feed(store::Reader& lobby, const store::Bytes& hash) {
    return lobby.one(kFeedByHash, feed_row, hash);
}
void save_feed(store::Transaction& lobby, const FeedRow& feed, const store::Bytes& hash) {
    lobby.run(kFeedSave, feed.id, hash, feed.account, feed.room, feed.kind, feed.made_on, feed.read_on);
}
void touch_feed(store::Transaction& lobby, FeedId id, base::Date read_on) {
    lobby.run(kFeedTouch, id, read_on);
}
bool delete_feed(store::Transaction& lobby, module::AccountId account, store::RoomId room, FeedId id) {
    return lobby.run(kFeedDelete, account, room, id) > 0;
}
std::int64_t delete_feeds_of(store::Transaction& lobby, module::AccountId account, store::RoomId room) {
    return lobby.run(kFeedDeleteOf, account, room);
}
std::int64_t delete_feeds_without_grant(store::Transaction& lobby, base::Date last) {
    return lobby.run(kFeedDeleteOrphans, last);
}

}  // namespace samrum::directory
