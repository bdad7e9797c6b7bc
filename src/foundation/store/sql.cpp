#include "foundation/store/sql.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace samrum::store {

namespace {

constexpr std::string_view kCreateTable = "create table ";
constexpr std::string_view kCreateTransientTable = "create transient table ";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The end of the quoted text or comment that begins at `at`, or `at` when none begins there.
std::size_t skip_quoted(std::string_view sql, std::size_t at) {
    const char c = sql[at];
    std::string_view ending;
    if (c == '\'')
        ending = "'";
    else if (c == '"')
        ending = "\"";
    else if (sql.substr(at, 2) == "--")
        ending = "\n";
    else if (sql.substr(at, 2) == "/*")
        ending = "*/";
    else
        return at;
    const auto end = sql.find(ending, at + 1);
    return end == std::string_view::npos ? sql.size() : end + ending.size();
}

/// Calls `on_text(piece)` for what lies between parameters and `on_parameter(number)` for each `$n`.
template <class OnText, class OnParameter>
void walk(std::string_view sql, OnText&& on_text, OnParameter&& on_parameter) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < sql.size();) {
        if (const auto after = skip_quoted(sql, at); after != at) {
            at = after;
        } else if (sql[at] == '$' && at + 1 < sql.size() && is_digit(sql[at + 1])) {
            on_text(sql.substr(from, at - from));
            int number = 0;
            for (++at; at < sql.size() && is_digit(sql[at]); ++at) number = number * 10 + (sql[at] - '0');
            on_parameter(number);
            from = at;
        } else {
            ++at;
        }
    }
    on_text(sql.substr(from));
}

bool begins_with(std::string_view text, std::string_view words) {
    if (text.size() < words.size()) return false;
    return std::equal(words.begin(), words.end(), text.begin(), [](char word, char c) {
        return word == static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
}

std::string without_comments(std::string_view script) {
    std::string text;
    for (std::size_t at = 0; at < script.size();) {
        const auto after = skip_quoted(script, at);
        if (after == at) {
            text += script[at++];
        } else {
            if (script[at] == '-' || script[at] == '/')
                text += '\n';
            else
                text += script.substr(at, after - at);
            at = after;
        }
    }
    return text;
}

}  // namespace

std::string with_question_marks(std::string_view sql) {
    std::string out;
    out.reserve(sql.size());
    walk(
        sql, [&](std::string_view text) { out += text; }, [&](int number) { out += '?' + std::to_string(number); });
    return out;
}

int parameter_count(std::string_view sql) {
    int highest = 0;
    walk(
        sql, [](std::string_view) {}, [&](int number) { highest = std::max(highest, number); });
    return highest;
}

std::vector<std::string> split_statements(std::string_view script) {
    std::vector<std::string> statements;
    std::string statement;
    const auto text = without_comments(script);
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        auto line = std::string_view(text).substr(from, end - from);
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
        from = end + 1;
        const bool ends = line.ends_with(';');
        if (ends) line.remove_suffix(1);
        statement.append(line) += '\n';
        if (!ends) continue;
        statements.push_back(base::trim(statement));
        statement.clear();
    }
    base::ensure(base::trim(statement).empty(), "the last statement of a migration ends with ;");
    return statements;
}

std::string for_engine(Engine engine, std::string_view statement) {
    struct Marker {
        std::string_view name, sqlite, postgresql;
    };
    constexpr std::array<Marker, 3> markers{
        {{"{int64}", "integer", "bigint"}, {"{bytes}", "blob", "bytea"}, {"{flag}", "integer", "boolean"}}};
    const bool sqlite = engine == Engine::sqlite;
    const bool transient = begins_with(statement, kCreateTransientTable);
    const bool table = transient || begins_with(statement, kCreateTable);

    std::string out(statement);
    if (transient) {
        out = std::string(sqlite ? "create table " : "create unlogged table ") +
              std::string(statement.substr(kCreateTransientTable.size()));
    }
    for (const auto& marker : markers) {
        for (std::size_t at = out.find(marker.name); at != std::string::npos; at = out.find(marker.name, at)) {
            out.replace(at, marker.name.size(), sqlite ? marker.sqlite : marker.postgresql);
        }
    }
    if (table && sqlite) out += " strict";
    // Statistics about the rows would be written into the catalogue, and so into the write-ahead log.
    if (transient && !sqlite) out += " with (autovacuum_enabled = false)";
    return out;
}

std::string transient_table_name(std::string_view statement) {
    if (!begins_with(statement, kCreateTransientTable)) return {};
    const auto rest = statement.substr(kCreateTransientTable.size());
    return base::trim(rest.substr(0, rest.find_first_of("( \n")));
}

}  // namespace samrum::store
