#pragma once
#include "directory/rules_import.hpp"
#include "foundation/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// Of its text as UTF-8; the file may be twice as large, as UTF-16 is.
inline constexpr std::size_t kMostOrganisationBytes = 1'000'000;
inline constexpr std::size_t kMostOrganisationLines = 20'000;

/// The text of a file as spreadsheets write it: UTF-16 by its byte order mark, UTF-8 with or without one, and what is
/// no UTF-8 as Windows-1252, which Swedish Excel writes. Problems `directory.file.too_large`,
/// `directory.file.no_text`.
base::Result<std::string> text_of_file(std::string_view bytes);

/// Reads a file of organisations (docs/organisation-file.md): CSV by comma, semicolon or tab, a heading line in Swedish
/// or English, columns in any order. Every problem at once, with its line: `document.csv.*`, `directory.file.*`.
base::Result<std::vector<OrganisationLine>> read_organisation_file(std::string_view bytes);

/// Writes organisations in the same format (Swedish headings, semicolons, UTF-8 with byte order mark), so that what is
/// written can be read again.
std::string write_organisation_file(const std::vector<Organisation>& all);

}  // namespace samrum::directory
