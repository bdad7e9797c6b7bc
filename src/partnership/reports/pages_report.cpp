#include "foundation/web/fields.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/reports/actions_decide.hpp"
#include "partnership/reports/actions_document.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/actions_read.hpp"
#include "partnership/reports/actions_submit.hpp"
#include "partnership/reports/pages.hpp"
#include "partnership/reports/pages_decide.hpp"
#include "partnership/reports/pages_parts.hpp"

#include <algorithm>

/// One report: what the reader is to do with it, what a correction changed, and the report itself.
namespace samrum::partnership::reports {
namespace {

using module::Call;
using web::Html;
using web::Tone;
namespace tag = web::tag;
namespace attr = web::attr;

bool is_written(const Part& part, const TemplateSection& section) {
    const auto found = part.sections.find(section.key);
    return found != part.sections.end() && found->second != SectionContent{};
}

/// Own promises that something counts and whose figure was not handed over for the period.
void missing_figures(Html& h, const Call& call, const ReportOfPath& all, const Part& part) {
    const auto& words = call.words;
    std::vector<web::Content> links;
    for (const StatisticsRow& row : all.report.statistics) {
        const bool own = ("," + row.party + ",").find("," + part.party + ",") != std::string::npos;
        if (!own || row.now || row.measure.empty()) continue;
        const std::string to =
            call.link("/deliveries/new?agreement=" + all.agreement.head.id.text() + "&commitment=" + row.commitment);
        links.emplace_back([&h, to, title = row.title] { web::link(h, to, title); });
    }
    if (links.empty() || part.side != agreement::Side::civil || call.head->is_public_party) return;
    web::notice(h, Tone::info, words("report.figures_missing"), [&h, &words, &links] {
        web::paragraph(h, words("report.figures_missing_why"));
        web::bullets(h, links);
    });
}

/// The part that this room writes: its sections, each with the way to it, and the button that hands it over.
void part_to_write(Html& h, const Call& call, const ReportOfPath& all, const Part& part,
                   const base::Problems& problems) {
    const auto& words = call.words;
    const auto link_to = [&](const std::string& below) {
        return report_link(call, all.agreement.head.id, all.report.id, below);
    };
    web::section(h, words("report.write.title", {{"party", part.name}}), [&] {
        web::error_summary(h, {words, {}, problems});
        if (!part.returned.empty()) web::notice(h, Tone::warning, words("report.part.returned"), part.returned);
        missing_figures(h, call, all, part);
        web::table(h, words,
                   {.caption = words("report.write.sections"),
                    .hide_caption = true,
                    .columns = {{.label = words("report.column.section")},
                                {.label = words("report.column.state")},
                                {.label = words("report.column.action"), .hide_label = true}}},
                   [&](web::Rows& rows) {
                       for (const TemplateSection& one : all.report.layout.sections)
                           rows.row({say_title(words, one),
                                     words(is_written(part, one) ? "report.write.begun" : "report.write.empty"),
                                     [&h, &words, to = link_to("/write/" + part.party + "/" + one.key),
                                      title = say_title(words, one)] {
                                         web::link(h, to, [&] {
                                             h.text(words("report.write.open"));
                                             web::visually_hidden(h, " " + title);
                                         });
                                     }});
                   });
        web::confirm(h, words,
                     {.id = "submit-" + web::id_from(part.party),
                      .opener = words("report.submit"),
                      .title = words("report.submit.title"),
                      .text = words("report.submit.text"),
                      .csrf = call.csrf,
                      .action = link_to("/submit"),
                      .hidden = {{"party", part.party}},
                      .tone = Tone::accent});
    });
}

void difference_part(Html& h, Call& call, const ReportOfPath& all, const Document& document) {
    const auto before = version_before(call.room(), all.report);
    if (!before) return;
    const auto& words = call.words;
    const auto changed = differences(document_of(*before, all.agreement.head, words), document);
    web::section(h, words("report.difference.title", {{"number", std::int64_t{before->about.version}}}), [&] {
        if (changed.empty()) return web::paragraph(h, words("report.difference.none"));
        for (const SectionDifference& one : changed) {
            web::heading(h, 3, one.title);
            h(tag::ul, attr::cls("s-difference"), [&] {
                for (const DiffLine& line : one.lines) {
                    if (line.kind == DiffLine::Kind::same || line.text.empty()) continue;
                    const bool added = line.kind == DiffLine::Kind::added;
                    h(tag::li, [&] {
                        web::badge(h, added ? Tone::success : Tone::danger,
                                   words(added ? "report.difference.added" : "report.difference.removed"));
                        h.text(" " + line.text);
                    });
                }
            });
        }
    });
}

}  // namespace

web::Response shown_report(Call& call, const ReportOfPath& all, const base::Problems& problems) {
    const auto& words = call.words;
    const Report& report = all.report;
    const Document document = document_of(report, all.agreement.head, words);
    const std::string below = report_link(call, all.agreement.head.id, report.id);
    const module::PageHead head{.title = document.title + " – " + all.agreement.head.title,
                                .crumbs = {{words("partnership.agreements.title"), call.link("/agreements")},
                                           {all.agreement.head.title, reports_link(call, all.agreement.head.id)}},
                                .own_heading = true,
                                .wide = true};
    return module::page(
        call, head,
        [&](Html& h) {
            web::page_heading(h, {.title = document.title,
                                  .lead = all.agreement.head.title,
                                  .meta =
                                      [&] {
                                          web::badge(h, tone_of(report.state), say_state(words, report.state));
                                          if (report.published) web::badge(h, Tone::info, words("report.published"));
                                      },
                                  .actions = [&] { web::print_button(h, words); }});
            export_links(h, words, below + "/export");
            if (may_write_part(call) && report.state == State::draft)
                for (const Part& part : report.parts)
                    if (part.written_here && !part.submitted_on) part_to_write(h, call, all, part, problems);
            decisions_part(h, call, all, problems);
            difference_part(h, call, all, document);
            write_document(h, words, document);
        },
        problems.empty() ? 200 : 422);
}

web::Response report_page(Call& call) {
    const auto all = report_of_path(call);
    return all ? shown_report(call, *all, {}) : module::not_found(call);
}

web::Response report_export(Call& call) {
    const auto all = report_of_path(call);
    return all ? export_answer(call, all->report, all->agreement.head) : module::not_found(call);
}

web::Response submit_action(Call& call) {
    const auto all = report_of_path(call);
    if (!all) return module::not_found(call);
    const auto done = submit_part(call.room(), call.house, call.caller, all->agreement.head.id, all->report.id,
                                  call.request.form.get("party"));
    if (done) return call.done(report_link(call, all->agreement.head.id, all->report.id), "report.flash.submitted");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return shown_report(call, *all, done.problems());
}

}  // namespace samrum::partnership::reports
