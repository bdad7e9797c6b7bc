#include "app/settings.hpp"

#include "foundation/base/email_address.hpp"
#include "foundation/base/text.hpp"
#include "foundation/web/peer.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <toml++/toml.h>

namespace samrum::app {
namespace {

constexpr SettingKey kKeys[] = {
    {"data", "SAMRUM_DATA", "--data", "settings.data"},
    {"database", "SAMRUM_DATABASE", "--database", "settings.database"},
    {"language", "SAMRUM_LANGUAGE", "--language", "settings.language"},
    {"today", "SAMRUM_TODAY", "--today", "settings.today"},
    {"serve.address", "SAMRUM_ADDRESS", "--address", "settings.address"},
    {"serve.port", "SAMRUM_PORT", "--port", "settings.port"},
    {"serve.public_address", "SAMRUM_PUBLIC_ADDRESS", "--public-address", "settings.public_address"},
    {"serve.trusted_proxies", "SAMRUM_TRUSTED_PROXIES", "", "settings.trusted_proxies"},
    {"serve.metrics_token", "SAMRUM_METRICS_TOKEN", "", "settings.metrics_token"},
    {"serve.workers", "SAMRUM_WORKERS", "", "settings.workers"},
    {"serve.connections", "SAMRUM_CONNECTIONS", "", "settings.connections"},
    {"mail.smtp", "SAMRUM_SMTP", "", "settings.smtp"},
    {"mail.user", "SAMRUM_SMTP_USER", "", "settings.smtp_user"},
    {"mail.password", "SAMRUM_SMTP_PASSWORD", "", "settings.smtp_password"},
    {"mail.clear_text", "SAMRUM_SMTP_CLEAR_TEXT", "", "settings.smtp_clear_text"},
    {"mail.from", "SAMRUM_MAIL_FROM", "", "settings.mail_from"},
    {"operator.name", "SAMRUM_OPERATOR_NAME", "", "settings.operator_name"},
    {"operator.email", "SAMRUM_OPERATOR_EMAIL", "", "settings.operator_email"},
    {"log.level", "SAMRUM_LOG", "", "settings.log_level"},
};

constexpr std::string_view kLogLevels[] = {"error", "warn", "info", "debug"};

bool is_known(std::string_view key) {
    return std::any_of(std::begin(kKeys), std::end(kKeys), [&](const SettingKey& one) { return one.toml == key; });
}

/// A leaf of the file as text; lists become words with commas between.
std::optional<std::string> text_of(const toml::node& node) {
    if (const auto* list = node.as_array()) {
        std::string all;
        for (const auto& each : *list)
            if (const auto one = text_of(each)) all += (all.empty() ? "" : ",") + *one;
        return all;
    }
    if (node.is_table()) return std::nullopt;
    if (const auto* text = node.as_string()) return text->get();
    std::ostringstream out;
    node.visit([&](const auto& leaf) {
        if constexpr (toml::is_value<decltype(leaf)>) out << leaf;
    });
    return out.str();
}

base::Problem at(const toml::source_region& where, std::string_view file, std::string key, base::MessageArgs args) {
    auto one = base::problem(std::string(file), std::move(key), std::move(args));
    one.line = static_cast<int>(where.begin.line);
    return one;
}

void gather(const toml::table& table, const std::string& prefix, std::string_view file, RawSettings& into,
            base::ProblemList& problems) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string(name.str());
        if (const auto* inner = node.as_table())
            gather(*inner, key + ".", file, into, problems);
        else if (!is_known(key))
            problems.add(at(node.source(), file, "settings.unknown_key", {{"key", key}}));
        else
            into[key] = *text_of(node);
    }
}

int number(const std::string& text, const std::string& key, int from, int to, base::ProblemList& problems) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && value >= from && value <= to) return value;
    problems.add(base::problem(key, "settings.not_a_number",
                               {{"value", text}, {"from", std::int64_t{from}}, {"to", std::int64_t{to}}}));
    return from;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> all;
    std::stringstream in{std::string(text)};
    for (std::string one; std::getline(in, one, ',');)
        if (one = base::trim(one); !one.empty()) all.push_back(one);
    return all;
}

