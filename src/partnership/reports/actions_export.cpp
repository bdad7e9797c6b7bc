#include "partnership/reports/actions_export.hpp"

#include "foundation/document/csv.hpp"
#include "foundation/document/pdf.hpp"
#include "foundation/document/spreadsheet.hpp"
#include "partnership/reports/actions_document.hpp"
#include "partnership/reports/actions_markdown.hpp"
#include "partnership/reports/model_json.hpp"

namespace samrum::partnership::reports {
namespace {

using document::Block;

constexpr int kPartHeading = 3;

/// What a party wrote; its own headings stand below the party's name.
void add_text(std::vector<Block>& blocks, const DocumentText& written) {
    if (!written.by.empty()) blocks.emplace_back(document::Heading{kPartHeading, written.by});
    for (Block& part : markdown_parts(written.markdown, kPartHeading)) blocks.push_back(std::move(part));
}

void add_table(std::vector<Block>& blocks, const DocumentTable& table) {
    document::Grid grid{table.caption, {}, table.rows};
    for (const DocumentColumn& one : table.columns) grid.columns.push_back({one.label, one.numeric, one.share});
    blocks.emplace_back(std::move(grid));
    if (!table.note.empty()) blocks.emplace_back(document::Paragraph{table.note});
}

std::string pdf_of(const Document& document, const std::string& author, const text::Words& words, base::Date today) {
    document::Paper paper;
    paper.language = document.language;
    paper.title = document.title + " – " + document.subtitle;
    paper.author = author;
    // Whose paper it is stands on every page.
    paper.header = author + (author.empty() ? "" : " · ") + document.day;
    paper.header_end = document.registry_number;
    paper.footer = document.title;
    paper.page_of = [&words](int page, int of) {
        return words("report.page", {{"page", std::int64_t{page}}, {"of", std::int64_t{of}}});
    };
    paper.formal = true;
    paper.created = today.iso() + "T00:00:00Z";
    paper.blocks = {document::Heading{1, document.title}, document::Facts{document.facts}};
    for (const DocumentSection& section : document.sections) {
        if (section.parts.empty()) continue;
        paper.blocks.emplace_back(document::Heading{2, section.title});
        for (const auto& part : section.parts) {
            if (const auto* table = std::get_if<DocumentTable>(&part))
                add_table(paper.blocks, *table);
            else
                add_text(paper.blocks, std::get<DocumentText>(part));
        }
    }
    return document::write_pdf(paper);
}

template <class Each>
void each_table(const Document& document, const Each& each) {
    for (const DocumentSection& section : document.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<DocumentTable>(&part)) each(section, *table);
}

/// One table after the other, each under its caption.
std::string csv_of(const Document& document) {
    std::string csv;
    each_table(document, [&](const DocumentSection&, const DocumentTable& table) {
        if (!csv.empty()) csv += "\r\n";
        document::write_csv_record(csv, {table.caption}, ';');
        std::vector<std::string> labels;
        labels.reserve(table.columns.size());
        for (const DocumentColumn& one : table.columns) labels.push_back(one.label);
        document::write_csv_record(csv, labels, ';');
        for (const auto& row : table.rows) document::write_csv_record(csv, row, ';');
    });
    return csv;
}

std::string xlsx_of(const Document& document, const std::string& author, base::Date today) {
    constexpr double kWide = 34, kNarrow = 18;
    document::Spreadsheet sheets{document.title + " – " + document.subtitle, author, {}};
    each_table(document, [&](const DocumentSection& section, const DocumentTable& table) {
        document::SpreadsheetPage page{std::to_string(sheets.pages.size() + 1) + " " + section.title, table.caption};
        if (!table.note.empty()) page.notes.push_back(table.note);
        for (const DocumentColumn& one : table.columns)
            page.columns.push_back({one.label, one.numeric ? kNarrow : kWide});
        for (const auto& row : table.rows) page.rows.emplace_back(row.begin(), row.end());
        sheets.pages.push_back(std::move(page));
    });
    return document::write_spreadsheet(sheets, today);
}

}  // namespace

std::optional<ExportedFile> exported(const Report& report, const Document& document, const std::string& author,
                                     const text::Words& words, std::string_view form, base::Date today) {
    const std::string name = document.file + "." + std::string(form);
    if (form == "pdf") return ExportedFile{name, "application/pdf", pdf_of(document, author, words, today)};
    if (form == "md") return ExportedFile{name, "text/markdown; charset=utf-8", markdown_of(document)};
    if (form == "json") return ExportedFile{name, "application/json", write_report(report) + "\n"};
    if (form == "csv") return ExportedFile{name, "text/csv; charset=utf-8", csv_of(document)};
    if (form == "xlsx") return ExportedFile{name, document::kSpreadsheetType, xlsx_of(document, author, today)};
    return std::nullopt;
}

}  // namespace samrum::partnership::reports
