#pragma once
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace samrum::base {

/// The whole number that the text is, digits with at most a minus before them and nothing else; nothing where it is
/// none or beyond 64 bits. What may surround a number that people typed is trimmed by the caller, who knows the field.
inline std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace samrum::base
