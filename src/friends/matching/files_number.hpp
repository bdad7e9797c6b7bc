#pragma once
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

namespace samrum::friends::matching {

/// Is this a whole number that 64 bits with a sign hold? A greater one would turn around and pass as a number below
/// zero.
inline bool is_whole_number(const nlohmann::ordered_json& json) {
    return json.is_number_integer() &&
           (!json.is_number_unsigned() ||
            json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
}

}  // namespace samrum::friends::matching
