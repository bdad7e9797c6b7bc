#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace samrum::directory {

/// argon2id with 19 MiB and two passes (OWASP's smallest recommended), about 17 ms. At most as many run at once as the
/// machine has cores, so that a storm of sign-ins fills neither memory nor every worker.
std::string password_hash(std::string_view password);

/// Does the password have this hash? Without a hash the same work is done on a dummy and the answer is no, so the time
/// tells nobody whether there is such an account.
bool password_fits(const std::optional<std::string>& hash, std::string_view password);

/// For tests, which hash by the hundred: while one lives, a new hash costs next to nothing.
class CheapPasswords {
  public:
    CheapPasswords();
    ~CheapPasswords();
    CheapPasswords(const CheapPasswords&) = delete;
    CheapPasswords& operator=(const CheapPasswords&) = delete;
};

}  // namespace samrum::directory
