#pragma once
#include "partnership/agreement/model_binding.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::partnership::agreement {

/// What small values fold into.
inline constexpr std::string_view kFoldedValue = "other";

struct SignalRow {
    std::string value;
    std::optional<std::int64_t> n;  ///< nothing: too few to be shown
};
/// A one-way table as it may leave the room: values under five are folded into "other"; while that holds one to four,
/// the next smallest follow. So every row is five or more and they add up to the total, or one row alone says that
/// there are few. Nothing counted gives no row.
std::vector<SignalRow> folded_rows(std::vector<std::pair<std::string, std::int64_t>> values);

/// A row of a table is a delivery with its dimension and value in the scope: `row=language`, `language=ar`.
Scope row_scope(std::string_view dimension, std::string_view value);
/// The scope of the whole table; any other scope is its own.
Scope scope_without_row(const Scope& scope);
/// The dimension and value of a row; nothing for the delivery of a commitment.
std::optional<std::pair<std::string, std::string>> row_of(const Scope& scope);

/// The deliveries that are rows of needs signals.
std::vector<Delivery> signals_of(const std::vector<Delivery>& deliveries);

}  // namespace samrum::partnership::agreement
