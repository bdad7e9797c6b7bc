#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/module/permission.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

struct TokenKind;
using TokenId = base::Id<TokenKind>;

/// What a program shows instead of signing in: it acts for an account in one room, within its scopes and within what
/// the account itself may on the day. The secret is shown once, when it is made.
struct ApiToken {
    TokenId id;
    module::AccountId account;
    store::RoomId room;
    std::string label;                ///< what it is for, in its owner's words
    std::vector<std::string> scopes;  ///< "agreements:read"
    base::Date made_on;
    base::Date last_day;
    std::optional<base::Date> used_on = {};  ///< the last day that it was shown

    bool has(std::string_view scope) const { return std::find(scopes.begin(), scopes.end(), scope) != scopes.end(); }
    bool holds_on(base::Date day) const { return day <= last_day; }
};

/// A token in a list, with whose it is.
struct ListedToken {
    ApiToken token;
    std::string owner;  ///< the account's function
};

}  // namespace samrum::directory
