#pragma once
#include "foundation/base/date.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Spreadsheets (Office Open XML, .xlsx), written with libxlsxwriter.
namespace samrum::document {

/// A cell: nothing, words, a whole number, a number with decimals, or a day.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, base::Date>;

struct SheetColumn {
    std::string heading;
    double width = 16;  ///< in characters
};

/// One sheet: a title with lines of explanation, then a table with headings that stay in place when scrolled.
struct SpreadsheetPage {
    std::string name;  ///< of its tab, at most 31 characters; what Excel refuses is left out
    std::string title;
    std::vector<std::string> notes = {};  ///< lines between title and table
    std::vector<SheetColumn> columns = {};
    std::vector<std::vector<Cell>> rows = {};
};

struct Spreadsheet {
    std::string title;   ///< of the document's properties
    std::string author;  ///< organisation or function, never a person
    std::vector<SpreadsheetPage> pages;
};

inline constexpr const char* kSpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The file's bytes. Words are words: what begins with "=" is no formula. `made_on` is the day in its properties, with
/// no time of day. Throws base::Fault when it cannot be written.
std::string write_spreadsheet(const Spreadsheet& spreadsheet, base::Date made_on);

}  // namespace samrum::document
