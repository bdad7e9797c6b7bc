#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/result.hpp"
#include "foundation/store/store.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::app {

/// How this installation runs. Each value comes from a flag, else the environment, else `samrum.toml`, else the default
/// here.
struct Settings {
    std::string data = "data";  ///< folder of the databases (SQLite) and of the key file
    std::string database;       ///< `postgresql://…`; empty: SQLite in `data`
    std::string language;       ///< of the commands; empty: by LANG
    std::optional<base::Date> today;
    std::string address = "127.0.0.1";
    int port = 8080;
    std::string public_address;  ///< empty: `http://address:port`
    std::vector<std::string> trusted_proxies;
    std::string metrics_token;  ///< empty: /metrics answers this machine only
    int workers = 0;            ///< threads for pages; 0: as many as there are cores
    int connections = 4000;     ///< at most so many at a time
    std::string smtp;           ///< `smtp://host:port` or `smtps://…`; empty: letters wait in the outbox
    std::string smtp_user;
    std::string smtp_password;
    bool smtp_clear_text = false;  ///< sends without TLS: only for a mail server on the same machine
    std::string mail_from;
    std::string operator_name;  ///< who answers for the service: stands in the accessibility statement
    std::string operator_email;
    std::string log_level = "info";

    store::Location location() const;
    std::string links_begin_with() const;  ///< public address, without a slash at the end
};

/// One value that can be set: its key in samrum.toml, its environment variable, its flag (empty: none) and what it
/// means.
struct SettingKey {
    std::string_view toml;
    std::string_view environment;
    std::string_view flag;
    std::string_view help;  ///< message key
};
/// Every setting there is; docs/operations.md lists the same (a house test compares them).
std::span<const SettingKey> setting_keys();

/// Values by key of samrum.toml, "serve.port".
using RawSettings = std::map<std::string, std::string, std::less<>>;

/// Reads the file. Problems (`settings.unreadable`, `settings.unknown_key`) with line numbers.
base::Result<RawSettings> read_settings_file(std::string_view toml, std::string_view file_name);
/// What the environment sets, by `getenv`-like look-up.
RawSettings environment_settings(const char* (*variable)(const char*));
/// Lays flags over environment over file. Problems `settings.not_a_…`, `base.date.…`, `base.email.…`, with the key as
/// field.
base::Result<Settings> settings_of(const RawSettings& flags, const RawSettings& environment, const RawSettings& file);

}  // namespace samrum::app
