#include "activity/files_log.hpp"

#include "activity/rules_entry.hpp"
#include "activity/rules_words.hpp"
#include "foundation/base/text.hpp"
#include "foundation/document/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace samrum::activity {
namespace {

using document::CsvRecord;

/// A column: the field that problems name, the part of Draft it fills, and every heading that means it. The first two
/// are the ones we write.
struct LogColumn {
    std::string_view field;
    std::string Draft::*part;
    std::array<std::string_view, 6> headings;  ///< Swedish, English, then others
};
const LogColumn kColumns[] = {
    {"day", &Draft::day, {"datum", "day", "dag", "date", "från", "from"}},
    {"until", &Draft::until, {"till", "until", "t.o.m.", "to"}},
    {"kind", &Draft::kind, {"typ", "kind", "slag", "type"}},
    {"activity", &Draft::activity, {"aktivitet", "activity", "verksamhet"}},
    {"place", &Draft::place, {"plats", "place"}},
    {"start", &Draft::start, {"start", "start time", "starttid", "tid", "börjar"}},
    {"participants", &Draft::participants, {"deltagare", "participants", "besökare", "besök", "visitors", "visits"}},
    {"women", &Draft::women, {"kvinnor", "women", "varav kvinnor"}},
    {"volunteers", &Draft::volunteers, {"volontärer", "volunteers", "frivilliga"}},
    {"hours", &Draft::hours, {"volontärtimmar", "volunteer hours", "timmar", "hours", "frivilligtimmar"}},
    {"cancelled", &Draft::cancelled, {"inställd", "cancelled", "inställt", "canceled"}},
    {"title", &Draft::title, {"rubrik", "title"}},
    {"count", &Draft::count, {"antal", "count"}},
    {"reason", &Draft::reason, {"orsak", "reason", "skäl"}},
    {"approximate", &Draft::approximate, {"ungefär", "approximate", "cirka"}},
    {"source", &Draft::source, {"källa", "source"}},
};
/// Columns that are for the reader of the file and that we pass over.
constexpr std::string_view kRemarks[] = {"kommentar", "anmärkning", "comment", "remark"};

const LogColumn* column_headed(std::string_view heading) {
    const auto means = [&](const LogColumn& column) {
        return std::find(column.headings.begin(), column.headings.end(), heading) != column.headings.end();
    };
    const auto found = std::find_if(std::begin(kColumns), std::end(kColumns), means);
    return found == std::end(kColumns) || heading.empty() ? nullptr : &*found;
}

base::Problem heading_problem(const CsvRecord& head, const char* key, const std::string& text) {
    base::Problem problem = base::problem("", key, {{"heading", text}});
    problem.line = head.line;
    return problem;
}

/// The column of each cell; null for remarks and for columns without heading.
std::vector<const LogColumn*> read_headings(base::ProblemList& problems, const CsvRecord& head) {
    std::vector<const LogColumn*> columns;
    for (const std::string& cell : head.cells) {
        const std::string heading = plain_word(cell);
        const LogColumn* column = column_headed(heading);
        const bool remark = std::find(std::begin(kRemarks), std::end(kRemarks), heading) != std::end(kRemarks);
        if (!column && !remark && !heading.empty())
            problems.add(heading_problem(head, "document.csv.heading_unknown", cell));
        if (column && std::find(columns.begin(), columns.end(), column) != columns.end())
            problems.add(heading_problem(head, "document.csv.heading_twice", cell));
        columns.push_back(column);
    }
    if (std::find(columns.begin(), columns.end(), &kColumns[0]) == columns.end())
        problems.add(heading_problem(head, "document.csv.day_column_missing", "datum"));
    return columns;
}

std::string with_mark(std::string text, FileLanguage language) {
    if (language == FileLanguage::english) std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

}  // namespace

LogFile read_log_file(std::string_view bytes) {
    document::CsvFile file = document::read_csv(bytes);
    if (file.records.empty()) return {{}, {}, std::move(file.problems)};
    base::ProblemList problems;
    const auto columns = read_headings(problems, file.records.front());
    const bool headed = problems.empty();
    std::vector<FileLine> lines;
    for (std::size_t i = 1; i < file.records.size(); ++i) {
        const CsvRecord& record = file.records[i];
        FileLine line{record.line, {}};
        for (std::size_t k = 0; k < record.cells.size(); ++k) {
            if (k < columns.size() && columns[k])
                line.draft.*columns[k]->part = document::without_formula_guard(record.cells[k]);
            if (k < columns.size() || plain_word(record.cells[k]).empty()) continue;
            base::Problem long_line = base::problem("", "document.csv.line_long");
            long_line.line = record.line;
            problems.add(long_line);
            break;
        }
        lines.push_back(std::move(line));
    }
    problems.add(file.problems);
    if (!headed) lines.clear();
    LogFile log{std::move(lines), {}, problems.all()};
    for (std::size_t k = 0; k < columns.size(); ++k)
        if (columns[k]) log.headings.emplace(columns[k]->field, base::trim(file.records.front().cells[k]));
    return log;
}

LogFileWriter::LogFileWriter(std::string& sink, FileLanguage language, Name name)
    : sink_(sink), language_(language), name_(std::move(name)) {
    sink_ += "\xEF\xBB\xBF";
    std::vector<std::string> headings;
    for (const LogColumn& column : kColumns)
        headings.emplace_back(column.headings[language == FileLanguage::swedish ? 0 : 1]);
    document::write_csv_record(sink_, headings, language_ == FileLanguage::swedish ? ';' : ',');
}

std::string LogFileWriter::word(std::string_view code) const {
    return std::string(language_ == FileLanguage::swedish ? swedish_word(code) : code);
}

void LogFileWriter::write_draft(const Draft& draft) {
    std::vector<std::string> cells;
    for (const LogColumn& column : kColumns) cells.push_back(draft.*column.part);
    document::write_csv_record(sink_, cells, language_ == FileLanguage::swedish ? ';' : ',');
}

void LogFileWriter::write(const Facts& facts) {
    Draft draft = draft_of(facts);
    draft.kind = word(draft.kind);
    if (facts.reason) draft.reason = word(draft.reason);
    if (facts.cancelled) draft.cancelled = language_ == FileLanguage::swedish ? "ja" : "yes";
    if (facts.place) draft.place = name_(facts.place->uuid());
    if (facts.activity) draft.activity = name_(facts.activity->uuid());
    draft.hours = with_mark(draft.hours, language_);
    write_draft(draft);
}

void LogFileWriter::write(const StatedFigure& figure) {
    Draft draft;
    draft.kind = word(code_of(figure.of));
    if (figure.period) {
        draft.day = figure.period->first().iso();
        draft.until = figure.period->last()->iso();
    }
    if (figure.activity) draft.activity = name_(figure.activity->uuid());
    draft.count = std::to_string(figure.value);
    if (figure.approximate) draft.approximate = language_ == FileLanguage::swedish ? "ja" : "yes";
    draft.source = figure.source;
    write_draft(draft);
}

}  // namespace samrum::activity
