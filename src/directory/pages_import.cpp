// Many organisations from a file: first what would become of each line, then the person agrees.
#include "directory/actions_import.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

using namespace web;

/// More would be no help to anybody who mends a file.
constexpr std::size_t kMostShown = 100;

std::string file_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("directory.import." + std::string(key), args);
}

module::PageHead import_head(const module::Call& call, std::string_view title) {
    return {.title = file_words(call, title),
            .crumbs = {{call.words("directory.organisations.title"), call.link("/organisations")}}};
}

Response ask_for_organisations(module::Call& call, const FormState& state) {
    auto head = import_head(call, "title");
    head.lead = file_words(call, "lead");
    return module::page(
        call, head,
        [&](Html& h) {
            error_summary(h, state);
            upload_form(h, call.csrf, call.link("/organisations/import"), [&] {
                file_field(
                    h, state,
                    {.name = "file", .label = file_words(call, "file"), .description = file_words(call, "file.hint")},
                    ".csv,.txt,text/csv,text/plain");
                actions(h, [&] {
                    submit_button(h, file_words(call, "check"));
                    link_button(h, call.link("/organisations/export"), file_words(call, "export"), Variant::tertiary);
                });
            });
        },
        state.problems.empty() ? 200 : 422);
}

void problem_lines(const module::Call& call, Html& h, const base::Problems& problems) {
    notice(
        h, Tone::danger, file_words(call, "problems", {{"problems", static_cast<std::int64_t>(problems.size())}}), [&] {
            paragraph(h, file_words(call, "problems.text"));
            std::vector<Content> lines;
            const std::size_t shown = std::min(problems.size(), kMostShown);
            lines.reserve(shown);
            for (std::size_t i = 0; i < shown; ++i) {
                const std::string text = call.words(problems[i].message);
                lines.emplace_back(
                    problems[i].line
                        ? file_words(call, "line", {{"line", std::to_string(*problems[i].line)}, {"text", text}})
                        : text);
            }
            bullets(h, lines);
            if (problems.size() > shown)
                paragraph(h, file_words(call, "more", {{"more", static_cast<std::int64_t>(problems.size() - shown)}}));
        });
}

Tone tone_of(LineFate fate) {
    switch (fate) {
        case LineFate::fresh:
            return Tone::success;
        case LineFate::changed:
            return Tone::info;
        case LineFate::same:
            return Tone::neutral;
        case LineFate::kept_elsewhere:
            return Tone::warning;
    }
    return Tone::neutral;
}

std::string value_of(const module::Call& call, const Organisation& one, std::string_view field) {
    if (field == "name") return one.name;
    if (field == "number") return one.number ? one.number->text() : "–";
    if (field == "website") return one.website.value_or("–");
    return call.words("directory.organisation_type." + std::string(type_name(one.type)));
}

void changes(const module::Call& call, Html& h, const PlannedOrganisation& line) {
    for (const std::string& field : line.fields)
        paragraph(h, [&] {
            h.text(file_words(call, "field." + field) + ": ");
            name(h, value_of(call, *line.before, field));
            h.text(" → ");
            name(h, value_of(call, line.after, field));
        });
}

/// The lines that do something, as far as a page carries them; those that say nothing new are only counted.
void preview(const module::Call& call, Html& h, const ImportPlan& plan) {
    const Table frame{.caption = file_words(call, "preview"),
                      .columns = {{.label = call.words("directory.organisation.name")},
                                  {.label = file_words(call, "row"), .numeric = true},
                                  {.label = file_words(call, "fate")},
                                  {.label = call.words("directory.organisation.number_label")},
                                  {.label = file_words(call, "changes")}},
                      .empty = file_words(call, "nothing")};
    std::size_t rest = 0;
    table(h, call.words, frame, [&](Rows& rows) {
        for (const PlannedOrganisation& line : plan.lines) {
            if (line.fate == LineFate::same) continue;
            if (static_cast<std::size_t>(rows.count()) >= kMostShown) {
                ++rest;
                continue;
            }
            rows.row(
                {[&] { name(h, line.after.name); }, std::to_string(line.line),
                 [&] { badge(h, tone_of(line.fate), file_words(call, "fate." + std::string(fate_name(line.fate)))); },
                 [&] {
                     if (line.after.number) isolated(h, line.after.number->text());
                 },
                 [&] { changes(call, h, line); }});
        }
    });
    if (rest > 0) paragraph(h, file_words(call, "more_lines", {{"more", static_cast<std::int64_t>(rest)}}));
}

Response show_plan(module::Call& call, const ImportPlan& plan, const std::string& text) {
    const bool well = plan.problems.empty();
    const auto again = [&](Html& h, Variant variant) {
        link_button(h, call.link("/organisations/import"), file_words(call, "again"), variant);
    };
    auto head = import_head(call, "report");
    head.wide = well;
    return module::page(
        call, head,
        [&](Html& h) {
            if (!well) {
                problem_lines(call, h, plan.problems);
                return actions(h, [&] { again(h, Variant::primary); });
            }
            std::vector<Content> counts;
            for (const LineFate fate : kLineFates)
                if (const int count = count_of(plan, fate); count > 0)
                    counts.emplace_back(
                        file_words(call, "count." + std::string(fate_name(fate)), {{"count", std::int64_t{count}}}));
            bullets(h, counts);
            preview(call, h, plan);
            const bool does_something = count_of(plan, LineFate::fresh) + count_of(plan, LineFate::changed) > 0;
            if (!does_something) return actions(h, [&] { again(h, Variant::secondary); });
            // The text goes along, so that what is read in is what was looked at.
            upload_form(h, call.csrf, call.link("/organisations/import/confirm"), [&] {
                hidden(h, "csv", text);
                actions(h, [&] {
                    submit_button(h, file_words(call, "confirm"));
                    again(h, Variant::tertiary);
                });
            });
        },
        well ? 200 : 422);
}

}  // namespace

Response import_organisations_page(module::Call& call) {
    return ask_for_organisations(call, {call.words});
}

Response check_organisations_now(module::Call& call) {
    if (call.request.uploads.empty() || call.request.uploads[0].bytes.empty())
        return ask_for_organisations(call, {call.words, {}, {base::problem("file", "directory.file.missing")}});
    const auto text = text_of_file(call.request.uploads[0].bytes);
    if (!text) return ask_for_organisations(call, {call.words, {}, text.problems()});
    const auto plan = check_organisations(call.lobby(), *call.head, call.caller, *text);
    return plan ? show_plan(call, *plan, *text) : module::not_found(call);
}

Response import_organisations_now(module::Call& call) {
    const std::string text(call.request.form.get("csv"));
    const auto done = import_organisations(call.lobby(), *call.head, call.caller, text);
    if (done) return call.done(call.link("/organisations"), "directory.import.done");
    if (auto refused = module::refused_page(call, done.problems())) return std::move(*refused);
    return show_plan(call, {{}, done.problems()}, text);
}

Response export_organisations(module::Call& call) {
    return Response::file(write_organisation_file(list_organisations(call.lobby())), "text/csv; charset=utf-8",
                          file_words(call, "file_name") + ".csv");
}

}  // namespace samrum::directory
