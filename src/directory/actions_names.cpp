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

}  // namespace

NameKeys keys_of(std::string_view name) {
    const std::string sort = text::sort_key(name);
    const auto* bytes = reinterpret_cast<const std::byte*>(sort.data());
    return {text::folded(name), store::Bytes(bytes, bytes + sort.size())};
}

bool matches(std::string_view folded_name, std::string_view folded_search) {
    const auto wanted = words_of(folded_search);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](std::string_view word) { return folded_name.find(word) != std::string_view::npos; });
}

}  // namespace samrum::directory
