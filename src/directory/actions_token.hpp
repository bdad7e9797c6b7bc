#pragma once
#include "directory/rules_api_token.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/module.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Tokens of the API: by one a program acts for a person in a room. It never allows more than its owner may there on
// the day, for the owner's grants are looked up each time.
namespace samrum::directory {

/// The caller's own in this room, the newest first; for who manages the room's grants everybody's.
std::vector<ListedToken> list_tokens(store::Reader& lobby, const module::RoomHead& room, const module::Caller& caller);

/// Makes a token; answers its secret, which is kept nowhere. Problems of judge_token, `directory.token.too_many`, or a
/// refusal for who has no role in the room.
base::Result<std::string> make_token(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                     const module::Caller& caller, base::Date today, const TokenInput& input);
/// One's own; for who manages the room's grants anybody's. A refusal when the caller has no such token in the room.
base::Result<base::Done> revoke_token(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                      TokenId id);

/// A token that holds on a day, and its owner's account.
struct OpenToken {
    ApiToken token;
    std::string function;
    std::string language;
};
/// Nothing when the secret opens nothing: unknown, revoked, or past its last day. Notes the day that it was shown.
std::optional<OpenToken> open_token(store::Session& lobby, std::string_view secret, base::Date today);
/// Who asks by the token in its room: its owner, with the grants that hold on the day.
module::Caller caller_by(store::Reader& lobby, const OpenToken& open, const module::RoomHead& room, base::Date today);

/// Lobby, for retention: tokens that ended three months ago, or whose owner has no role in the room any more.
std::int64_t remove_dead_tokens(store::Transaction& lobby, base::Date today);

}  // namespace samrum::directory
