#include "partnership/agreement/files_archive.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace samrum::partnership::agreement {
namespace {

constexpr std::size_t kMostProblems = 500;
constexpr std::size_t kLongestGuess = 40;
constexpr std::size_t kLongestList = 200;

/// How many letters to change, add or drop between two words (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t swap = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = std::exchange(row[j], std::min({swap, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row[b.size()];
}

/// The known word that a mistyped one is closest to, if it is close.
std::string_view closest(std::string_view typed, const std::vector<std::string_view>& known) {
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, typed.size() / 3) + 1;
    if (typed.size() > kLongestGuess) return best;
    for (const auto one : known)
        if (const auto d = distance(typed, one); d < least) least = d, best = one;
    return best;
}

std::vector<std::string_view> split_choices(std::string_view choices) {
    std::vector<std::string_view> out;
    while (!choices.empty()) {
        const auto comma = std::min(choices.find(", "), choices.size());
        out.push_back(choices.substr(0, comma));
        choices.remove_prefix(std::min(choices.size(), comma + 2));
    }
    return out;
}

}  // namespace

void Gathered::add(const std::string& path, int line, std::string key, base::MessageArgs args) {
    if (problems.all().size() > kMostProblems) return;
    if (problems.all().size() == kMostProblems) key = "partnership.file.and_more", args = {};
    auto one = base::problem(path, std::move(key), std::move(args));
    if (line > 0) one.line = line;
    problems.add(std::move(one));
}

TableReader::TableReader(const Node& table, std::string path, Gathered& gathered)
    : table_(table), path_(std::move(path)), gathered_(gathered) {
    gathered_.lines[path_] = table.line;
}

const Node* TableReader::find(std::string_view name) {
    known_.push_back(name);
    const Node* node = table_.find(name);
    if (node) gathered_.lines[child(name)] = node->line;
    return node;
}

std::string TableReader::child(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void TableReader::missing(std::string_view name) {
    gathered_.add(child(name), table_.line, "partnership.file.missing", {{"field", std::string(name)}});
}

void TableReader::judge(const base::Problems& problems) {
    for (const base::Problem& one : problems) {
        const std::string path = one.field.empty() ? path_ : child(one.field);
        const auto line = gathered_.lines.find(path);
        gathered_.add(path, line == gathered_.lines.end() ? table_.line : line->second, one.message.key,
                      one.message.args);
    }
}

void TableReader::finish() {
    const auto* table = std::get_if<Node::Table>(&table_.value);
    if (!table) return;
    for (const auto& [key, node] : *table) {
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        const auto meant = closest(key, known_);
        base::MessageArgs args{{"key", key}};
        if (!meant.empty()) args.emplace_back("meant", std::string(meant));
        gathered_.add(child(key), node.line,
                      meant.empty() ? "partnership.file.unknown_key" : "partnership.file.unknown_key_meant",
                      std::move(args));
    }
}

bool TableReader::is_unknown(const Node& node) const {
    const auto* text = std::get_if<std::string>(&node.value);
    return text && *text == "unknown";
}

void TableReader::wrong(const Node& node, const std::string& path, const char* wanted) {
    gathered_.add(path, node.line, std::string("partnership.file.wanted_") + wanted);
}

void TableReader::unknown_word(const Node& node, const std::string& path, std::string_view word, std::string choices) {
    const auto meant = closest(word, split_choices(choices));
    base::MessageArgs args{{"word", std::string(word)}, {"choices", choices}};
    if (!meant.empty()) args.emplace_back("meant", std::string(meant));
    gathered_.add(path, node.line,
                  meant.empty() ? "partnership.file.unknown_word" : "partnership.file.unknown_word_meant",
                  std::move(args));
}

void TableReader::read(const Node& node, const std::string& path, std::string& value) {
    const auto* text = std::get_if<std::string>(&node.value);
    if (!text) return wrong(node, path, "text");
    value = *text;
    while (!value.empty() && (value.back() == '\n' || value.back() == ' ')) value.pop_back();
    if (value.empty()) gathered_.add(path, node.line, "partnership.file.empty_text");
}

const Node::Array* TableReader::items_of(const Node& node, const std::string& path) {
    const auto* items = std::get_if<Node::Array>(&node.value);
    if (!items) wrong(node, path, "list");
    if (!items || items->size() <= kLongestList) return items;
    gathered_.add(path, node.line, "partnership.file.too_many", {{"most", std::int64_t{kLongestList}}});
    return nullptr;
}

void TableReader::read(const Node& node, const std::string& path, bool& value) {
    if (const auto* flag = std::get_if<bool>(&node.value))
        value = *flag;
    else
        wrong(node, path, "flag");
}

void TableReader::read(const Node& node, const std::string& path, std::int64_t& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&node.value))
        value = *whole;
    else
        wrong(node, path, "number");
}

