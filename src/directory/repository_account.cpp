#include "directory/repository_account.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define ACCOUNT_COLUMNS "id, email, function, language, password_hash, totp_secret, synthetic from account"

const Statement kAccountById{Scope::lobby, "select " ACCOUNT_COLUMNS " where id = $1"};
const Statement kAccountByEmail{Scope::lobby, "select " ACCOUNT_COLUMNS " where email = $1"};
const Statement kAccountAll{Scope::lobby, "select " ACCOUNT_COLUMNS " order by email"};
const Statement kAccountSave{
    Scope::lobby,
    "insert into account (id, email, function, language, password_hash, totp_last_step, created,"
    " synthetic) values ($1, $2, $3, $4, $5, 0, $6, $7)"};
const Statement kAccountSetPassword{Scope::lobby, "update account set password_hash = $2 where id = $1"};
const Statement kAccountSetLanguage{Scope::lobby, "update account set language = $2 where id = $1"};
const Statement kAccountDelete{Scope::lobby, "delete from account where id = $1"};

#undef ACCOUNT_COLUMNS

const Statement kAccountTotp{Scope::lobby,
                             "select totp_secret, totp_pending, totp_last_step from account where id = $1"};
const Statement kAccountSaveTotp{
    Scope::lobby, "update account set totp_secret = $2, totp_pending = $3, totp_last_step = $4 where id = $1"};

const Statement kAccountDeleteCodes{Scope::lobby, "delete from recovery_code where account = $1"};
const Statement kAccountSaveCode{Scope::lobby, "insert into recovery_code (hash, account) values ($1, $2)"};
const Statement kAccountUseCode{Scope::lobby, "delete from recovery_code where hash = $1 and account = $2"};
const Statement kAccountCountCodes{Scope::lobby, "select count(*) from recovery_code where account = $1"};

const Statement kAccountLink{Scope::lobby, "select account from sign_in_link where hash = $1 and ends > $2"};
const Statement kAccountSaveLink{Scope::lobby, "insert into sign_in_link (hash, account, ends) values ($1, $2, $3)"};
const Statement kAccountDeleteLink{Scope::lobby, "delete from sign_in_link where hash = $1"};
const Statement kAccountDeleteLinksOf{Scope::lobby, "delete from sign_in_link where account = $1"};
const Statement kAccountDeleteEnded{Scope::lobby, "delete from sign_in_link where ends <= $1"};

Account account_row(const store::Row& row) {
    return {.id = row.id<AccountId>(0),
            .email = row.text(1),
            .function = row.text(2),
            .language = row.text(3),
            .password_hash = row.maybe(4, &store::Row::text),
            .has_code = !row.is_null(5),
            .synthetic = row.flag(6)};
}

}  // namespace

std::optional<Account> load_account(store::Reader& lobby, AccountId id) {
    return lobby.one(kAccountById, account_row, id);
}
std::optional<Account> load_account(store::Reader& lobby, std::string_view email) {
    return lobby.one(kAccountByEmail, account_row, email);
}
std::vector<Account> load_accounts(store::Reader& lobby) {
    return lobby.all(kAccountAll, account_row);
}

void save_account(store::Transaction& lobby, const Account& one, base::Instant created) {
    lobby.run(kAccountSave, one.id, one.email, one.function, one.language, one.password_hash, created, one.synthetic);
}

void set_password(store::Transaction& lobby, AccountId id, const std::optional<std::string>& hash) {
    lobby.run(kAccountSetPassword, id, hash);
}

void set_language(store::Transaction& lobby, AccountId id, std::string_view language) {
    lobby.run(kAccountSetLanguage, id, language);
}

bool delete_account(store::Transaction& lobby, AccountId id) {
    return lobby.run(kAccountDelete, id) > 0;
}

TotpRow load_totp(store::Reader& lobby, AccountId id) {
    const auto found = lobby.one(
        kAccountTotp,
        [](const store::Row& row) {
            return TotpRow{row.maybe(0, &store::Row::bytes), row.maybe(1, &store::Row::bytes), row.integer(2)};
        },
        id);
    return found.value_or(TotpRow{});
}

void save_totp(store::Transaction& lobby, AccountId id, const TotpRow& row) {
    lobby.run(kAccountSaveTotp, id, row.secret, row.pending, row.last_step);
}

void replace_recovery_codes(store::Transaction& lobby, AccountId id, const std::vector<store::Bytes>& hashes) {
    lobby.run(kAccountDeleteCodes, id);
    for (const auto& hash : hashes) lobby.run(kAccountSaveCode, hash, id);
}

bool use_recovery_code(store::Transaction& lobby, AccountId id, const store::Bytes& hash) {
    return lobby.run(kAccountUseCode, hash, id) > 0;
}

std::int64_t count_recovery_codes(store::Reader& lobby, AccountId id) {
    return lobby.count(kAccountCountCodes, id);
}

std::optional<AccountId> load_link_account(store::Reader& lobby, const store::Bytes& hash, base::Instant now) {
    return lobby.one(
        kAccountLink, [](const store::Row& row) { return row.id<AccountId>(0); }, hash, now);
}

void save_link(store::Transaction& lobby, const store::Bytes& hash, AccountId account, base::Instant ends) {
    lobby.run(kAccountSaveLink, hash, account, ends);
}

bool delete_link(store::Transaction& lobby, const store::Bytes& hash) {
    return lobby.run(kAccountDeleteLink, hash) > 0;
}
std::int64_t delete_links_of(store::Transaction& lobby, AccountId account) {
    return lobby.run(kAccountDeleteLinksOf, account);
}
std::int64_t delete_ended_links(store::Transaction& lobby, base::Instant now) {
    return lobby.run(kAccountDeleteEnded, now);
}

}  // namespace samrum::directory
