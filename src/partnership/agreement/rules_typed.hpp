#pragma once
#include "foundation/base/money.hpp"

#include <string>

namespace samrum::partnership::agreement {

/// A sum above zero as one types it into a field, to the öre: "250000", "249999,50". base::Money::parse reads it back.
inline std::string typed_kronor(base::Money sum) {
    const std::string ore = std::to_string(100 + sum.ore % 100).substr(1);
    return std::to_string(sum.ore / 100) + (ore == "00" ? "" : "," + ore);
}

}  // namespace samrum::partnership::agreement