void TableReader::read(const Node& node, const std::string& path, int& value) {
    constexpr std::int64_t kMost = 1'000'000;
    const auto* whole = std::get_if<std::int64_t>(&node.value);
    if (!whole) return wrong(node, path, "number");
    if (*whole < 0 || *whole > kMost) return gathered_.add(path, node.line, "partnership.file.number_out_of_range");
    value = static_cast<int>(*whole);
}

void TableReader::read(const Node& node, const std::string& path, base::Date& value) {
    const auto* day = std::get_if<DayText>(&node.value);
    const auto* text = std::get_if<std::string>(&node.value);
    if (!day && !text) return wrong(node, path, "day");
    const auto date = base::Date::parse(day ? day->iso : *text);
    if (date)
        value = *date;
    else
        gathered_.add(path, node.line, date.problems()[0].message.key, date.problems()[0].message.args);
}

void TableReader::read(const Node& node, const std::string& path, base::Money& value) {
    constexpr std::int64_t kMostKronor = 10'000'000'000;
    if (const auto* whole = std::get_if<std::int64_t>(&node.value)) {
        if (*whole < 0 || *whole > kMostKronor)
            return gathered_.add(path, node.line, "partnership.file.number_out_of_range");
        value = base::Money::kronor(*whole);
    } else if (const auto* text = std::get_if<std::string>(&node.value)) {
        const auto money = base::Money::parse(*text);
        if (!money)
            gathered_.add(path, node.line, money.problems()[0].message.key, money.problems()[0].message.args);
        else if (money->ore < 0 || money->ore > 100 * kMostKronor)
            gathered_.add(path, node.line, "partnership.file.number_out_of_range");
        else
            value = *money;
    } else {
        wrong(node, path, "money");
    }
}

void TableReader::read(const Node& node, const std::string& path, MonthDay& value) {
    const auto* text = std::get_if<std::string>(&node.value);
    if (!text) return wrong(node, path, "month_day");
    const auto day = MonthDay::parse(*text);
    if (day)
        value = *day;
    else
        gathered_.add(path, node.line, day.problems()[0].message.key, day.problems()[0].message.args);
}

void TableReader::read(const Node& node, const std::string& path, Sum& value) {
    if (is_unknown(node)) return;
    base::Money from;
    base::Money to;
    if (std::holds_alternative<Node::Table>(node.value)) {
        TableReader range(node, path, gathered_);
        range.required("from", from);
        range.required("to", to);
        range.take(Sum::range(from, to), value);
        range.finish();
    } else {
        read(node, path, from);
        value = Sum::exact(from);
    }
}

void TableReader::read(const Node& node, const std::string& path, LastDay& value) {
    const auto* text = std::get_if<std::string>(&node.value);
    if (text && *text == "open")
        value.open = true;
    else if (!is_unknown(node))
        read(node, path, value.day.emplace());
}

void TableReader::read(const Node& node, const std::string& path, std::map<std::string, std::string>& value) {
    const auto* table = std::get_if<Node::Table>(&node.value);
    if (!table) return wrong(node, path, "table");
    for (const auto& [key, entry] : *table) read(entry, fmt::format("{}.{}", path, key), value[key]);
}

void TableReader::read(const Node& node, const std::string& path, std::map<Section, std::string>& value) {
    if (!std::holds_alternative<Node::Table>(node.value)) return wrong(node, path, "table");
    TableReader inner(node, path, gathered_);
    for (const auto& [section, word] : kSections)
        if (const Node* entry = inner.find(word)) inner.read(*entry, inner.child(word), value[section]);
    inner.finish();
}

Node TableWriter::node_of(const std::string& value) {
    return {value, 0};
}
Node TableWriter::node_of(bool value) {
    return {value, 0};
}
Node TableWriter::node_of(std::int64_t value) {
    return {value, 0};
}
Node TableWriter::node_of(const base::Date& value) {
    return {DayText{value.iso()}, 0};
}
Node TableWriter::node_of(const MonthDay& value) {
    return {value.text(), 0};
}

Node TableWriter::node_of(const base::Money& value) {
    if (value.ore % 100 == 0) return {value.ore / 100, 0};
    return {fmt::format("{},{:02}", value.ore / 100, value.ore % 100), 0};
}

Node TableWriter::node_of(const Sum& value) {
    if (!value.is_known()) return {std::string("unknown"), 0};
    if (value.is_exact()) return node_of(*value.from());
    Node range{Node::Table{}, 0};
    range.put("from", node_of(*value.from()));
    range.put("to", node_of(*value.to()));
    return range;
}

Node TableWriter::node_of(const LastDay& value) {
    if (value.open) return {std::string("open"), 0};
    return node_of(value.day);
}

Node TableWriter::node_of(const std::map<std::string, std::string>& value) {
    Node table{Node::Table{}, 0};
    for (const auto& [key, text] : value) table.put(key, node_of(text));
    return table;
}

Node TableWriter::node_of(const std::map<Section, std::string>& value) {
    Node table{Node::Table{}, 0};
    for (const auto& [section, text] : value) table.put(std::string(word_of(section)), node_of(text));
    return table;
}

}  // namespace samrum::partnership::agreement
