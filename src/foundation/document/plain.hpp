#pragma once
#include "foundation/document/paper.hpp"

#include <string>

namespace samrum::document {

/// A paper as text to copy into another system: headings on lines of their own, "- " before items, tables with a
/// semicolon between cells.
std::string plain_text(const Paper& paper);

}  // namespace samrum::document
