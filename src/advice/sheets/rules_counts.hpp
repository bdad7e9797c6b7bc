#pragma once
#include "advice/sheets/model_sheet.hpp"

#include <span>
#include <vector>

namespace samrum::advice::sheets {

/// The one-way counts of case sheets, by dimension and value: nothing is left of which sheet had which two facts, nor
/// of their order. `asks_gender`: the site asks, so that nobody's answer is a count of none, not an unknown.
std::vector<Count> counts_of_sheets(std::span<const Sheet> sheets, bool asks_gender);

}  // namespace samrum::advice::sheets
