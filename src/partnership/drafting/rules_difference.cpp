#include "partnership/drafting/rules_difference.hpp"

#include <algorithm>
#include <cstdint>

namespace samrum::partnership::drafting {
namespace {

using Tokens = std::vector<std::string_view>;

/// So many cells a comparison may fill: beyond that it would make a page wait.
constexpr std::size_t kMostCells = 4'000'000;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The common subsequence of two stretches that neither begin nor end alike.
void match_middle(const Tokens& a, const Tokens& b, std::size_t from_a, std::size_t to_a, std::size_t from_b,
                  std::size_t to_b, Matches& found) {
    const std::size_t rows = to_a - from_a;
    const std::size_t columns = to_b - from_b;
    if (rows == 0 || columns == 0 || rows > kMostCells / columns) return;
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
        return longest[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;)
        for (std::size_t column = columns; column-- > 0;)
            at(row, column) = a[from_a + row] == b[from_b + column]
                                  ? at(row + 1, column + 1) + 1
                                  : std::max(at(row + 1, column), at(row, column + 1));
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (a[from_a + row] == b[from_b + column])
            found.emplace_back(from_a + row++, from_b + column++);
        else if (at(row + 1, column) >= at(row, column + 1))
            ++row;
        else
            ++column;
    }
}

void add(std::vector<Piece>& pieces, Change change, std::string_view text) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().change == change)
        pieces.back().text += text;
    else
        pieces.push_back({change, std::string(text)});
}

std::string joined(const Tokens& tokens, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += tokens[i];
    return out;
}

/// Walks over what two lists have in common; `apart` gets what stands between.
template <class Apart, class Common>
void walk(const Tokens& a, const Tokens& b, const Apart& apart, const Common& common) {
    std::size_t in_a = 0;
    std::size_t in_b = 0;
    for (const auto& [at_a, at_b] : matches(a, b)) {
        apart(in_a, at_a, in_b, at_b);
        common(at_a);
        in_a = at_a + 1;
        in_b = at_b + 1;
    }
    apart(in_a, a.size(), in_b, b.size());
}

/// How many of the tokens are words.
std::size_t count_words(const Tokens& tokens) {
    return static_cast<std::size_t>(
        std::ranges::count_if(tokens, [](std::string_view one) { return !one.empty() && !is_space(one.front()); }));
}

/// A text that keeps so few of its words was rewritten: shown as one that went and one that came, it can be read.
bool is_rewritten(const Tokens& a, const Tokens& b) {
    constexpr std::size_t kKeepsOneIn = 3;
    std::size_t kept = 0;
    for (const auto& [at_a, at_b] : matches(a, b)) kept += is_space(a[at_a].front()) ? 0 : 1;
    return kept * kKeepsOneIn < std::max(count_words(a), count_words(b));
}

void add_words(std::vector<Piece>& pieces, const std::string& before, const std::string& after) {
    const Tokens a = words_of_text(before);
    const Tokens b = words_of_text(after);
    if (is_rewritten(a, b)) {
        add(pieces, Change::removed, before);
        add(pieces, Change::added, after);
        return;
    }
    walk(
        a, b,
        [&](std::size_t from_a, std::size_t to_a, std::size_t from_b, std::size_t to_b) {
            add(pieces, Change::removed, joined(a, from_a, to_a));
            add(pieces, Change::added, joined(b, from_b, to_b));
        },
        [&](std::size_t at) { add(pieces, Change::same, a[at]); });
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
    Tokens lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t line_break = text.find('\n', at);
        const std::size_t end = line_break == std::string_view::npos ? text.size() : line_break + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

std::vector<std::string_view> words_of_text(std::string_view text) {
    Tokens words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        // A line break is a token of its own, so that paragraphs stay apart.
        if (text[at] != '\n')
            while (end < text.size() && text[end] != '\n' && is_space(text[end]) == is_space(text[at])) ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

Matches matches(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    Matches found;
    found.reserve(shorter);
    for (std::size_t i = 0; i < head; ++i) found.emplace_back(i, i);
    match_middle(before, after, head, before.size() - tail, head, after.size() - tail, found);
    for (std::size_t i = tail; i-- > 0;) found.emplace_back(before.size() - 1 - i, after.size() - 1 - i);
    return found;
}

std::vector<Piece> difference(std::string_view before, std::string_view after) {
    const Tokens a = lines_of(before);
    const Tokens b = lines_of(after);
    std::vector<Piece> pieces;
    walk(
        a, b,
        [&](std::size_t from_a, std::size_t to_a, std::size_t from_b, std::size_t to_b) {
            add_words(pieces, joined(a, from_a, to_a), joined(b, from_b, to_b));
        },
        [&](std::size_t at) { add(pieces, Change::same, a[at]); });
    return pieces;
}

}  // namespace samrum::partnership::drafting
