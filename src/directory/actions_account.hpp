#pragma once
#include "directory/actions_session.hpp"
#include "directory/model_account.hpp"
#include "foundation/base/result.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

struct NewAccount {
    std::string email;
    std::string function;
    std::string language = "sv";
    std::string password = {};  ///< empty: signs in by mailed link until they choose one
    bool synthetic = false;
};
/// For commands and the demo; in rooms accounts come with their first grant. Problems `directory.account.*`,
/// `directory.password.*`.
base::Result<AccountId> create_account(store::Session& lobby, const store::Actor& who, const NewAccount& input);
std::optional<Account> find_account(store::Reader& lobby, AccountId id);
std::optional<Account> find_account(store::Reader& lobby, std::string_view email);
std::vector<Account> list_accounts(store::Reader& lobby);

/// What /account shows to its owner.
struct AccountOverview {
    Account account;
    std::vector<SignInSession> sessions;  ///< living and full, the one last seen first
    std::int64_t recovery_codes = 0;      ///< unused ones
    bool code_pending = false;            ///< a secret was shown and waits for its first code
};
AccountOverview account_overview(store::Reader& lobby, const SignedIn& who, base::Instant now);

struct PasswordChange {
    std::string old_password;  ///< not asked of one who came by a mailed link a moment ago, or who has none yet
    std::string new_password;
};
/// Signs the account out everywhere; the answer is the token of a new session for this browser.
/// Problems `directory.password.*` at `password`, `directory.password.old_wrong` at `old_password`,
/// `directory.sign_in.wait`.
base::Result<std::string> change_password(store::Session& lobby, const SignedIn& who, const PasswordChange& change,
                                          base::Instant now);

/// One of the account's own sessions; another's is as if it were not there. Problem
/// `directory.account.sessions.gone`.
base::Result<base::Done> revoke_session(store::Session& lobby, const SignedIn& who, SessionId session);
/// All but this one; answers how many.
std::int64_t revoke_other_sessions(store::Session& lobby, const SignedIn& who);

/// Problem `directory.account.language` when the house does not speak it.
base::Result<base::Done> choose_language(store::Session& lobby, const SignedIn& who, std::string_view language,
                                         const std::vector<std::string>& spoken);

}  // namespace samrum::directory
