#include "foundation/base/text.hpp"

#include "foundation/base/readable.hpp"

#include <algorithm>

namespace samrum::base {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0";
constexpr std::string_view kNarrowNoBreakSpace = "\u202f";

/// Length in bytes of the white space that `text` begins with; 0 for none.
std::size_t space_at(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
    if (text.starts_with(kNoBreakSpace)) return kNoBreakSpace.size();
    if (text.starts_with(kNarrowNoBreakSpace)) return kNarrowNoBreakSpace.size();
    return 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool three_digits_at(std::string_view text, std::size_t at) {
    return at + 3 <= text.size() && is_digit(text[at]) && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
           (at + 3 == text.size() || !is_digit(text[at + 3]));
}

}  // namespace

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string_view without_byte_order_mark(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    return bytes;
}

std::string trim(std::string_view text) {
    while (const std::size_t skip = space_at(text)) text.remove_prefix(skip);
    bool again = true;
    while (again) {
        again = false;
        for (const std::size_t length : {std::size_t{1}, kNoBreakSpace.size(), kNarrowNoBreakSpace.size()}) {
            if (text.size() >= length && space_at(text.substr(text.size() - length)) == length) {
                text.remove_suffix(length);
                again = true;
                break;
            }
        }
    }
    return std::string(text);
}

bool is_utf8(std::string_view bytes) {
    while (const std::size_t length = character_at(bytes)) bytes.remove_prefix(length);
    return bytes.empty();
}

std::string without_group_separators(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t skip = space_at(text.substr(i))) {
            i += skip;
        } else if (text[i] == '.' && i > 0 && is_digit(text[i - 1]) && three_digits_at(text, i + 1)) {
            ++i;
        } else {
            plain += text[i++];
        }
    }
    return plain;
}

}  // namespace samrum::base
