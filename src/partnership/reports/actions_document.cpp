#include "partnership/reports/actions_document.hpp"

#include "foundation/text/markdown.hpp"
#include "partnership/reports/actions_phrases.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using text::Words;

std::string days_of(const Words& words, const std::optional<StatedValue>& value) {
    return value ? words.period(value->period) : "";
}

std::optional<double> countable(const std::optional<StatedValue>& value) {
    const bool told = value && value->value.kind == DeliveredValue::Kind::number;
    return told ? std::optional(static_cast<double>(value->value.number)) : std::nullopt;
}
std::optional<double> countable(const std::optional<base::Money>& money) {
    constexpr double kOre = 100;
    return money ? std::optional(static_cast<double>(money->ore) / kOre) : std::nullopt;
}

/// The promises' figures, each beside that of the period before, each with its own days.
DocumentTable promises_table(const Report& report, const Words& words) {
    DocumentTable table{words("report.statistics.caption", {{"period", words.period(report.about.period)}}),
                        {{words("report.column.what"), false, 3},
                         {words("report.column.figure"), true, 1.6},
                         {words("report.column.days"), false, 2},
                         {words("report.column.before"), true, 1.6},
                         {words("report.column.days"), false, 2}},
                        {},
                        words("report.statistics.note")};
    for (const StatisticsRow& row : report.statistics)
        if (row.row.empty()) {
            table.rows.push_back({row.title, say_value(words, row.now, row.unit), days_of(words, row.now),
                                  say_value(words, row.before, row.unit), days_of(words, row.before)});
            table.numbers.push_back({{}, countable(row.now), {}, countable(row.before), {}});
        }
    return table;
}

/// "arabiska"; a value that has no words stands as it is counted.
std::string value_words(const Words& words, const StatisticsRow& row) {
    for (const std::string& key :
         {"language." + row.row, "partnership.signal." + row.row, "advice." + row.dimension + "." + row.row})
        if (words.has(key)) return words(key);
    return row.row;
}

/// A table for each needs signal.
std::vector<DocumentTable> signal_tables(const Report& report, const Words& words) {
    std::vector<DocumentTable> tables;
    std::string last;
    for (const StatisticsRow& row : report.statistics) {
        if (row.row.empty()) continue;
        const std::string measure = "measure." + row.measure;
        const std::string caption =
            words("report.signal.caption",
                  {{"what", words.has(measure) ? words(measure) : row.measure}, {"period", days_of(words, row.now)}});
        if (caption != last)
            tables.push_back({caption,
                              {{words("report.column.value"), false, 3},
                               {words("report.column.figure"), true, 2},
                               {words("report.column.before"), true, 2}},
                              {},
                              ""});
        last = caption;
        tables.back().rows.push_back(
            {value_words(words, row), say_value(words, row.now, row.unit), say_value(words, row.before, row.unit)});
        tables.back().numbers.push_back({{}, countable(row.now), countable(row.before)});
    }
    return tables;
}

DocumentTable judgement_table(const Part& part, const std::vector<Judgement>& judgements, const Words& words) {
    DocumentTable table{words("report.judgement.caption", {{"party", part.name}}),
                        {{words("report.column.commitment"), false, 2.4},
                         {words("report.column.promised"), false, 1.8},
                         {words("report.column.verdict"), false, 1.4},
                         {words("report.column.deviation"), false, 2},
                         {words("report.column.explanation"), false, 2.6}},
                        {},
                        ""};
    for (const Judgement& one : judgements)
        table.rows.push_back(
            {one.title, one.promised, say_verdict(words, one.verdict), one.deviation, one.explanation});
    return table;
}

DocumentTable evidence_table(const Part& part, const std::vector<Evidence>& evidence, const Words& words) {
    DocumentTable table{words("report.evidence.caption", {{"party", part.name}}),
                        {{words("report.evidence.title"), false, 3},
                         {words("report.evidence.author"), false, 1.8},
                         {words("report.evidence.institution"), false, 2},
                         {words("report.evidence.day"), false, 1.6},
                         {words("report.evidence.link"), false, 2.6}},
                        {},
                        ""};
    for (const Evidence& one : evidence)
        table.rows.push_back({one.title, one.author, one.institution, one.day ? words.date(*one.day) : "", one.link});
    return table;
}

std::string money_words(const Words& words, const std::optional<base::Money>& money) {
    return money ? words.money(*money) : words("report.value.unknown");
}

DocumentTable economy_table(const Report& report, const Words& words) {
    DocumentTable table{words("report.economy.caption", {{"period", words.period(report.about.period)}}),
                        {{words("report.economy.what"), false, 3},
                         {words("report.economy.payer"), false, 2.4},
                         {words("report.economy.planned"), true, 1.6},
                         {words("report.economy.authorised"), true, 1.6},
                         {words("report.economy.paid"), true, 1.6}},
                        {},
                        ""};
    for (const EconomyRow& one : report.economy) {
        table.rows.push_back({one.what, one.payer, money_words(words, one.planned), money_words(words, one.authorised),
                              money_words(words, one.paid)});
        table.numbers.push_back({{}, {}, countable(one.planned), countable(one.authorised), countable(one.paid)});
    }
    return table;
}

void add_tables(DocumentSection& section, const Report& report, SectionForm form, const Words& words) {
    if (form == SectionForm::statistics) {
        section.parts.emplace_back(promises_table(report, words));
        for (DocumentTable& one : signal_tables(report, words)) section.parts.emplace_back(std::move(one));
    }
    if (form == SectionForm::economy && !report.economy.empty())
        section.parts.emplace_back(economy_table(report, words));
}

