#include "directory/actions_account.hpp"

#include "directory/actions_password.hpp"
#include "directory/actions_throttle.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_session.hpp"
#include "directory/rules_account.hpp"
#include "directory/rules_session.hpp"
#include "directory/rules_token.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

store::Actor actor_of(const SignedIn& who) {
    return {who.account.text(), who.function};
}

Account account_of(store::Reader& lobby, const SignedIn& who) {
    auto account = load_account(lobby, who.account);
    base::ensure(account.has_value(), "a session's account lives as long as the session");
    return std::move(*account);
}

/// Whether the old password is needed, and right. Guesses are throttled like those at sign-in.
base::Problems judge_old_password(store::Session& lobby, const SignedIn& who, const Account& account,
                                  const std::string& typed, base::Instant now) {
    if (who.fresh_by_link || !account.password_hash) return {};
    if (const auto attempt = take_attempt(lobby, "password:" + account.email, now); !attempt) return attempt.problems();
    if (password_fits(account.password_hash, typed)) return {};
    return {base::problem("old_password", "directory.password.old_wrong")};
}

}  // namespace

base::Result<AccountId> create_account(store::Session& lobby, const store::Actor& who, const NewAccount& input) {
    base::ProblemList problems;
    Account account;
    account.id = AccountId::ordered();
    account.email = problems.take(judge_email(input.email), "email");
    account.function = problems.take(judge_function(input.function), "function");
    account.language = input.language;
    account.synthetic = input.synthetic;
    if (!input.password.empty()) problems.add(judge_password(input.password, account.email));
    if (!problems.empty()) return problems.all();
    if (!input.password.empty()) account.password_hash = password_hash(input.password);
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<AccountId> {
        tx.lock("account");
        if (load_account(tx, account.email)) return base::problem("email", "directory.account.email.taken");
        save_account(tx, account, base::Instant::now());
        tx.journal(who, {"account.created", account.id.text(), "{}"});
        return account.id;
    });
}

std::optional<Account> find_account(store::Reader& lobby, AccountId id) {
    return load_account(lobby, id);
}
std::optional<Account> find_account(store::Reader& lobby, std::string_view email) {
    const auto address = judge_email(email);
    return address ? load_account(lobby, *address) : std::nullopt;
}
std::vector<Account> list_accounts(store::Reader& lobby) {
    return load_accounts(lobby);
}

AccountOverview account_overview(store::Reader& lobby, const SignedIn& who, base::Instant now) {
    AccountOverview overview;
    overview.account = account_of(lobby, who);
    overview.sessions = load_sessions(lobby, who.account);
    std::erase_if(overview.sessions,
                  [&](const SignInSession& one) { return one.stage != Stage::full || !is_alive(one, now); });
    overview.recovery_codes = count_recovery_codes(lobby, who.account);
    overview.code_pending = load_totp(lobby, who.account).pending.has_value();
    return overview;
}

base::Result<std::string> change_password(store::Session& lobby, const SignedIn& who, const PasswordChange& change,
                                          base::Instant now) {
    const Account account = account_of(lobby, who);
    base::ProblemList problems;
    problems.add(judge_password(change.new_password, account.email));
    problems.add(judge_old_password(lobby, who, account, change.old_password, now));
    if (!problems.empty()) return problems.all();
    const std::string hash = password_hash(change.new_password);
    return lobby.transaction([&](store::Transaction& tx) {
        set_password(tx, who.account, hash);
        forget_attempts(tx, "password:" + account.email);
        const auto sessions = load_sessions(tx, who.account);
        const auto here =
            std::find_if(sessions.begin(), sessions.end(), [&](const auto& s) { return s.id == who.session; });
        delete_sessions_but(tx, who.account, std::nullopt);
        delete_links_of(tx, who.account);
        SignInSession fresh;
        fresh.id = SessionId::random();
        fresh.account = who.account;
        fresh.stage = Stage::full;
        fresh.created = fresh.last_seen = now;
        fresh.ends = longest_end(Stage::full, now);
        fresh.device = here == sessions.end() ? std::string{} : here->device;
        std::string token = new_token();
        save_session(tx, token_hash(token), fresh);
        tx.journal(actor_of(who), {"account.password_changed", who.account.text(), "{}"});
        return token;
    });
}

base::Result<base::Done> revoke_session(store::Session& lobby, const SignedIn& who, SessionId session) {
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!delete_session(tx, who.account, session)) return base::problem("", "directory.account.sessions.gone");
        tx.journal(actor_of(who), {"account.session_revoked", who.account.text(), "{}"});
        return base::Done{};
    });
}

std::int64_t revoke_other_sessions(store::Session& lobby, const SignedIn& who) {
    return lobby.transaction([&](store::Transaction& tx) {
        const std::int64_t ended = delete_sessions_but(tx, who.account, who.session);
        if (ended > 0) tx.journal(actor_of(who), {"account.other_sessions_revoked", who.account.text(), "{}"});
        return ended;
    });
}

base::Result<base::Done> choose_language(store::Session& lobby, const SignedIn& who, std::string_view language,
                                         const std::vector<std::string>& spoken) {
    if (std::find(spoken.begin(), spoken.end(), language) == spoken.end())
        return base::problem("language", "directory.account.language");
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        set_language(tx, who.account, language);
        tx.journal(actor_of(who), {"account.language_chosen", who.account.text(), "{}"});
        return base::Done{};
    });
}

}  // namespace samrum::directory
