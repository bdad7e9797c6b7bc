#include "search/actions_words.hpp"

#include "foundation/text/markdown.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <set>

namespace samrum::search {
namespace {

constexpr std::size_t kLongestTerm = 60;

bool is_ascii_letter_or_digit(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// How many bytes the character at `at` has, and whether it is part of a word: letters of all alphabets are; spaces,
/// dashes and quotation marks beyond ASCII are not.
std::pair<std::size_t, bool> character(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {1, is_ascii_letter_or_digit(lead)};
    const std::size_t size = std::min<std::size_t>(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, text.size() - at);
    const auto second = size > 1 ? static_cast<unsigned char>(text[at + 1]) : 0;
    const bool is_latin_sign = lead == 0xC2 && second != 0xAA && second != 0xB5 && second != 0xBA;
    const bool is_general_sign = lead == 0xE2 && second <= 0xAF;
    const bool is_wide_sign = lead == 0xE3 && second == 0x80;
    return {size, !is_latin_sign && !is_general_sign && !is_wide_sign};
}

/// å, ä and ö without their marks; text::folded has done the rest.
std::string without_marks(std::string_view folded) {
    std::string plain;
    plain.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (folded[at] == '\xC3' && at + 1 < folded.size()) {
            const char next = folded[at + 1];
            const char base = next == '\xA5' || next == '\xA4' || next == '\xA6' ? 'a'
                              : next == '\xB6' || next == '\xB8'                 ? 'o'
                                                                                 : '\0';
            if (base != '\0') {
                plain += base;
                ++at;
                continue;
            }
        }
        if (folded[at] != ' ') plain += folded[at];
    }
    return plain;
}

std::string term_of(std::string_view word) {
    std::string term = without_marks(text::folded(word));
    if (term.size() <= kLongestTerm) return term;
    std::size_t end = kLongestTerm;
    while (end > 0 && (static_cast<unsigned char>(term[end]) & 0xC0U) == 0x80U) --end;
    return term.substr(0, end);
}

bool begins_with_any(std::string_view term, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& one) { return term.starts_with(one); });
}

}  // namespace

std::vector<WordAt> words_at(std::string_view text) {
    std::vector<WordAt> words;
    std::size_t begin = std::string_view::npos;
    const auto end_at = [&](std::size_t end) {
        if (begin == std::string_view::npos) return;
        if (auto term = term_of(text.substr(begin, end - begin)); !term.empty())
            words.push_back({begin, end, std::move(term)});
        begin = std::string_view::npos;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [size, is_letter] = character(text, at);
        if (!is_letter)
            end_at(at);
        else if (begin == std::string_view::npos)
            begin = at;
        at += size;
    }
    end_at(text.size());
    return words;
}

std::vector<std::string> terms_of(std::string_view text) {
    std::set<std::string> terms;
    for (WordAt& word : words_at(text)) terms.insert(std::move(word.term));
    return {terms.begin(), terms.end()};
}

std::vector<std::string> prefixes_of(std::string_view typed) {
    std::vector<std::string> all = terms_of(typed);
    const bool has_longer = std::any_of(all.begin(), all.end(), [](const auto& one) { return one.size() > 1; });
    if (has_longer) std::erase_if(all, [](const std::string& one) { return one.size() < 2; });
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < all.size() && kept.size() < kMostWords; ++i)
        // In order, so a word that another one begins with stands just before it.
        if (i + 1 == all.size() || !all[i + 1].starts_with(all[i])) kept.push_back(all[i]);
    return kept;
}

std::string plain(std::string_view markdown) {
    std::string all;
    for (const text::MarkdownBlock& block : text::markdown_blocks(markdown)) {
        if (!all.empty()) all += " ";
        all += block.text;
    }
    return all;
}

std::vector<Piece> marked(std::string_view text, const std::vector<std::string>& prefixes) {
    std::vector<Piece> pieces;
    std::size_t from = 0;
    for (const WordAt& word : words_at(text)) {
        if (!begins_with_any(word.term, prefixes)) continue;
        if (word.begin > from) pieces.push_back({std::string(text.substr(from, word.begin - from)), false});
        pieces.push_back({std::string(text.substr(word.begin, word.end - word.begin)), true});
        from = word.end;
    }
    if (from < text.size()) pieces.push_back({std::string(text.substr(from)), false});
    return pieces;
}

std::string extract(std::string_view text, const std::vector<std::string>& prefixes, std::size_t length) {
    const auto words = words_at(text);
    if (text.size() <= length || words.empty()) return std::string(text);
    const auto first = std::find_if(words.begin(), words.end(),
                                    [&](const WordAt& one) { return begins_with_any(one.term, prefixes); });
    const std::size_t middle = first == words.end() ? 0 : first->begin;
    std::size_t begin = 0;
    std::size_t end = 0;
    for (const WordAt& word : words) {
        if (begin == 0 && word.begin + length / 3 >= middle && middle > length / 3) begin = word.begin;
        if (word.end <= begin + length) end = word.end;
    }
    end = std::max(end, std::min(text.size(), begin));
    std::string cut = begin > 0 ? "… " : "";
    cut += text.substr(begin, end - begin);
    return end < text.size() ? cut + " …" : cut;
}

}  // namespace samrum::search
