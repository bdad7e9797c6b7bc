#pragma once
#include "foundation/base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::base {

/// Swedish kronor, counted in öre.
struct Money {
    std::int64_t ore = 0;

    static constexpr Money kronor(std::int64_t amount) { return {amount * 100}; }
    /// Reads `520 000`, `520000,50`, `520.000,00`, with space, no-break space, U+202F or dot between groups and an
    /// optional `kr`. Problem `base.money.missing`, `.unreadable` or `.too_large` (beyond ±10^15 öre).
    static Result<Money> parse(std::string_view text);
    /// Splits into equal parts; what does not divide lies on the last part. The parts sum to the whole.
    std::vector<Money> split(int parts) const;

    Money operator+(Money other) const { return {ore + other.ore}; }
    Money operator-(Money other) const { return {ore - other.ore}; }
    Money& operator+=(Money other) { return ore += other.ore, *this; }
    auto operator<=>(const Money&) const = default;
};

}  // namespace samrum::base
