#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/module/permission.hpp"

#include <optional>
#include <string>

namespace samrum::directory {

using module::AccountId;
using module::OrganisationId;

/// Somebody who signs in. An account is known by its e-mail address and shown by a function ("partnership officer").
struct Account {
    AccountId id;
    std::string email;  ///< in lower case: what one signs in with
    std::string function;
    std::string language;                      ///< "sv", "en"
    std::optional<std::string> password_hash;  ///< argon2id as libsodium writes it; nothing: signs in by link only
    bool has_code = false;                     ///< asks for a one-time code (TOTP) too
    bool synthetic = false;                    ///< invented for a demo
};

/// How somebody proved who they are. One who came by a mailed link may set a new password without the old one.
enum class Means { password, link };

/// A session is `half` until the one-time code is given, for accounts that have one.
enum class Stage { half, full };

struct SessionKind;
using SessionId = base::Id<SessionKind>;

/// A signed-in browser. The token itself lies only in the browser's cookie; the lobby holds its hash.
struct SignInSession {
    SessionId id;  ///< what /account names it by; no secret
    AccountId account;
    Stage stage = Stage::half;
    Means means = Means::password;
    base::Instant created;
    base::Instant last_seen;
    base::Instant ends;  ///< whatever happens
    std::string device;  ///< "Firefox, Linux": of the browser's own words, never an address
    std::int64_t wrong_codes = 0;
};

/// Attempts at one thing (a password, a code, a link) that went wrong, and when the last one was.
struct Throttle {
    std::int64_t failures = 0;
    base::Instant last_failure;
};

}  // namespace samrum::directory
