#pragma once
#include "advice/sheets/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::sheets {

std::optional<Dimension> dimension_of_code(std::string_view code);
/// Is `value` a code that the dimension counts? Dimensions without values take the empty one.
bool is_value_of(Dimension dimension, std::string_view value);
/// The values that a dimension may have, in the order of the form; one empty value where it has none. Units are left
/// out.
std::vector<std::string> values_of(Dimension dimension);

}  // namespace samrum::advice::sheets
