#pragma once
#include "foundation/document/paper.hpp"

#include <string>

namespace samrum::document {

/// The bytes of a DOCX (ECMA-376, 5th edition, transitional): styles for headings, real lists, tables whose first row
/// is their heading on every page, running header and footer with page numbers, language and title, to be gone on with
/// in a word processor. The same paper gives the same bytes.
std::string write_docx(const Paper& paper);

}  // namespace samrum::document
