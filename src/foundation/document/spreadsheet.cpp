#include "foundation/document/spreadsheet.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/readable.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>
#include <xlsxwriter.h>

namespace samrum::document {
namespace {

constexpr std::size_t kLongestTabName = 31;

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw base::Fault(std::string("cannot write the spreadsheet: ") + lxw_strerror(error));
}

/// A name that Excel takes for a tab.
std::string tab_name(const std::string& name) {
    std::string kept;
    for (const char c : name)
        if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) kept += c;
    // Cut between characters, never inside one.
    const auto is_inside = [&](std::size_t at) { return (static_cast<unsigned char>(kept[at]) & 0xC0U) == 0x80U; };
    std::size_t end = std::min(kept.size(), kLongestTabName);
    while (end < kept.size() && end > 0 && is_inside(end)) --end;
    kept.resize(end);
    return kept.empty() ? "1" : kept;
}

struct Formats {
    lxw_format* title;
    lxw_format* note;
    lxw_format* heading;
    lxw_format* whole;
    lxw_format* decimal;
    lxw_format* day;
};

Formats formats_of(lxw_workbook* book) {
    Formats all{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_bold(all.title);
    format_set_font_size(all.title, 14);
    format_set_italic(all.note);
    format_set_bold(all.heading);
    format_set_bottom(all.heading, LXW_BORDER_THIN);
    format_set_text_wrap(all.heading);
    format_set_num_format(all.whole, "#,##0");
    format_set_num_format(all.decimal, "#,##0.0");
    format_set_num_format(all.day, "yyyy-mm-dd");
    return all;
}

/// No cell holds more (ECMA-376, the limit of Excel). What is longer is told from its beginning.
constexpr std::size_t kLongestCell = 32'767;
std::string fit_for_cell(const std::string& words) {
    if (words.size() <= kLongestCell) return words;
    constexpr std::string_view kGoesOn = "…";
    return base::readable_text(words, kLongestCell - kGoesOn.size()).append(kGoesOn);
}

struct CellWriter {
    lxw_worksheet* sheet;
    lxw_row_t row;
    lxw_col_t column;
    const Formats& formats;

    void operator()(std::monostate) const {}
    void operator()(const std::string& words) const {
        check(worksheet_write_string(sheet, row, column, fit_for_cell(words).c_str(), nullptr));
    }
    void operator()(std::int64_t number) const {
        check(worksheet_write_number(sheet, row, column, static_cast<double>(number), formats.whole));
    }
    void operator()(double number) const { check(worksheet_write_number(sheet, row, column, number, formats.decimal)); }
    void operator()(base::Date day) const {
        lxw_datetime when{day.year(), static_cast<int>(day.month()), static_cast<int>(day.day()), 0, 0, 0};
        check(worksheet_write_datetime(sheet, row, column, &when, formats.day));
    }
};

void write_page(lxw_workbook* book, const SpreadsheetPage& page, const Formats& formats) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, tab_name(page.name).c_str());
    if (!sheet) throw base::Fault("cannot add a sheet to the spreadsheet: " + page.name);
    lxw_row_t row = 0;
    check(worksheet_write_string(sheet, row++, 0, page.title.c_str(), formats.title));
    for (const std::string& note : page.notes)
        check(worksheet_write_string(sheet, row++, 0, note.c_str(), formats.note));
    ++row;
    lxw_col_t column = 0;
    for (const SheetColumn& one : page.columns) {
        check(worksheet_set_column(sheet, column, column, one.width, nullptr));
        check(worksheet_write_string(sheet, row, column++, one.heading.c_str(), formats.heading));
    }
    worksheet_freeze_panes(sheet, ++row, 0);
    for (const auto& cells : page.rows) {
        column = 0;
        for (const Cell& cell : cells) std::visit(CellWriter{sheet, row, column++, formats}, cell);
        ++row;
    }
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
}

/// A file that is there while this is: the library of Debian 12 writes to no memory. Nobody else may read it.
class PassingFile {
  public:
    PassingFile() : path_((std::filesystem::temp_directory_path() / "samrum-XXXXXX").string()) {
        const int handle = ::mkstemp(path_.data());
        if (handle < 0) throw base::Fault("cannot make a file in " + path_);
        ::close(handle);
    }
    ~PassingFile() { ::unlink(path_.c_str()); }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
    const std::string& path() const { return path_; }
    std::string bytes() const {
        std::ifstream in(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

  private:
    std::string path_;
};

}  // namespace

std::string write_spreadsheet(const Spreadsheet& spreadsheet, base::Date made_on) {
    const PassingFile file;
    lxw_workbook* book = workbook_new(file.path().c_str());
    if (!book) throw base::Fault("cannot make a spreadsheet");
    std::string title = spreadsheet.title, author = spreadsheet.author;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = static_cast<std::time_t>(made_on.days().time_since_epoch().count()) * 86'400 + 43'200;
    check(workbook_set_properties(book, &properties));
    const Formats formats = formats_of(book);
    for (const SpreadsheetPage& page : spreadsheet.pages) write_page(book, page, formats);
    check(workbook_close(book));
    return file.bytes();
}

}  // namespace samrum::document
