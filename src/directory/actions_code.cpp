#include "directory/actions_code.hpp"

#include "directory/actions_throttle.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_session.hpp"
#include "directory/rules_account.hpp"
#include "directory/rules_token.hpp"
#include "directory/rules_totp.hpp"
#include "foundation/store/secrets.hpp"

namespace samrum::directory {
namespace {

constexpr std::string_view kPurpose = "directory.totp";
constexpr int kRecoveryCodes = 10;

store::Actor code_actor_of(const SignedIn& who) {
    return {who.account.text(), who.function};
}
std::string throttle_of(const SignedIn& who) {
    return "code:" + who.account.text();
}

std::string opened(store::Reader& lobby, const store::Bytes& sealed) {
    return lobby.secrets().decrypt(kPurpose, sealed);
}

CodeSetup setup_of(store::Reader& lobby, AccountId account, const std::string& secret) {
    const auto whose = load_account(lobby, account);
    base::ensure(whose.has_value(), "a session's account lives as long as the session");
    return {totp_secret_text(secret), totp_address(secret, whose->email)};
}

std::vector<std::string> write_recovery_codes(store::Transaction& tx, AccountId account) {
    std::vector<std::string> codes;
    std::vector<store::Bytes> hashes;
    for (int i = 0; i < kRecoveryCodes; ++i) {
        codes.push_back(new_recovery_code());
        hashes.push_back(token_hash(normal_recovery_code(codes.back())));
    }
    replace_recovery_codes(tx, account, hashes);
    return codes;
}

void forget_secret(store::Transaction& tx, AccountId account) {
    save_totp(tx, account, {});
    replace_recovery_codes(tx, account, {});
}

}  // namespace

bool use_code(store::Transaction& lobby, AccountId account, std::string_view typed, base::Instant now) {
    lobby.lock("code/" + account.text());  // one code is taken once, whichever server it comes to
    TotpRow row = load_totp(lobby, account);
    if (!row.secret) return false;
    if (const auto step = matching_step(opened(lobby, *row.secret), typed, now, row.last_step)) {
        row.last_step = *step;
        save_totp(lobby, account, row);
        return true;
    }
    return use_recovery_code(lobby, account, token_hash(normal_recovery_code(typed)));
}

base::Result<CodeSetup> begin_code(store::Session& lobby, const SignedIn& who) {
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<CodeSetup> {
        TotpRow row = load_totp(tx, who.account);
        if (row.secret) return base::problem("", "directory.code.has_one");
        const std::string secret = new_totp_secret();
        row.pending = tx.secrets().encrypt(kPurpose, secret);
        save_totp(tx, who.account, row);
        tx.journal(code_actor_of(who), {"account.code_begun", who.account.text(), "{}"});
        return setup_of(tx, who.account, secret);
    });
}

std::optional<CodeSetup> pending_code(store::Reader& lobby, const SignedIn& who) {
    const TotpRow row = load_totp(lobby, who.account);
    if (!row.pending) return std::nullopt;
    return setup_of(lobby, who.account, opened(lobby, *row.pending));
}

base::Result<std::vector<std::string>> confirm_code(store::Session& lobby, const SignedIn& who, std::string_view typed,
                                                    base::Instant now) {
    if (const auto attempt = take_attempt(lobby, throttle_of(who), now); !attempt) return attempt.problems();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<std::vector<std::string>> {
        const TotpRow row = load_totp(tx, who.account);
        if (!row.pending) return base::problem("", "directory.code.none_pending");
        const auto step = matching_step(opened(tx, *row.pending), typed, now, 0);
        if (!step) return base::problem("code", "directory.code.wrong");
        save_totp(tx, who.account, {row.pending, std::nullopt, *step});
        forget_attempts(tx, throttle_of(who));
        delete_sessions_but(tx, who.account, who.session);
        tx.journal(code_actor_of(who), {"account.code_set", who.account.text(), "{}"});
        return write_recovery_codes(tx, who.account);
    });
}

base::Result<std::vector<std::string>> renew_recovery_codes(store::Session& lobby, const SignedIn& who,
                                                            std::string_view typed, base::Instant now) {
    if (const auto attempt = take_attempt(lobby, throttle_of(who), now); !attempt) return attempt.problems();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<std::vector<std::string>> {
        if (!use_code(tx, who.account, typed, now)) return base::problem("code", "directory.code.wrong");
        forget_attempts(tx, throttle_of(who));
        tx.journal(code_actor_of(who), {"account.recovery_codes_renewed", who.account.text(), "{}"});
        return write_recovery_codes(tx, who.account);
    });
}

base::Result<base::Done> remove_code(store::Session& lobby, const SignedIn& who, std::string_view typed,
                                     base::Instant now) {
    if (const auto attempt = take_attempt(lobby, throttle_of(who), now); !attempt) return attempt.problems();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!use_code(tx, who.account, typed, now)) return base::problem("code", "directory.code.wrong");
        forget_attempts(tx, throttle_of(who));
        forget_secret(tx, who.account);
        tx.journal(code_actor_of(who), {"account.code_removed", who.account.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> clear_code(store::Session& lobby, const store::Actor& who, std::string_view email) {
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto address = judge_email(email);
        const auto account = address ? load_account(tx, *address) : std::nullopt;
        if (!account) return base::problem("email", "directory.account.unknown");
        forget_secret(tx, account->id);
        delete_sessions_but(tx, account->id, std::nullopt);
        tx.journal(who, {"account.code_cleared", account->id.text(), "{}"});
        return base::Done{};
    });
}

}  // namespace samrum::directory