DocumentSection section_of(const Report& report, const TemplateSection& layout, const Words& words) {
    DocumentSection section{layout.key, say_title(words, layout), {}};
    add_tables(section, report, layout.form, words);
    for (const Part& part : report.parts) {
        const auto found = part.sections.find(layout.key);
        if (found == part.sections.end()) continue;
        const SectionContent& content = found->second;
        if (!content.judgements.empty()) section.parts.emplace_back(judgement_table(part, content.judgements, words));
        if (!content.evidence.empty()) section.parts.emplace_back(evidence_table(part, content.evidence, words));
        if (!content.text.empty()) section.parts.emplace_back(DocumentText{part.name, content.text});
    }
    return section;
}

std::string part_words(const Words& words, const Part& part) {
    return part.submitted_on
               ? words("report.part.submitted",
                       {{"party", part.name}, {"day", words.date(*part.submitted_on)}, {"who", part.submitted_by}})
               : words("report.part.missing", {{"party", part.name}});
}

void add_facts(Document& document, const Report& report, const agreement::AgreementHead& head, const Words& words) {
    const auto add = [&](const char* label, const std::string& value) {
        if (!value.empty()) document.facts.emplace_back(words(label), value);
    };
    add("report.fact.agreement", head.title);
    add("report.fact.period", words.period(report.about.period));
    add("report.fact.state", say_state(words, report.state));
    if (report.about.version > 1) add("report.fact.version", words.number(report.about.version));
    add("report.fact.registry_number", head.registry_number);
    std::string parts;
    for (const Part& part : report.parts) parts += (parts.empty() ? "" : "; ") + part_words(words, part);
    add("report.fact.parts", parts);
    if (report.approved_on)
        add("report.fact.approved",
            words("report.approved.words", {{"by", report.approved_by}, {"day", words.date(*report.approved_on)}}) +
                (report.meeting.empty() ? "" : ". " + report.meeting));
    if (report.committee_on)
        add("report.fact.committee", words("report.committee.words", {{"committee", report.committee},
                                                                      {"day", words.date(*report.committee_on)}}));
    add("report.fact.hash", report.hash);
}

/// In a cell of a pipe table a bar or a line break would end it.
std::string cell_of(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
    return out;
}
std::string line_of(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += " " + cell_of(cell) + " |";
    return line + "\n";
}

std::string markdown_of(const DocumentTable& table) {
    std::vector<std::string> labels, rule;
    for (const DocumentColumn& one : table.columns) {
        labels.push_back(one.label);
        rule.emplace_back(one.numeric ? "---:" : "---");
    }
    std::string text = "**" + table.caption + "**\n\n" + line_of(labels) + line_of(rule);
    for (const auto& row : table.rows) text += line_of(row);
    if (!table.note.empty()) text += "\n" + table.note + "\n";
    return text;
}

std::string markdown_of(const DocumentSection& section) {
    std::string text;
    for (const auto& part : section.parts) {
        if (const auto* table = std::get_if<DocumentTable>(&part)) {
            text += (text.empty() ? "" : "\n") + markdown_of(*table);
            continue;
        }
        const auto& written = std::get<DocumentText>(part);
        text += (text.empty() ? "" : "\n") + std::string("### ") + written.by + "\n\n" + written.markdown + "\n";
    }
    return text;
}

}  // namespace

Document document_of(const Report& report, const agreement::AgreementHead& head, const Words& words) {
    Document document;
    document.language = std::string(words.language());
    document.title = say_subject(words, report.about);
    document.subtitle = head.title;
    document.registry_number = head.registry_number;
    document.day = words.date(report.approved_on.value_or(report.submitted_on.value_or(report.drafted_on)));
    document.file = head.slug + "-" + std::string(word_of(report.about.kind)) + "-" +
                    report.about.period.last()->iso() +
                    (report.about.version > 1 ? "-v" + std::to_string(report.about.version) : "");
    add_facts(document, report, head, words);
    for (const TemplateSection& one : report.layout.sections)
        document.sections.push_back(section_of(report, one, words));
    return document;
}

std::string markdown_of(const Document& document) {
    std::string text = "# " + document.title + "\n\n";
    for (const auto& [label, value] : document.facts)
        text.append("- ").append(label).append(": ").append(value).append("\n");
    for (const DocumentSection& section : document.sections) {
        const std::string inside = markdown_of(section);
        if (!inside.empty()) text += "\n## " + section.title + "\n\n" + inside;
    }
    return text;
}

namespace {

/// A section as lines to compare and to read, without the marks of Markdown.
std::string plain_lines(const DocumentSection& section) {
    std::string lines;
    for (const auto& part : section.parts) {
        if (const auto* table = std::get_if<DocumentTable>(&part)) {
            lines += table->caption + "\n";
            for (const auto& row : table->rows) {
                std::string line;
                for (const std::string& cell : row)
                    if (!cell.empty()) line += (line.empty() ? "" : " · ") + cell;
                std::ranges::replace(line, '\n', ' ');
                lines += line + "\n";
            }
            continue;
        }
        const auto& written = std::get<DocumentText>(part);
        lines += written.by + "\n";
        for (const text::MarkdownBlock& block : text::markdown_blocks(written.markdown)) lines += block.text + "\n";
    }
    return lines;
}

}  // namespace

std::vector<SectionDifference> differences(const Document& before, const Document& after) {
    std::vector<SectionDifference> all;
    const auto text_in = [](const Document& document, const std::string& key) {
        for (const DocumentSection& one : document.sections)
            if (one.key == key) return plain_lines(one);
        return std::string();
    };
    for (const DocumentSection& one : after.sections) {
        auto lines = line_differences(text_in(before, one.key), plain_lines(one));
        if (differs(lines)) all.push_back({one.title, std::move(lines)});
    }
    return all;
}

}  // namespace samrum::partnership::reports
