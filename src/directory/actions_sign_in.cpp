#include "directory/actions_sign_in.hpp"

#include "directory/actions_code.hpp"
#include "directory/actions_password.hpp"
#include "directory/actions_throttle.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_session.hpp"
#include "directory/rules_account.hpp"
#include "directory/rules_session.hpp"
#include "directory/rules_token.hpp"
#include "foundation/base/readable.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/text/words.hpp"

#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

store::Actor actor_of(const Account& account) {
    return {account.id.text(), account.function};
}
std::string password_throttle(std::string_view email) {
    return "password:" + std::string(email);
}
std::string code_throttle(AccountId account) {
    return "code:" + account.text();
}

/// Ends the session of a browser's cookie, if it has one.
void end_session_of(store::Transaction& tx, std::string_view token) {
    if (token.empty()) return;
    if (const auto row = load_session(tx, token_hash(token))) delete_session(tx, row->session.account, row->session.id);
}

SignInStep begin_session(store::Transaction& tx, const Account& account, Stage stage, Means means,
                         const std::string& device, base::Instant now) {
    SignInSession session;
    session.id = SessionId::random();
    session.account = account.id;
    session.stage = stage;
    session.means = means;
    session.created = session.last_seen = now;
    session.ends = longest_end(stage, now);
    session.device = device;
    SignInStep step{new_token(), stage};
    save_session(tx, token_hash(step.token), session);
    if (stage == Stage::full)
        tx.journal(actor_of(account), {"account.signed_in", account.id.text(),
                                       means == Means::link ? R"({"by":"link"})" : R"({"by":"password"})"});
    return step;
}

SignInStep let_in(store::Transaction& tx, const Account& account, Means means, const Browser& browser,
                  base::Instant now) {
    end_session_of(tx, browser.old_token);
    forget_attempts(tx, password_throttle(account.email));
    return begin_session(tx, account, account.has_code ? Stage::half : Stage::full, means, browser.device, now);
}

/// A new link's token.
std::string new_link(store::Transaction& tx, const store::Actor& who, const Account& account, base::Instant now) {
    std::string token = new_token();
    save_link(tx, token_hash(token), account.id, now.plus(kLinkTime));
    tx.journal(who, {"account.link_made", account.id.text(), "{}"});
    return token;
}

/// Few letters to one address, and no answer tells that more were asked for.
void ask_for_letter(store::Session& lobby, const std::string& email, base::Instant now) {
    lobby.transaction([&](store::Transaction& tx) {
        if (take_letter(tx, email, now))
            jobs::enqueue(tx, "directory.sign_in_letter", nlohmann::json{{"email", email}}.dump(), now);
    });
}

std::optional<SignInSession> half_session(store::Reader& lobby, std::string_view token, base::Instant now) {
    if (token.empty()) return std::nullopt;
    const auto row = load_session(lobby, token_hash(token));
    if (!row || row->session.stage != Stage::half || !is_alive(row->session, now)) return std::nullopt;
    return row->session;
}

/// A wrong code is kept count of, so this commits where a returned problem would roll back.
void count_wrong(store::Session& lobby, const SignInSession& half) {
    lobby.transaction([&](store::Transaction& tx) {
        if (count_wrong_code(tx, half.id) >= kMostWrongCodes) delete_session(tx, half.account, half.id);
    });
}

}  // namespace

base::Result<SignInStep> sign_in(store::Session& lobby, std::string_view email, std::string_view password,
                                 const Browser& browser, base::Instant now) {
    const auto address = judge_email(email);
    const std::string known_as = address ? *address : base::readable_text(email, 254);
    if (const auto attempt = take_attempt(lobby, password_throttle(known_as), now); !attempt) return attempt.problems();
    const auto account = load_account(lobby, known_as);
    if (!password_fits(account ? account->password_hash : std::nullopt, password))
        return base::problem("", "directory.sign_in.wrong");
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<SignInStep> {
        const auto still = load_account(tx, account->id);
        if (!still || still->password_hash != account->password_hash)
            return base::problem("", "directory.sign_in.wrong");
        return let_in(tx, *still, Means::password, browser, now);
    });
}

