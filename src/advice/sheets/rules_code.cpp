#include "advice/sheets/rules_code.hpp"

#include "foundation/base/id.hpp"

#include <cctype>

namespace samrum::advice::sheets {
namespace {

constexpr std::string_view kLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t kCodeLetters = 12, kGroup = 4, kDrawn = kLetters.size();

}  // namespace

std::string new_return_code() {
    std::string code;
    while (code.size() < kCodeLetters) {
        // The last twelve hexadecimal digits of a version 4 UUID are all random; two of them draw a letter, and what
        // would make some letters likelier is thrown away.
        const std::string digits = base::Uuid::random().text().substr(24);
        for (std::size_t i = 0; i + 1 < digits.size() && code.size() < kCodeLetters; i += 2) {
            const auto byte = static_cast<std::size_t>(std::stoi(digits.substr(i, 2), nullptr, 16));
            if (byte < kDrawn * 8) code += kLetters[byte % kDrawn];
        }
    }
    for (std::size_t at = kGroup; at < code.size(); at += kGroup + 1) code.insert(at, "-");
    return code;
}

std::string normal_return_code(std::string_view typed) {
    std::string code;
    for (const char c : typed)
        if (std::isalnum(static_cast<unsigned char>(c)))
            code += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return code;
}

}  // namespace samrum::advice::sheets
