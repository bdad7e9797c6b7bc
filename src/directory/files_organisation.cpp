#include "directory/files_organisation.hpp"

#include "foundation/base/text.hpp"
#include "foundation/document/csv.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace samrum::directory {
namespace {

/// What Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, windows-1252); 0: nothing.
constexpr std::array<char16_t, 32> kWindows{0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                            0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                            0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                            0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

void append_utf8(std::string& sink, char32_t c) {
    const auto tail = [&](int shift) { sink += static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
    if (c < 0x80) {
        sink += static_cast<char>(c);
    } else if (c < 0x800) {
        sink += static_cast<char>(0xc0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        sink += static_cast<char>(0xe0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        sink += static_cast<char>(0xf0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::optional<std::string> from_windows(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        char32_t c = static_cast<unsigned char>(byte);
        if (c >= 0x80 && c <= 0x9f) c = kWindows[c - 0x80];
        if (c == 0) return std::nullopt;
        append_utf8(text, c);
    }
    return text;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? (first << 8) | second : (second << 8) | first);
    };
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xdc00 && c <= 0xdfff) return std::nullopt;
        if (c >= 0xd800 && c <= 0xdbff) {
            at += 2;
            const char32_t low = at < bytes.size() ? unit(at) : 0;
            if (low < 0xdc00 || low > 0xdfff) return std::nullopt;
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        }
        if (c == 0) return std::nullopt;
        append_utf8(text, c);
    }
    return text;
}

/// Small letters, of ASCII and å ä ö alone: headings and types are words that we know.
std::string small_letters(std::string_view typed) {
    std::string word = base::trim(typed);
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] >= 'A' && word[i] <= 'Z') word[i] = static_cast<char>(word[i] + ('a' - 'A'));
        const bool follows = i > 0 && word[i - 1] == '\xc3';
        if (follows && (word[i] == '\x85' || word[i] == '\x84' || word[i] == '\x96'))
            word[i] = static_cast<char>(word[i] + 0x20);
    }
    return word;
}

enum class FileColumn { name, type, number, website };

struct Heading {
    std::string_view word;
    FileColumn column;
};
constexpr Heading kHeadings[] = {
    {"namn", FileColumn::name},
    {"organisation", FileColumn::name},
    {"organisationsnamn", FileColumn::name},
    {"name", FileColumn::name},
    {"typ", FileColumn::type},
    {"type", FileColumn::type},
    {"organisationsnummer", FileColumn::number},
    {"orgnr", FileColumn::number},
    {"org.nr", FileColumn::number},
    {"org nr", FileColumn::number},
    {"number", FileColumn::number},
    {"organisation number", FileColumn::number},
    {"webbplats", FileColumn::website},
    {"webbadress", FileColumn::website},
    {"hemsida", FileColumn::website},
    {"website", FileColumn::website},
};

struct TypeWord {
    std::string_view word;
    OrganisationType type;
};
constexpr TypeWord kTypeWords[] = {
    {"kommun", OrganisationType::municipality},
    {"region", OrganisationType::region},
    {"myndighet", OrganisationType::authority},
    {"nämnd", OrganisationType::committee},
    {"förvaltning", OrganisationType::department},
    {"förening", OrganisationType::association},
    {"ideell förening", OrganisationType::association},
    {"paraplyorganisation", OrganisationType::umbrella},
    {"trossamfund", OrganisationType::faith_community},
    {"stiftelse", OrganisationType::foundation},
    {"högskola", OrganisationType::university},
    {"universitet", OrganisationType::university},
    {"företag", OrganisationType::business},
};

std::optional<FileColumn> column_named(std::string_view typed) {
    const std::string word = small_letters(typed);
    const auto* found =
        std::find_if(std::begin(kHeadings), std::end(kHeadings), [&](const Heading& one) { return one.word == word; });
    return found == std::end(kHeadings) ? std::nullopt : std::optional(found->column);
}

/// The type of a word in either language; empty for none.
std::string type_of_word(std::string_view typed) {
    std::string word = small_letters(typed);
    if (type_named(word)) return word;
    for (const TypeWord& one : kTypeWords)
        if (one.word == word) return std::string(type_name(one.type));
    return {};
}

std::string_view word_of_type(OrganisationType type) {
    const auto* found = std::find_if(std::begin(kTypeWords), std::end(kTypeWords),
                                     [&](const TypeWord& one) { return one.type == type; });
    return found->word;
}

base::Problem at_line(int line, std::string field, std::string key, base::MessageArgs args = {}) {
    base::Problem made = base::problem(std::move(field), std::move(key), std::move(args));
    made.line = line;
    return made;
}

