#pragma once
#include "directory/model_account.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/module.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samrum::directory {

/// A step on the way in. The token goes into the cookie; `half` leads to /sign-in/code.
struct SignInStep {
    std::string token;
    Stage stage = Stage::full;
};

/// The browser that signs in.
struct Browser {
    std::string device;     ///< rules_session's device_label of its User-Agent
    std::string old_token;  ///< its cookie until now: that session ends, so a planted token is worth nothing
};

/// By e-mail address and password. The answer and its time are the same for a wrong password, an unknown address and an
/// account without a password. Problems `directory.sign_in.wrong`, `directory.sign_in.wait` {seconds}.
base::Result<SignInStep> sign_in(store::Session& lobby, std::string_view email, std::string_view password,
                                 const Browser& browser, base::Instant now);

/// Sends a link to the address if it is an account's; a job does it, so neither answer nor time tells which. More than
/// a few are ignored in silence. Problem `base.email.*` only.
base::Result<base::Done> ask_for_link(store::Session& lobby, std::string_view email, base::Instant now);
/// The job's work: makes the link and queues the letter, in the account's language. Does nothing for other addresses.
void mail_sign_in_link(store::Session& lobby, const module::House& house, std::string_view email, base::Instant now);
/// Carries out `directory.sign_in_letter`. Twice, after a crash, is one letter more.
void send_sign_in_letter(module::JobCall& call);

/// For `samrum user link`: makes a link and sends nothing. Answers its token. Problem `directory.account.unknown`.
base::Result<std::string> make_sign_in_link(store::Session& lobby, const store::Actor& who, std::string_view email,
                                            base::Instant now);

/// Is it still good? Looking does not use it up: programs that read mail for people follow links.
bool is_link_good(store::Reader& lobby, std::string_view token, base::Instant now);
/// By a mailed link, which is good once for 15 minutes. Problem `directory.link.spent`.
base::Result<SignInStep> use_link(store::Session& lobby, std::string_view token, const Browser& browser,
                                  base::Instant now);

/// Does this browser wait to give its one-time code?
bool waits_for_code(store::Reader& lobby, std::string_view token, base::Instant now);
/// The one-time code, or a recovery code, of a half session; a new token takes the old one's place. After five wrong
/// codes the half session is gone. Problems `directory.code.wrong`, `directory.code.start_again`,
/// `directory.sign_in.wait`.
base::Result<SignInStep> give_code(store::Session& lobby, std::string_view token, std::string_view typed,
                                   base::Instant now);

void sign_out(store::Session& lobby, std::string_view token);

}  // namespace samrum::directory
