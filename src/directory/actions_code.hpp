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

/// What the telephone needs to know: as a QR code and to type in.
struct CodeSetup {
    std::string secret_text;  ///< base32 in groups of four
    std::string address;      ///< otpauth://
};

/// A one-time code of the account's secret (each step once), or an unused recovery code, which is used up.
bool use_code(store::Transaction& lobby, AccountId account, std::string_view typed, base::Instant now);

/// Makes a secret that waits for its first code; nothing changes at sign-in until then. Problem
/// `directory.code.has_one`.
base::Result<CodeSetup> begin_code(store::Session& lobby, const SignedIn& who);
/// The secret that waits, to be shown again.
std::optional<CodeSetup> pending_code(store::Reader& lobby, const SignedIn& who);
/// The first code puts the secret to use. Answers ten recovery codes, shown this once; other sessions end.
/// Problems `directory.code.wrong` at `code`, `directory.code.none_pending`, `directory.sign_in.wait`.
base::Result<std::vector<std::string>> confirm_code(store::Session& lobby, const SignedIn& who, std::string_view typed,
                                                    base::Instant now);
/// Ten new recovery codes in the old ones' place, against a code. Problems as above.
base::Result<std::vector<std::string>> renew_recovery_codes(store::Session& lobby, const SignedIn& who,
                                                            std::string_view typed, base::Instant now);
/// No one-time codes any more, against a code.
base::Result<base::Done> remove_code(store::Session& lobby, const SignedIn& who, std::string_view typed,
                                     base::Instant now);
/// For an operator, when telephone and recovery codes are lost: by `samrum user clear-code`, never on a page.
base::Result<base::Done> clear_code(store::Session& lobby, const store::Actor& who, std::string_view email);

}  // namespace samrum::directory
