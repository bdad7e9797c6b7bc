#include "foundation/base/readable.hpp"

#include <algorithm>
#include <cstdint>

namespace samrum::base {

std::size_t character_at(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.empty() ? '\0' : bytes[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
    if (lead == 0 || length == 0 || length > bytes.size()) return 0;
    std::uint32_t point = length == 1 ? lead : lead & (0xffU >> (length + 1));
    for (const char c : bytes.substr(1, length - 1)) {
        const auto next = static_cast<unsigned char>(c);
        if (next >> 6 != 2) return 0;
        point = point << 6 | (next & 0x3fU);
    }
    constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = point >= 0xd800 && point <= 0xdfff;
    return point < kLeast[length] || point > 0x10ffff || is_surrogate ? 0 : length;
}

std::string readable_text(std::string_view bytes, std::size_t most) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = character_at(bytes);
        const std::string_view next = length == 0 ? "?" : bytes.substr(0, length);
        if (text.size() + next.size() > most) break;
        text += next;
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

}  // namespace samrum::base
