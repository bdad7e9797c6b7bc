#include "search/model_signature.hpp"

#include <bit>
#include <string_view>

namespace samrum::search {
namespace {

constexpr int kLetters = 3;

/// The bytes of the first three letters of UTF-8 text; empty where there are fewer.
std::string_view beginning(std::string_view word) {
    int letters = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U;
        if (begins && ++letters > kLetters) return word.substr(0, at);
    }
    return letters == kLetters ? word : std::string_view();
}

/// FNV-1a, whose upper bits say little of so short a text before they are stirred once more (Fibonacci hashing).
std::uint64_t bit_of(std::string_view letters) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char one : letters) hash = (hash ^ static_cast<unsigned char>(one)) * 0x100000001b3U;
    hash = (hash ^ (hash >> 32U)) * 0x9e3779b97f4a7c15U;
    return std::uint64_t{1} << (hash >> 58U);
}

}  // namespace

std::int64_t signature_of(const std::vector<std::string>& words) {
    std::uint64_t bits = 0;
    for (const std::string& word : words)
        if (const auto letters = beginning(word); !letters.empty()) bits |= bit_of(letters);
    return std::bit_cast<std::int64_t>(bits);
}

}  // namespace samrum::search
