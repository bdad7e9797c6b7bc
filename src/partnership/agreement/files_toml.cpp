#include "foundation/base/text.hpp"
#include "partnership/agreement/files_tree.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace samrum::partnership::agreement {
namespace {

constexpr int kDeepest = 16;
constexpr int kMostDots = 1000;

base::Problem file_problem(std::string key, std::optional<int> line = {}, base::MessageArgs args = {}) {
    auto one = base::problem("", std::move(key), std::move(args));
    one.line = line;
    return one;
}

/// How far a string that opens at `from` reaches: the index after its closing quotes, or the end.
std::size_t after_string(std::string_view text, std::size_t from) {
    const char quote = text[from];
    const bool multiline = text.substr(from, 3) == std::string(3, quote);
    const std::string close(multiline ? 3 : 1, quote);
    for (std::size_t at = from + close.size(); at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text.substr(at, close.size()) == close)
            return at + close.size();
        else if (!multiline && text[at] == '\n')
            return at;
    }
    return text.size();
}

/// Dots outside strings and comments. Each may nest one table deeper, and the library tears tables down recursively.
int dots_in_keys(std::string_view text) {
    int dots = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'')
            at = after_string(text, at);
        else if (c == '#')
            at = std::min(text.find('\n', at), text.size());
        else
            dots += c == '.', ++at;
    }
    return dots;
}

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

struct TooDeep {
    int line;
};

struct NoText {
    int line;
};

Node converted(const toml::node& node, int depth) {
    if (depth > kDeepest) throw TooDeep{line_of(node)};
    Node out;
    out.line = line_of(node);
    if (const auto* table = node.as_table()) {
        Node::Table entries;
        for (const auto& [key, child] : *table) {
            entries.push_back({std::string(key.str()), converted(child, depth + 1)});
            // A table that only stands inside dotted headers has no place of its own.
            if (entries.back().node.line == 0) entries.back().node.line = static_cast<int>(key.source().begin.line);
        }
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto& a, const auto& b) { return a.node.line < b.node.line; });
        out.value = std::move(entries);
    } else if (const auto* array = node.as_array()) {
        Node::Array items;
        for (const auto& child : *array) items.push_back(converted(child, depth + 1));
        if (out.line == 0 && !items.empty()) out.line = items.front().line;
        out.value = std::move(items);
    } else if (const auto* text = node.as_string()) {
        if (!base::is_utf8(text->get())) throw NoText{out.line};  // an escape can write a NUL, which no database keeps
        out.value = text->get();
    } else if (const auto* whole = node.as_integer()) {
        out.value = whole->get();
    } else if (const auto* flag = node.as_boolean()) {
        out.value = flag->get();
    } else if (const auto* day = node.as_date()) {
        const toml::date& ymd = day->get();
        out.value = DayText{fmt::format("{:04}-{:02}-{:02}", ymd.year, ymd.month, ymd.day)};
    }
    return out;
}

std::string in_quotes(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += '\\', out += c;
        else if (c == '\n')
            out += "\\n";
        else if (byte < 0x20 || byte == 0x7f)
            out += fmt::format("\\u{:04X}", byte);
        else
            out += c;
    }
    return '"' + out + '"';
}

bool is_bare(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}
std::string printed_key(std::string_view key) {
    return is_bare(key) ? std::string(key) : in_quotes(key);
}

const Node::Table* as_table(const Node& node) {
    return std::get_if<Node::Table>(&node.value);
}

/// A list with nothing but tables in it is printed under [[headers]].
bool is_table_list(const Node& node) {
    const auto* items = std::get_if<Node::Array>(&node.value);
    return items && !items->empty() &&
           std::all_of(items->begin(), items->end(), [](const Node& n) { return as_table(n); });
}

std::string inline_value(const Node& node) {
    struct Printer {
        std::string operator()(const OtherValue&) const { return "\"\""; }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
        std::string operator()(const std::string& text) const { return in_quotes(text); }
        std::string operator()(const DayText& day) const { return day.iso; }
        std::string operator()(const Node::Array& items) const {
            std::string out;
            for (const Node& one : items) out += (out.empty() ? "" : ", ") + inline_value(one);
            return '[' + out + ']';
        }
        std::string operator()(const Node::Table& entries) const {
            std::string out;
            for (const auto& [key, child] : entries)
                out += (out.empty() ? " " : ", ") + printed_key(key) + " = " + inline_value(child);
            return '{' + out + " }";
        }
    };
    return std::visit(Printer{}, node.value);
}

void print_table(const Node::Table& entries, const std::string& header, std::string& out) {
    for (const auto& [key, node] : entries)
        if (!as_table(node) && !is_table_list(node)) out += printed_key(key) + " = " + inline_value(node) + '\n';
    for (const auto& [key, node] : entries) {
        const std::string name = (header.empty() ? "" : header + '.') + printed_key(key);
        if (const auto* table = as_table(node)) {
            out += "\n[" + name + "]\n";
            print_table(*table, name, out);
        } else if (is_table_list(node)) {
            for (const Node& one : std::get<Node::Array>(node.value)) {
                out += "\n[[" + name + "]]\n";
                print_table(std::get<Node::Table>(one.value), name, out);
            }
        }
    }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    if (const auto* table = as_table(*this))
        for (const auto& entry : *table)
            if (entry.key == key) return &entry.node;
    return nullptr;
}

void Node::put(std::string key, Node node) {
    std::get<Table>(value).push_back({std::move(key), std::move(node)});
}

base::Result<Node> parse_toml(std::string_view bytes) {
    if (bytes.size() > kLargestAgreementFile) return file_problem("partnership.file.too_large");
    if (!base::is_utf8(bytes)) return file_problem("partnership.file.not_utf8");
    if (dots_in_keys(bytes) > kMostDots) return file_problem("partnership.file.too_deep");
    try {
        return converted(toml::parse(bytes), 0);
    } catch (const TooDeep& deep) {
        return file_problem("partnership.file.too_deep", deep.line);
    } catch (const NoText& text) {
        return file_problem("partnership.file.not_utf8", text.line);
    } catch (const toml::parse_error& error) {
        return file_problem(
            "partnership.file.syntax", static_cast<int>(error.source().begin.line),
            {{"column", std::int64_t{error.source().begin.column}}, {"text", std::string(error.description())}});
    }
}

std::string print_toml(const Node& table) {
    std::string out;
    print_table(std::get<Node::Table>(table.value), "", out);
    return out;
}

}  // namespace samrum::partnership::agreement
