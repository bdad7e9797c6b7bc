#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/actions_draft.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/actions_read.hpp"
#include "partnership/reports/pages.hpp"
#include "partnership/reports/pages_parts.hpp"

#include <algorithm>

/// The tab of reports: those there are, and those that the agreement asks for.
namespace samrum::partnership::reports {
namespace {

using module::Call;
using web::Html;

/// So far ahead the coming reports are told.
constexpr int kMonthsShown = 12;

std::string missing_words(const text::Words& words, const Report& report) {
    if (report.state != State::draft) return words("report.part.all_in");
    std::string names;
    for (const Part& one : report.parts)
        if (!one.submitted_on) names += (names.empty() ? "" : ", ") + one.name;
    return names.empty() ? words("report.part.all_in") : words("report.part.waits", {{"names", names}});
}

void reports_table(Html& h, const Call& call, const std::vector<Report>& reports) {
    const auto& words = call.words;
    web::table(h, words,
               {.caption = words("report.list.title"),
                .hide_caption = true,
                .columns = {{.label = words("report.column.report")},
                            {.label = words("report.column.state")},
                            {.label = words("report.column.parts")}}},
               [&](web::Rows& rows) {
                   for (const Report& one : reports)
                       rows.row({[&h, &call, &one] {
                                     web::link(h, report_link(call, one.about.agreement, one.id),
                                               say_subject(call.words, one.about));
                                 },
                                 [&h, &words, &one] {
                                     web::badge(h, tone_of(one.state), say_state(words, one.state));
                                     if (one.published) web::badge(h, web::Tone::info, words("report.published"));
                                 },
                                 missing_words(words, one)});
               });
}

void planned_row(Html& h, Call& call, web::Rows& rows, const Case& about, const Planned& one) {
    const auto& words = call.words;
    const bool is_over = *one.period.last() < call.today();
    const bool here = std::any_of(one.writers.begin(), one.writers.end(), [&](const std::string& party) {
        return is_written_here(about, party, call.head->id);
    });
    const base::Date due = due_day(one, layout_of(call.room(), about, one.kind));
    rows.row({say_subject(words, {about.head.id, one.kind, one.period, 1}),
              [&h, &words, due, &one] {
                  web::date(h, words, due);
                  if (!one.stated_due) web::small_print(h, words("report.planned.no_day"));
              },
              [&h, &call, &about, &one, is_over, here] {
                  if (!is_over) return h.text(call.words("report.planned.later"));
                  if (!here || !may_write_part(call)) return h.text(call.words("report.planned.not_begun"));
                  web::form(h, call.csrf, reports_link(call, about.head.id), [&] {
                      web::hidden(h, "kind", word_of(one.kind));
                      web::hidden(h, "first", one.period.first().iso());
                      web::hidden(h, "last", one.period.last()->iso());
                      web::submit_button(h, call.words("report.draft_now"), web::Variant::secondary);
                  });
              }});
}

void planned_part(Html& h, Call& call, const std::vector<Report>& reports) {
    const auto& words = call.words;
    const auto about = load_case(call.room(), *AgreementId::parse(call.part("id")));
    auto planned = planned_reports(about->agreement, call.today().plus_months(kMonthsShown));
    std::erase_if(planned, [&](const Planned& one) {
        return *one.period.last() > call.today().plus_months(kMonthsShown) ||
               std::any_of(reports.begin(), reports.end(), [&](const Report& there) {
                   return there.about.kind == one.kind && there.about.period == one.period;
               });
    });
    web::section(h, words("report.planned.title"), [&] {
        if (planned.empty()) return web::paragraph(h, words("report.planned.none"));
        web::table(h, words,
                   {.caption = words("report.planned.title"),
                    .hide_caption = true,
                    .columns = {{.label = words("report.column.report")},
                                {.label = words("report.column.due")},
                                {.label = words("report.column.action")}}},
                   [&](web::Rows& rows) {
                       for (const Planned& one : planned) planned_row(h, call, rows, *about, one);
                   });
    });
}

}  // namespace

web::Response reports_page(Call& call) {
    return agreement::tab_page(call, "/reports", [&](Html& h, const agreement::ReadAgreement& all) {
        const auto& words = call.words;
        const auto reports = read_reports(call.room(), call.house, call.caller, all.head.id);
        web::section(h, words("report.list.title"), [&] {
            if (reports.empty())
                web::empty_state(h, words("report.list.none"), words("report.list.none_why"));
            else
                reports_table(h, call, reports);
        });
        planned_part(h, call, reports);
        if (may_decide(call, all.head))
            web::paragraph(h, [&] { web::link(h, call.link("/report-templates"), words("report.template.link")); });
    });
}

web::Response draft_action(Call& call) {
    const auto& form = call.request.form;
    const auto id = AgreementId::parse(call.part("id"));
    const auto kind = value_of<ReportKind>(form.get("kind"));
    const auto first = base::Date::parse(form.get("first")), last = base::Date::parse(form.get("last"));
    if (!id || !kind || !first || !last || *last < *first) return module::not_found(call);
    const auto made = draft_report(call.room(), call.house, call.caller, *id, *kind, {*first, *last});
    if (made) return call.done(report_link(call, *id, *made), "report.flash.drafted");
    if (auto refused = module::refused_page(call, made.problems())) return *std::move(refused);
    return module::page(
        call,
        {.title = call.words("report.draft_now"),
         .crumbs = {{call.words("partnership.tab.reports"), reports_link(call, *id)}}},
        [&](Html& h) {
            web::error_summary(h, {call.words, {}, made.problems()});
        },
        422);
}

}  // namespace samrum::partnership::reports
