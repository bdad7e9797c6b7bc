#pragma once
#include "directory/model_account.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samrum::directory {

/// The cookie that holds the session's token.
inline constexpr std::string_view kSessionCookie = "session";

/// A signed-in browser, as the door and the pages see it.
struct SignedIn {
    SessionId session;  ///< what /account names it by; the token stays in the cookie
    AccountId account;
    std::string function;        ///< "partnership officer"
    std::string language;        ///< the account's own choice: "sv", "en"
    bool fresh_by_link = false;  ///< came by a mailed link a moment ago: may set a new password without the old one
};

/// The living, full session of a cookie's token; nothing for a token that is empty, unknown, past its time, or still
/// waits for its one-time code. Writes when it was last seen, at most every five minutes.
std::optional<SignedIn> find_session(store::Session& lobby, std::string_view token, base::Instant now);

/// Who is asking in a room on a day: only grants that hold on that day count. Outside rooms (`room` null) those of the
/// installation alone. The label is the function of the room's grant, else the account's.
module::Caller caller_for(store::Reader& lobby, const std::optional<SignedIn>& who, const module::RoomHead* room,
                          base::Date today);

}  // namespace samrum::directory
