#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace samrum::base {

/// The value whose code this is, of an enum without gaps whose codes stand in its order; nothing for any other text.
template <class Enum, std::size_t N>
std::optional<Enum> enum_of(const std::string_view (&codes)[N], std::string_view code) {
    const auto* found = std::find(std::begin(codes), std::end(codes), code);
    return found == std::end(codes) ? std::nullopt : std::optional(static_cast<Enum>(found - std::begin(codes)));
}

}  // namespace samrum::base
