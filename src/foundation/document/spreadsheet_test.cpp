#include "foundation/document/spreadsheet.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace samrum::document {
namespace {

/// What python3-openpyxl reads of a workbook: one line a row, cells with a bar between.
std::string read_by_openpyxl(const std::string& bytes) {
    const std::string file = (std::filesystem::temp_directory_path() / "samrum-spreadsheet-test.xlsx").string();
    std::ofstream(file, std::ios::binary) << bytes;
    const std::string command =
        "/usr/bin/python3 -c \"import openpyxl,sys\nfor s in openpyxl.load_workbook(sys.argv[1]).worksheets:\n "
        "print('#',s.title,s.freeze_panes)\n"
        " for r in s.iter_rows(values_only=True): print('|'.join('' if c is None else type(c).__name__+':'+str(c) for "
        "c in r))\" " +
        file;
    std::string out;
    if (FILE* pipe = popen(command.c_str(), "r")) {
        char buffer[512];
        while (fgets(buffer, sizeof buffer, pipe)) out += buffer;
        pclose(pipe);
    }
    std::filesystem::remove(file);
    return out;
}

TEST(Spreadsheet, TellsTheBeginningOfWhatNoCellHolds) {
    Spreadsheet book{"Siffror", "Förening", {}};
    std::string longer;
    while (longer.size() < 40'000) longer += "å";
    book.pages.push_back({"Långt", "Långt", {}, {{"Text", 20}}, {{longer}}});
    const std::string read = read_by_openpyxl(write_spreadsheet(book, base::Date::of(2020, 1, 31)));
    EXPECT_NE(read.find("åå…"), std::string::npos);
    EXPECT_LT(read.size(), 33'500U);
}

TEST(Spreadsheet, IsReadByAnotherProgramAsItWasMeant) {
    Spreadsheet book{"Siffror", "Förening", {}};
    SpreadsheetPage page{
        "Besök [2019]: alla/några", "Besök", {"Små tal visas inte."}, {{"Språk", 20}, {"Antal", 10}}, {}};
    page.rows = {{std::string("=SUM(A1)"), std::int64_t{1400}},
                 {std::string("العربية"), std::monostate{}},
                 {base::Date::of(2020, 1, 31), 2.5}};
    book.pages.push_back(page);
    const std::string read = read_by_openpyxl(write_spreadsheet(book, base::Date::of(2020, 1, 31)));
    EXPECT_NE(read.find("# Besök 2019 allanågra A5"), std::string::npos) << read;
    EXPECT_NE(read.find("str:=SUM(A1)|int:1400"), std::string::npos) << "words are words: " << read;
    EXPECT_NE(read.find("str:العربية|"), std::string::npos) << read;
    EXPECT_NE(read.find("datetime:2020-01-31 00:00:00|float:2.5"), std::string::npos) << read;
}

}  // namespace
}  // namespace samrum::document
