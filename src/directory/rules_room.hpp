#pragma once
#include "foundation/base/result.hpp"

#include <string>
#include <string_view>

namespace samrum::directory {

/// A short name a room may have: 2 to 30 of a-z, 0-9 and single hyphens, beginning with a letter, ending with no
/// hyphen, and none of the words that the house's own addresses begin with. Problems `directory.room.short_name.*`.
base::Result<std::string> judge_short_name(std::string_view typed);

}  // namespace samrum::directory
