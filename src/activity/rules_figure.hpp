#pragma once
#include "foundation/base/date.hpp"

#include <cstdint>
#include <optional>

namespace samrum::activity {

/// The period that growth is measured against: a calendar year's is the year before, whole months' the same months a
/// year before, any other the equally long one just before. The period must be closed.
base::Period period_before(const base::Period& period);

/// Growth in whole per cent, rounded half away from zero; nothing when either is unknown or there was nothing before.
std::optional<std::int64_t> growth_percent(std::optional<std::int64_t> before, std::optional<std::int64_t> now);

/// `part` in whole per cent of `whole`, rounded half up; nothing of nothing.
std::optional<std::int64_t> percent_of(std::int64_t part, std::int64_t whole);

}  // namespace samrum::activity
