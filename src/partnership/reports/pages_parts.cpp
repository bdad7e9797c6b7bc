#include "partnership/reports/pages_parts.hpp"

#include "foundation/web/table.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/reports/actions_document.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/actions_read.hpp"

namespace samrum::partnership::reports {
namespace {

using module::Call;
using web::Html;
namespace tag = web::tag;
namespace attr = web::attr;

void write_table(Html& h, const text::Words& words, const DocumentTable& table) {
    web::Table shown{.caption = table.caption};
    for (const DocumentColumn& one : table.columns)
        shown.columns.push_back({.label = one.label, .numeric = one.numeric});
    web::table(h, words, shown, [&](web::Rows& rows) {
        for (const auto& row : table.rows) {
            std::vector<web::Content> cells;
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row[i].starts_with("https://") || row[i].starts_with("http://"))
                    cells.emplace_back([&h, &to = row[i]] { web::link(h, to, [&] { web::isolated(h, to); }); });
                else if (table.columns[i].numeric)
                    cells.push_back(agreement::isolated_value(h, row[i]));
                else
                    cells.emplace_back(row[i]);
            }
            rows.row(cells);
        }
    });
    if (!table.note.empty()) web::small_print(h, table.note);
}

}  // namespace

std::string reports_link(const Call& call, AgreementId agreement) {
    return call.link("/agreements/" + agreement.text() + "/reports");
}
std::string report_link(const Call& call, AgreementId agreement, ReportId report, std::string_view below) {
    return reports_link(call, agreement) + "/" + report.text() + std::string(below);
}

web::Tone tone_of(State state) {
    switch (state) {
        case State::draft:
            return web::Tone::neutral;
        case State::submitted:
            return web::Tone::warning;
        case State::approved:
        case State::committee:
            break;
    }
    return web::Tone::success;
}

std::optional<ReportOfPath> report_of_path(Call& call) {
    auto agreement = agreement::agreement_of_path(call);
    const auto id = ReportId::parse(call.part("report"));
    if (!agreement || !id) return std::nullopt;
    auto report = read_report(call.room(), call.house, call.caller, agreement->head.id, *id);
    if (!report) return std::nullopt;
    return ReportOfPath{std::move(*agreement), std::move(*report)};
}

bool may_write_part(const Call& call) {
    return module::may_for(call.caller, kWriteReports, call.caller.room_organisation);
}
bool may_decide(const Call& call, const agreement::AgreementHead& head) {
    return agreement::may_write_here(call, head);
}

void write_prose(Html& h, const std::string& language, const std::string& markdown, int first_heading) {
    h(tag::div, attr::cls("prose"), attr::lang(language),
      web::TrustedHtml{text::markdown_html(markdown, first_heading)});
}

void write_document(Html& h, const text::Words& words, const Document& document) {
    constexpr int kBelowParty = 4;
    std::vector<web::Term> terms;
    terms.reserve(document.facts.size());
    for (const auto& [label, value] : document.facts) terms.push_back({label, agreement::isolated_value(h, value)});
    web::definition_list(h, terms);
    for (const DocumentSection& section : document.sections) {
        web::section(h, section.title, [&] {
            if (section.parts.empty()) web::small_print(h, words("report.section.empty"));
            for (const auto& part : section.parts) {
                if (const auto* table = std::get_if<DocumentTable>(&part)) {
                    write_table(h, words, *table);
                    continue;
                }
                const auto& written = std::get<DocumentText>(part);
                web::heading(h, 3, written.by);
                write_prose(h, document.language, written.markdown, kBelowParty);
            }
        });
    }
}

void export_links(Html& h, const text::Words& words, const std::string& path) {
    web::details(h, words("report.export"), [&] {
        std::vector<web::Content> links;
        for (const std::string_view form : kExportForms)
            links.emplace_back([&h, &words, to = path + "?as=" + std::string(form), form] {
                web::link(h, to, words("report.export." + std::string(form)));
            });
        web::bullets(h, links);
    });
}

web::Response export_answer(Call& call, const Report& report, const agreement::AgreementHead& head) {
    auto file = exported(report, document_of(report, head, call.words), call.head->name, call.words,
                         call.request.query.get("as"), call.today());
    if (!file) return module::not_found(call);
    auto response = web::Response::file(std::move(file->bytes), file->type, file->name);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

}  // namespace samrum::partnership::reports
