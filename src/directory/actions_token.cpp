#include "directory/actions_token.hpp"

#include "directory/actions_session.hpp"
#include "directory/model_permissions.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_token.hpp"
#include "directory/rules_token.hpp"
#include "foundation/module/api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

constexpr std::size_t kLongestTokenSecret = 100;
constexpr int kKeptMonths = 3;

bool manages(const module::Caller& caller, const module::RoomHead& room) {
    return module::may_for(caller, kManageGrants, room.organisation);
}

std::string token_detail(const ApiToken& token, const module::RoomHead& room) {
    return nlohmann::json{{"room", room.short_name}, {"scopes", token.scopes}, {"last_day", token.last_day.iso()}}
        .dump();
}

}  // namespace

std::vector<ListedToken> list_tokens(store::Reader& lobby, const module::RoomHead& room, const module::Caller& caller) {
    if (!caller.account) return {};
    auto all = load_tokens(lobby, room.id);
    if (!manages(caller, room))
        std::erase_if(all, [&](const ListedToken& one) { return one.token.account != *caller.account; });
    return all;
}

base::Result<std::string> make_token(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                     const module::Caller& caller, base::Date today, const TokenInput& input) {
    if (!caller.account || caller.grants.empty()) return module::refusal();
    const auto judged = judge_token(input, module::api_scopes(house.modules), today);
    if (!judged) return judged.problems();
    ApiToken token = *judged;
    token.id = TokenId::random();
    token.account = *caller.account;
    token.room = room.id;
    const std::string secret = new_token();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<std::string> {
        tx.lock("api_token");
        const auto all = load_tokens(tx, room.id);
        const auto own = std::count_if(all.begin(), all.end(),
                                       [&](const ListedToken& one) { return one.token.account == token.account; });
        if (static_cast<std::size_t>(own) >= kMostTokens)
            return base::problem("", "directory.token.too_many", {{"most", std::int64_t{kMostTokens}}});
        save_token(tx, token, token_hash(secret));
        tx.journal(caller.actor(), {"token.made", token.id.text(), token_detail(token, room)});
        return secret;
    });
}

base::Result<base::Done> revoke_token(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                      TokenId id) {
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        for (const ListedToken& one : list_tokens(tx, room, caller)) {
            if (one.token.id != id) continue;
            delete_token(tx, id);
            tx.journal(caller.actor(), {"token.revoked", id.text(), token_detail(one.token, room)});
            return base::Done{};
        }
        return module::refusal();
    });
}

std::optional<OpenToken> open_token(store::Session& lobby, std::string_view secret, base::Date today) {
    if (secret.empty() || secret.size() > kLongestTokenSecret) return std::nullopt;
    const auto token = load_token(lobby, token_hash(secret));
    if (!token || !token->holds_on(today)) return std::nullopt;
    const auto account = load_account(lobby, token->account);
    base::ensure(account.has_value(), "a token goes with its account");
    if (token->used_on != today) lobby.transaction([&](store::Transaction& tx) { touch_token(tx, token->id, today); });
    return OpenToken{*token, account->function, account->language};
}

module::Caller caller_by(store::Reader& lobby, const OpenToken& open, const module::RoomHead& room, base::Date today) {
    const SignedIn owner{
        .session = {}, .account = open.token.account, .function = open.function, .language = open.language};
    return caller_for(lobby, owner, &room, today);
}

std::int64_t remove_dead_tokens(store::Transaction& lobby, base::Date today) {
    // A grant that ends today still holds today.
    return delete_dead_tokens(lobby, today.plus_months(-kKeptMonths), today.plus_days(-1));
}

}  // namespace samrum::directory
