#include "directory/actions_names.hpp"

#include "foundation/text/words.hpp"

#include <algorithm>
#include <vector>

namespace samrum::directory {
namespace {

bool is_word_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string_view> words_of(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        if (!is_word_letter(folded[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < folded.size() && is_word_letter(folded[end])) ++end;
        words.push_back(folded.substr(at, end - at));
        at = end;
    }
    return words;
}

/// å, ä and ö as a and o, so that a keyboard without them finds what it looks for.
std::string with_plain_vowels(std::string_view folded) {
    std::string plain;
    plain.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const std::string_view letter = folded.substr(at, 2);
        const char vowel = letter == "å" || letter == "ä" ? 'a' : letter == "ö" ? 'o' : '\0';
        plain += vowel == '\0' ? folded[at] : vowel;
        if (vowel != '\0') ++at;
    }
    return plain;
}

}  // namespace

NameKeys keys_of(std::string_view name) {
    const std::string sort = text::sort_key(name);
    const auto* bytes = reinterpret_cast<const std::byte*>(sort.data());
    return {text::folded(name), store::Bytes(bytes, bytes + sort.size())};
}

bool matches(std::string_view folded_name, std::string_view folded_search) {
    const std::string name = with_plain_vowels(folded_name);
    const std::string search = with_plain_vowels(folded_search);
    const auto wanted = words_of(search);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

}  // namespace samrum::directory
