#pragma once
#include "foundation/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::document {

/// A record of a CSV file and the line it begins on, from 1.
struct CsvRecord {
    int line = 0;
    std::vector<std::string> cells;
};

/// What was read of a CSV file: every record, or those before the first that is broken, and what is wrong.
struct CsvFile {
    std::vector<CsvRecord> records;
    base::Problems problems;
};

/// Reads CSV (RFC 4180): UTF-8 with or without byte order mark, comma, semicolon or tab (whichever the first line
/// holds more of), quotes, any line ending. Empty lines are passed over. Problems with their line:
/// `document.csv.not_utf8`, `document.csv.quote_open`, `document.csv.quote_stray`, `document.csv.empty`.
CsvFile read_csv(std::string_view bytes);

/// One record, quoted where needed, ended by CR LF. Cells that a spreadsheet would take for a formula get an apostrophe
/// first.
void write_csv_record(std::string& sink, const std::vector<std::string>& cells, char delimiter);
/// A cell as it was before the apostrophe of write_csv_record.
std::string without_formula_guard(std::string cell);

}  // namespace samrum::document
