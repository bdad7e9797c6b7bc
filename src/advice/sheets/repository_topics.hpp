#pragma once
#include "advice/sites/model_words.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::sheets {

/// Topics as tables keep them: codes with a space between.
std::string join_topics(std::span<const Topic> topics);
std::vector<Topic> split_topics(std::string_view text);

}  // namespace samrum::advice::sheets
