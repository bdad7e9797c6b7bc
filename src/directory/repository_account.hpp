#pragma once
#include "directory/model_account.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::directory {

std::optional<Account> load_account(store::Reader& lobby, AccountId id);
std::optional<Account> load_account(store::Reader& lobby, std::string_view email);
/// By e-mail address.
std::vector<Account> load_accounts(store::Reader& lobby);
void save_account(store::Transaction& lobby, const Account& one, base::Instant created);
void set_password(store::Transaction& lobby, AccountId id, const std::optional<std::string>& hash);
void set_language(store::Transaction& lobby, AccountId id, std::string_view language);
bool delete_account(store::Transaction& lobby, AccountId id);

/// The secrets of one-time codes as the key file encrypted them, and the last time step used.
struct TotpRow {
    std::optional<store::Bytes> secret;   ///< in use
    std::optional<store::Bytes> pending;  ///< shown for enrolment, not yet confirmed by a code
    std::int64_t last_step = 0;
};
TotpRow load_totp(store::Reader& lobby, AccountId id);
void save_totp(store::Transaction& lobby, AccountId id, const TotpRow& row);

void replace_recovery_codes(store::Transaction& lobby, AccountId id, const std::vector<store::Bytes>& hashes);
/// Uses one up; false when there is none such.
bool use_recovery_code(store::Transaction& lobby, AccountId id, const store::Bytes& hash);
std::int64_t count_recovery_codes(store::Reader& lobby, AccountId id);

/// The account of a mailed link that has not ended.
std::optional<AccountId> load_link_account(store::Reader& lobby, const store::Bytes& hash, base::Instant now);
void save_link(store::Transaction& lobby, const store::Bytes& hash, AccountId account, base::Instant ends);
/// Takes one link away; false when it was gone already.
bool delete_link(store::Transaction& lobby, const store::Bytes& hash);
std::int64_t delete_links_of(store::Transaction& lobby, AccountId account);
std::int64_t delete_ended_links(store::Transaction& lobby, base::Instant now);

}  // namespace samrum::directory