/// What is checked when the program begins, so that a slip does not show first when a letter or a visitor comes.
void judge(const Settings& settings, base::ProblemList& problems) {
    for (const auto& proxy : settings.trusted_proxies)
        if (!web::Network::parse(proxy))
            problems.add(base::problem("serve.trusted_proxies", "settings.not_a_network", {{"value", proxy}}));
    if (!settings.mail_from.empty())
        if (const auto address = base::EmailAddress::parse(settings.mail_from); !address)
            for (const auto& one : address.problems()) problems.add({"mail.from", one.message, {}});
    if (std::ranges::find(kLogLevels, settings.log_level) == std::end(kLogLevels))
        problems.add(base::problem("log.level", "settings.not_a_log_level", {{"value", settings.log_level}}));
}

}  // namespace

std::span<const SettingKey> setting_keys() {
    return kKeys;
}

store::Location Settings::location() const {
    return {database.empty() ? store::Engine::sqlite : store::Engine::postgresql, data, database};
}

std::string Settings::links_begin_with() const {
    std::string begin = public_address.empty() ? "http://" + address + ":" + std::to_string(port) : public_address;
    while (begin.ends_with('/')) begin.pop_back();
    return begin;
}

base::Result<RawSettings> read_settings_file(std::string_view toml, std::string_view file_name) {
    try {
        RawSettings values;
        base::ProblemList problems;
        gather(toml::parse(toml, file_name), "", file_name, values, problems);
        if (!problems.empty()) return problems.all();
        return values;
    } catch (const toml::parse_error& error) {
        return at(error.source(), file_name, "settings.unreadable", {{"why", std::string(error.description())}});
    }
}

RawSettings environment_settings(const char* (*variable)(const char*)) {
    RawSettings values;
    for (const SettingKey& key : kKeys)
        if (const char* value = variable(std::string(key.environment).c_str())) values[std::string(key.toml)] = value;
    return values;
}

base::Result<Settings> settings_of(const RawSettings& flags, const RawSettings& environment, const RawSettings& file) {
    Settings settings;
    base::ProblemList problems;
    const auto value = [&](std::string_view key) -> const std::string* {
        for (const RawSettings* from : {&flags, &environment, &file})
            if (const auto found = from->find(key); found != from->end()) return &found->second;
        return nullptr;
    };
    const auto take = [&](std::string_view key, std::string& into) {
        if (const auto* found = value(key)) into = *found;
    };
    const auto whole = [&](const std::string& key, int& into, int from, int to) {
        if (const auto* found = value(key)) into = number(*found, key, from, to, problems);
    };
    const auto yes_no = [&](const std::string& key, bool& into) {
        const auto* found = value(key);
        if (!found) return;
        into = *found == "true";
        if (!into && *found != "false") problems.add(base::problem(key, "settings.not_yes_or_no", {{"value", *found}}));
    };
    take("data", settings.data);
    take("database", settings.database);
    take("language", settings.language);
    take("serve.address", settings.address);
    take("serve.public_address", settings.public_address);
    take("serve.metrics_token", settings.metrics_token);
    take("mail.smtp", settings.smtp);
    take("mail.user", settings.smtp_user);
    take("mail.password", settings.smtp_password);
    take("mail.from", settings.mail_from);
    yes_no("mail.clear_text", settings.smtp_clear_text);
    take("operator.name", settings.operator_name);
    take("operator.email", settings.operator_email);
    take("log.level", settings.log_level);
    whole("serve.port", settings.port, 0, 65535);
    whole("serve.workers", settings.workers, 0, 1024);
    whole("serve.connections", settings.connections, 1, 100'000);
    if (const auto* proxies = value("serve.trusted_proxies")) settings.trusted_proxies = words_of(*proxies);
    if (const auto* today = value("today"); today && !today->empty())
        settings.today = problems.take(base::Date::parse(*today), "today");
    judge(settings, problems);
    if (!problems.empty()) return problems.all();
    return settings;
}

}  // namespace samrum::app