/// A cell short enough to be said in a message.
std::string shown(std::string_view cell) {
    constexpr std::size_t kMost = 60;
    std::string text = base::trim(cell);
    if (text.size() <= kMost) return text;
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

class FileReader {
  public:
    base::Result<std::vector<OrganisationLine>> read(const document::CsvFile& file) {
        const auto& records = file.records;
        heading(records.front());
        if (records.size() - 1 > kMostOrganisationLines)
            problems_.add(base::problem("", "directory.file.too_many",
                                        {{"most", static_cast<std::int64_t>(kMostOrganisationLines)}}));
        if (!problems_.empty()) return problems_.all();
        lines_.reserve(records.size());
        for (std::size_t i = 1; i < records.size(); ++i) take(records[i]);
        if (!file.problems.empty()) tell_of_lines();
        problems_.add(file.problems);
        if (problems_.empty() && lines_.empty()) problems_.add(base::problem("", "directory.file.no_lines"));
        if (!problems_.empty()) return problems_.all();
        return std::move(lines_);
    }

  private:
    void heading(const document::CsvRecord& record) {
        for (const std::string& cell : record.cells) {
            const auto column = column_named(document::without_formula_guard(cell));
            if (!column && !base::trim(cell).empty())
                problems_.add(at_line(record.line, "", "directory.file.heading", {{"heading", shown(cell)}}));
            if (column && std::find(columns_.begin(), columns_.end(), column) != columns_.end())
                problems_.add(at_line(record.line, "", "directory.file.heading_twice", {{"heading", shown(cell)}}));
            columns_.push_back(column);
        }
        if (std::find(columns_.begin(), columns_.end(), FileColumn::name) == columns_.end())
            problems_.add(at_line(record.line, "name", "directory.file.no_name"));
    }

    /// What is wrong with each line, for a file that is not judged further because a line of it is broken.
    void tell_of_lines() {
        for (const OrganisationLine& line : lines_)
            for (base::Problem one : line.problems) {
                one.line = line.line;
                problems_.add(std::move(one));
            }
    }

    void take(const document::CsvRecord& record) {
        OrganisationLine line{.line = record.line, .input = {}};
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            const std::string cell = base::trim(document::without_formula_guard(record.cells[i]));
            if (i >= columns_.size() || !columns_[i]) {
                if (!cell.empty())
                    line.problems.push_back(base::problem("", "directory.file.cell", {{"cell", shown(cell)}}));
                continue;
            }
            fill(line, *columns_[i], cell);
        }
        lines_.push_back(std::move(line));
    }

    static void fill(OrganisationLine& line, FileColumn column, const std::string& cell) {
        switch (column) {
            case FileColumn::name:
                line.input.name = cell;
                return;
            case FileColumn::number:
                line.input.number = cell;
                return;
            case FileColumn::website:
                line.input.website = cell;
                return;
            case FileColumn::type:
                break;
        }
        if (cell.empty()) return;
        line.input.type = type_of_word(cell);
        if (line.input.type.empty())
            line.problems.push_back(base::problem("type", "directory.file.type", {{"type", shown(cell)}}));
    }

    std::vector<std::optional<FileColumn>> columns_;
    std::vector<OrganisationLine> lines_;
    base::ProblemList problems_;
};

}  // namespace

base::Result<std::string> text_of_file(std::string_view bytes) {
    const auto too_large = [] {
        return base::problem("file", "directory.file.too_large",
                             {{"megabytes", static_cast<std::int64_t>(kMostOrganisationBytes / 1'000'000)}});
    };
    if (bytes.size() > 2 * kMostOrganisationBytes) return too_large();
    std::optional<std::string> text;
    if (bytes.starts_with("\xff\xfe"))
        text = from_utf16(bytes.substr(2), false);
    else if (bytes.starts_with("\xfe\xff"))
        text = from_utf16(bytes.substr(2), true);
    else if (bytes.starts_with("\xef\xbb\xbf"))
        text = std::string(bytes.substr(3));
    else
        text = base::is_utf8(bytes) ? std::string(bytes) : from_windows(bytes);
    if (!text || !base::is_utf8(*text)) return base::problem("file", "directory.file.no_text");
    if (text->size() > kMostOrganisationBytes) return too_large();
    return *std::move(text);
}

base::Result<std::vector<OrganisationLine>> read_organisation_file(std::string_view bytes) {
    const auto text = text_of_file(bytes);
    if (!text) return text.problems();
    const auto file = document::read_csv(*text);
    if (file.records.empty()) return file.problems;
    return FileReader().read(file);
}

std::string write_organisation_file(const std::vector<Organisation>& all) {
    std::string file = "\xef\xbb\xbf";
    document::write_csv_record(file, {"namn", "typ", "organisationsnummer", "webbplats"}, ';');
    for (const Organisation& one : all)
        document::write_csv_record(file,
                                   {one.name, std::string(word_of_type(one.type)), one.number ? one.number->text() : "",
                                    one.website.value_or("")},
                                   ';');
    return file;
}

}  // namespace samrum::directory
