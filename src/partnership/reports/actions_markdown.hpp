#pragma once
#include "foundation/document/paper.hpp"

#include <string_view>
#include <vector>

namespace samrum::partnership::reports {

/// A Markdown text as parts of a paper, with its emphasis. Its own headings begin at `first_heading` and go no deeper
/// than 3; items that follow each other in one list stand in one.
std::vector<document::Block> markdown_parts(std::string_view markdown, int first_heading);

}  // namespace samrum::partnership::reports
