#pragma once
#include "foundation/base/result.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace samrum::partnership::money {

inline constexpr std::size_t kLongestLine = 400;     ///< bytes: a name, a reference
inline constexpr std::size_t kLongestReason = 4000;  ///< bytes: why, and where it says so

/// What was typed into a field of a form.
struct TypedText {
    std::string_view field;
    std::string_view text;
    std::size_t longest = kLongestReason;
};
/// Problem `money.too_long` for each that is longer than it may be.
base::Problems judge_lengths(std::initializer_list<TypedText> all);

}  // namespace samrum::partnership::money
