#pragma once
#include "foundation/document/paper.hpp"

#include <string>

/// Files that people take with them.
namespace samrum::document {

using Pdf = Paper;

/// The bytes of a tagged PDF (ISO 32000-1, 14.8): headings, paragraphs, lists and tables in reading order, headings of
/// tables with their scope, language and title set, what runs along every page marked as artifact, fonts embedded and
/// ligatures off, so that what is read out and copied is what was written. No conformance to PDF/UA is claimed: no
/// validator has looked. With `created` the same paper gives the same bytes. Texts are UTF-8; throws base::Fault when
/// the libraries fail.
std::string write_pdf(const Pdf& pdf);

}  // namespace samrum::document
