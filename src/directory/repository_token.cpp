#include "directory/repository_token.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

const Statement kTokensOfRoom{Scope::lobby,
                              "select t.id, t.account, t.room, t.label, t.scopes, t.made_on, t.last_day, t.used_on,"
                              " a.function from api_token t join account a on a.id = t.account"
                              " where t.room = $1 order by t.made_on desc, t.id desc"};
const Statement kTokenByHash{Scope::lobby,
                             "select id, account, room, label, scopes, made_on, last_day, used_on from api_token"
                             " where hash = $1"};
const Statement kTokenSave{Scope::lobby,
                           "insert into api_token (id, hash, account, room, label, scopes, made_on, last_day, used_on)"
                           " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kTokenTouch{Scope::lobby, "update api_token set used_on = $2 where id = $1"};
const Statement kTokenDelete{Scope::lobby, "delete from api_token where id = $1"};
const Statement kTokenDeleteOf{Scope::lobby, "delete from api_token where account = $1 and room = $2"};
const Statement kTokenDeleteDead{
    Scope::lobby,
    "delete from api_token where last_day < $1 or not exists (select 1 from room_grant g where"
    " g.account = api_token.account and g.room = api_token.room and (g.last_day is null or g.last_day > $2))"};

std::vector<std::string> scopes_in(std::string_view text) {
    std::vector<std::string> scopes;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) scopes.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return scopes;
}

ApiToken token_row(const store::Row& row) {
    return {.id = row.id<TokenId>(0),
            .account = row.id<module::AccountId>(1),
            .room = row.id<store::RoomId>(2),
            .label = row.text(3),
            .scopes = scopes_in(row.view(4)),
            .made_on = row.date(5),
            .last_day = row.date(6),
            .used_on = row.maybe(7, &store::Row::date)};
}

}  // namespace

std::vector<ListedToken> load_tokens(store::Reader& lobby, store::RoomId room) {
    return lobby.all(
        kTokensOfRoom,
        [](const store::Row& row) {
            return ListedToken{token_row(row), row.text(8)};
        },
        room);
}
std::optional<ApiToken> load_token(store::Reader& lobby, const store::Bytes& hash) {
    return lobby.one(kTokenByHash, token_row, hash);
}
void save_token(store::Transaction& lobby, const ApiToken& token, const store::Bytes& hash) {
    lobby.run(kTokenSave, token.id, hash, token.account, token.room, token.label,
              fmt::format("{}", fmt::join(token.scopes, " ")), token.made_on, token.last_day, token.used_on);
}
void touch_token(store::Transaction& lobby, TokenId id, base::Date used_on) {
    lobby.run(kTokenTouch, id, used_on);
}
void delete_token(store::Transaction& lobby, TokenId id) {
    lobby.run(kTokenDelete, id);
}
std::int64_t delete_tokens_of(store::Transaction& lobby, module::AccountId account, store::RoomId room) {
    return lobby.run(kTokenDeleteOf, account, room);
}
std::int64_t delete_dead_tokens(store::Transaction& lobby, base::Date before, base::Date last) {
    return lobby.run(kTokenDeleteDead, before, last);
}

}  // namespace samrum::directory
