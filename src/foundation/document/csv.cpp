#include "foundation/document/csv.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::document {
namespace {

/// "-10000.50": a sum below zero, and no formula.
bool is_number(std::string_view cell) {
    if (cell.starts_with('-')) cell.remove_prefix(1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !cell.empty() && is_digit(cell.front()) && is_digit(cell.back()) && std::ranges::count(cell, '.') <= 1 &&
           std::ranges::all_of(cell, [&](char c) { return is_digit(c) || c == '.'; });
}

/// What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), behind any apostrophes, so that the
/// guard can be taken away again without doubt.
bool needs_guard(std::string_view cell) {
    if (is_number(cell)) return false;
    const auto first = cell.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
}

base::Problem at_line(int line, const char* key) {
    base::Problem problem = base::problem("", key);
    problem.line = line;
    return problem;
}

/// The delimiter of the first record, quoted cells passed over.
char delimiter_of(std::string_view text) {
    int commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (tabs > commas && tabs > semicolons) return '\t';
    return semicolons > commas ? ';' : ',';
}

class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_(text), delimiter_(delimiter_of(text)) {}

    CsvFile read() {
        while (at_ < text_.size() && problems_.empty()) record();
        if (problems_.empty() && records_.empty()) problems_.add(at_line(1, "document.csv.empty"));
        return {std::move(records_), problems_.all()};
    }

  private:
    void record() {
        CsvRecord record{line_, {}};
        while (cell(record) && problems_.empty()) {
        }
        const bool blank = std::all_of(record.cells.begin(), record.cells.end(),
                                       [](const std::string& cell) { return base::trim(cell).empty(); });
        if (!blank && problems_.empty()) records_.push_back(std::move(record));
    }

    /// Reads one cell; false when its record ends with it.
    bool cell(CsvRecord& record) {
        std::string value;
        if (peek('"'))
            quoted(value);
        else
            while (!at_end() && !peek(delimiter_) && !peek('\n') && !peek('\r')) value += text_[at_++];
        record.cells.push_back(std::move(value));
        if (take(delimiter_)) return true;
        const bool carriage_return = take('\r');
        if (take('\n') || carriage_return) {
            ++line_;
        } else if (!at_end()) {
            problems_.add(at_line(line_, "document.csv.quote_stray"));
        }
        return false;
    }

    void quoted(std::string& value) {
        const int began = line_;
        ++at_;
        while (!at_end()) {
            if (take('"')) {
                if (!take('"')) return;
                value += '"';
                continue;
            }
            if (peek('\n')) ++line_;
            value += text_[at_++];
        }
        problems_.add(at_line(began, "document.csv.quote_open"));
    }

    bool at_end() const { return at_ >= text_.size(); }
    bool peek(char c) const { return !at_end() && text_[at_] == c; }
    bool take(char c) { return peek(c) ? (++at_, true) : false; }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::vector<CsvRecord> records_;
    base::ProblemList problems_;
};

}  // namespace

CsvFile read_csv(std::string_view bytes) {
    bytes = base::without_byte_order_mark(bytes);
    if (!base::is_utf8(bytes)) return {{}, {base::problem("", "document.csv.not_utf8")}};
    return CsvReader(bytes).read();
}

void write_csv_record(std::string& sink, const std::vector<std::string>& cells, char delimiter) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) sink += delimiter;
        const std::string& cell = cells[i];
        const std::string guarded = needs_guard(cell) ? "'" + cell : cell;
        if (guarded.find_first_of("\"\r\n,;") == std::string::npos) {
            sink += guarded;
            continue;
        }
        sink += '"';
        for (char c : guarded) sink += c == '"' ? std::string("\"\"") : std::string(1, c);
        sink += '"';
    }
    sink += "\r\n";
}

std::string without_formula_guard(std::string cell) {
    if (cell.starts_with('\'') && needs_guard(cell)) cell.erase(0, 1);
    return cell;
}

}  // namespace samrum::document
