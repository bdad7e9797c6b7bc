#include "partnership/papers/rules_lix.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace samrum::partnership::papers {
namespace {

constexpr std::int64_t kLongLetters = 6;
constexpr char32_t kBroken = 0xFFFD;

/// The characters of UTF-8; a broken byte is one character of its own.
std::vector<char32_t> characters(std::string_view text) {
    std::vector<char32_t> out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80          ? 1
                                   : (first >> 5U) == 6  ? 2
                                   : (first >> 4U) == 14 ? 3
                                   : (first >> 3U) == 30 ? 4
                                                         : 0;
        if (length == 0 || at + length > text.size()) {
            out.push_back(kBroken);
            ++at;
            continue;
        }
        char32_t one = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) one = (one << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        out.push_back(one);
        at += length;
    }
    return out;
}

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
/// Letters of the alphabets that people write reports with; signs and punctuation above ASCII are none.
bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x2BFF) && c != kBroken);
}
bool is_small(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}
bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x202F;
}
/// Holds a word together when letters or digits stand on both sides.
bool joins(char32_t c) {
    return c == '-' || c == '.' || c == '/' || c == '\'' || c == 0x2019 || c == ':';
}

/// One line without the marks that begin it: "## ", "- ", "1. ", "> ".
std::vector<char32_t> without_marks(const std::vector<char32_t>& line, bool& begins_block) {
    std::size_t at = 0;
    while (at < line.size() && (is_space(line[at]) || line[at] == '>')) ++at;
    const std::size_t from = at;
    while (at < line.size() && line[at] == '#') ++at;
    begins_block = at > from;
    if (at == from && at + 1 < line.size() && (line[at] == '-' || line[at] == '*' || line[at] == '+') &&
        is_space(line[at + 1])) {
        begins_block = true;
        at += 2;
    }
    std::size_t digits = at;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    if (digits > at && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
        is_space(line[digits + 1])) {
        begins_block = true;
        at = digits + 2;
    }
    return {line.begin() + static_cast<std::ptrdiff_t>(at), line.end()};
}

class Counter {
  public:
    Readability all;

    /// Counts running text: the lines of one paragraph.
    void count(const std::vector<char32_t>& text) {
        for (std::size_t at = 0; at < text.size();) {
            if (is_letter(text[at]) || is_digit(text[at])) {
                at = word(text, at);
            } else {
                if (ends_sentence(text, at)) end();
                ++at;
            }
        }
        end();
    }

  private:
    std::size_t word(const std::vector<char32_t>& text, std::size_t at) {
        std::int64_t letters = 0;
        last_has_dot_ = false;
        for (; at < text.size(); ++at) {
            const bool inside = at + 1 < text.size() && (is_letter(text[at + 1]) || is_digit(text[at + 1]));
            if (is_letter(text[at]))
                ++letters;
            else if (!is_digit(text[at]) && !(joins(text[at]) && inside))
                break;
            last_has_dot_ = last_has_dot_ || text[at] == '.';
        }
        if (letters > 0) {
            ++all.words;
            open_ = true;
            if (letters > kLongLetters) ++all.long_words;
        }
        return at;
    }
    bool ends_sentence(const std::vector<char32_t>& text, std::size_t at) const {
        const char32_t c = text[at];
        if (c != '.' && c != '!' && c != '?' && c != ':') return false;
        std::size_t next = at + 1;
        while (next < text.size() &&
               (text[next] == '"' || text[next] == 0x201D || text[next] == ')' || text[next] == '*'))
            ++next;
        if (next < text.size() && !is_space(text[next])) return false;
        if (c == '.' && last_has_dot_) return false;  // "bl.a."
        while (next < text.size() &&
               (is_space(text[next]) || text[next] == '*' || text[next] == '_' || text[next] == '"'))
            ++next;
        return c == '!' || c == '?' || next >= text.size() || !is_small(text[next]);
    }
    void end() {
        if (open_) ++all.sentences;
        open_ = false;
    }
    bool open_ = false;
    bool last_has_dot_ = false;
};

}  // namespace

std::optional<int> Readability::lix() const {
    if (words == 0 || sentences == 0) return std::nullopt;
    const double value = static_cast<double>(words) / static_cast<double>(sentences) +
                         100.0 * static_cast<double>(long_words) / static_cast<double>(words);
    return static_cast<int>(std::lround(value));
}

Readability readability(std::string_view markdown) {
    Counter counter;
    std::vector<char32_t> paragraph;
    const auto flush = [&] {
        counter.count(paragraph);
        paragraph.clear();
    };
    std::vector<char32_t> line;
    const auto take_line = [&] {
        bool begins = false;
        const auto text = without_marks(line, begins);
        if (begins || text.empty()) flush();
        paragraph.insert(paragraph.end(), text.begin(), text.end());
        paragraph.push_back(' ');
        if (!line.empty() && line.front() == '#') flush();
        line.clear();
    };
    for (const char32_t c : characters(markdown)) {
        if (c == '\n')
            take_line();
        else
            line.push_back(c);
    }
    take_line();
    flush();
    return counter.all;
}

}  // namespace samrum::partnership::papers