base::Result<base::Done> ask_for_link(store::Session& lobby, std::string_view email, base::Instant now) {
    const auto address = judge_email(email);
    if (!address) return address.problems();
    ask_for_letter(lobby, *address, now);
    return base::Done{};
}

base::Result<std::string> make_sign_in_link(store::Session& lobby, const store::Actor& who, std::string_view email,
                                            base::Instant now) {
    const auto address = judge_email(email);
    const auto account = address ? load_account(lobby, *address) : std::nullopt;
    if (!account) return base::problem("email", "directory.account.unknown");
    return lobby.transaction([&](store::Transaction& tx) { return new_link(tx, who, *account, now); });
}

void mail_sign_in_link(store::Session& lobby, const module::House& house, std::string_view email, base::Instant now) {
    const auto account = load_account(lobby, email);
    if (!account) return;
    const text::Words& words = house.catalogues->words(account->language);
    lobby.transaction([&](store::Transaction& tx) {
        const std::string token = new_link(tx, {"system", "Samrum"}, *account, now);
        const std::string address = house.public_address + "/sign-in/link/" + token;
        jobs::queue_mail(tx,
                         {account->email, words("directory.letter.link.subject"),
                          words("directory.letter.link.text", {{"address", address}, {"minutes", kLinkTime.count()}})});
    });
}

void send_sign_in_letter(module::JobCall& call) {
    const auto arguments = nlohmann::json::parse(call.work.arguments());
    const auto lobby = call.work.open();
    mail_sign_in_link(*lobby, call.house, arguments.at("email").get<std::string>(), base::Instant::now());
}

bool is_link_good(store::Reader& lobby, std::string_view token, base::Instant now) {
    return load_link_account(lobby, token_hash(token), now).has_value();
}

base::Result<SignInStep> use_link(store::Session& lobby, std::string_view token, const Browser& browser,
                                  base::Instant now) {
    const store::Bytes hash = token_hash(token);
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<SignInStep> {
        const auto id = load_link_account(tx, hash, now);
        // Two that use it at once both find it; only one takes it away.
        if (!id || !delete_link(tx, hash)) return base::problem("", "directory.link.spent");
        const auto account = load_account(tx, *id);
        base::ensure(account.has_value(), "a link's account lives as long as the link");
        delete_links_of(tx, account->id);
        return let_in(tx, *account, Means::link, browser, now);
    });
}

bool waits_for_code(store::Reader& lobby, std::string_view token, base::Instant now) {
    return half_session(lobby, token, now).has_value();
}

base::Result<SignInStep> give_code(store::Session& lobby, std::string_view token, std::string_view typed,
                                   base::Instant now) {
    const auto half = half_session(lobby, token, now);
    if (!half) return base::problem("", "directory.code.start_again");
    const std::string name = code_throttle(half->account);
    if (const auto attempt = take_attempt(lobby, name, now); !attempt) return attempt.problems();
    auto step = lobby.transaction([&](store::Transaction& tx) -> base::Result<SignInStep> {
        if (!half_session(tx, token, now)) return base::problem("", "directory.code.start_again");
        if (!use_code(tx, half->account, typed, now)) return base::problem("code", "directory.code.wrong");
        const auto account = load_account(tx, half->account);
        base::ensure(account.has_value(), "a session's account lives as long as the session");
        forget_attempts(tx, name);
        delete_session(tx, half->account, half->id);
        return begin_session(tx, *account, Stage::full, half->means, half->device, now);
    });
    if (!step) count_wrong(lobby, *half);
    return step;
}

void sign_out(store::Session& lobby, std::string_view token) {
    if (token.empty()) return;
    lobby.transaction([&](store::Transaction& tx) {
        const auto row = load_session(tx, token_hash(token));
        if (!row) return;
        delete_session(tx, row->session.account, row->session.id);
        tx.journal({row->session.account.text(), row->function},
                   {"account.signed_out", row->session.account.text(), "{}"});
    });
}

}  // namespace samrum::directory
