#pragma once
#include <string>
#include <string_view>

namespace samrum::advice::sheets {

/// A code for a slip of paper, "K7QM-2XDF-9PTW": sixty random bits, without letters and digits that look alike.
std::string new_return_code();
/// As typed, in any case and with any separators, in the form that is hashed.
std::string normal_return_code(std::string_view typed);

}  // namespace samrum::advice::sheets
