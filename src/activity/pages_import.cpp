// Reading a file in: first a dry run that tells everything by line, then the person agrees.
#include "activity/actions_import.hpp"
#include "activity/pages.hpp"
#include "activity/pages_parts.hpp"
#include "foundation/module/page.hpp"

namespace samrum::activity {
namespace {

using namespace web;

std::string import_said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("activity.page.import." + std::string(key), args);
}

module::PageHead head(const module::Call& call, std::string_view title) {
    return {.title = import_said(call, title),
            .crumbs = {{call.words("activity.page.list.title"), call.link("/activity")}}};
}

Response ask_for_file(module::Call& call, const FormState& state) {
    auto page_head = head(call, "title");
    page_head.lead = import_said(call, "lead");
    return module::page(
        call, page_head,
        [&](Html& h) {
            error_summary(h, state);
            upload_form(h, call.csrf, call.link("/activity/import"), [&] {
                file_field(
                    h, state,
                    {.name = "file", .label = import_said(call, "file"), .description = import_said(call, "file.hint")},
                    ".csv,text/csv");
                actions(h, [&] { submit_button(h, import_said(call, "check")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

std::string at_line(const module::Call& call, const std::optional<int>& line, const base::Message& message) {
    const std::string text = call.words(message);
    return line ? import_said(call, "line", {{"line", std::to_string(*line)}, {"text", text}}) : text;
}

void problem_list(module::Call& call, Html& h, const base::Problems& problems) {
    notice(h, Tone::danger,
           import_said(call, "report.problems", {{"problems", static_cast<std::int64_t>(problems.size())}}), [&] {
               paragraph(h, import_said(call, "report.problems.text"));
               std::vector<Content> lines;
               for (const base::Problem& one : problems) lines.emplace_back(at_line(call, one.line, one.message));
               bullets(h, lines);
           });
}

void note_list(module::Call& call, Html& h, const std::vector<Note>& notes) {
    if (notes.empty()) return;
    notice(h, Tone::info, import_said(call, "report.notes"), [&] {
        std::vector<Content> lines;
        lines.reserve(notes.size());
        for (const Note& one : notes) lines.emplace_back(at_line(call, one.line, one.message));
        bullets(h, lines);
    });
}

void names_list(Html& h, const std::string& title, const std::vector<std::string>& names) {
    if (names.empty()) return;
    heading(h, 2, title);
    bullets(h, {names.begin(), names.end()});
}

/// The file goes along in the form, so that what is read in is what was checked.
void confirm_form(module::Call& call, Html& h, const ImportReport& report, const std::string& bytes,
                  const FormState& state) {
    upload_form(h, call.csrf, call.link("/activity/import/confirm"), [&] {
        hidden(h, "csv", bytes);
        names_list(h, import_said(call, "new_places"), report.new_places);
        names_list(h, import_said(call, "new_activities"), report.new_activities);
        if (!report.new_places.empty() || !report.new_activities.empty())
            checkbox(h, state, {.name = "make_names", .label = import_said(call, "make_names")});
        actions(h, [&] {
            submit_button(h, import_said(call, "confirm"));
            link_button(h, call.link("/activity/import"), import_said(call, "again"), Variant::tertiary);
        });
    });
}

Response show_report(module::Call& call, const ImportReport& report, const std::string& bytes, const FormState& state) {
    const bool well = report.problems.empty();
    return module::page(
        call, head(call, "report.title"),
        [&](Html& h) {
            error_summary(h, state);
            if (!well) {
                problem_list(call, h, report.problems);
                return actions(h, [&] { link_button(h, call.link("/activity/import"), import_said(call, "again")); });
            }
            bullets(h, {import_said(call, "report.lines", {{"lines", std::int64_t{report.lines}}}),
                        import_said(call, "report.fresh", {{"fresh", std::int64_t{report.fresh}}}),
                        import_said(call, "report.there", {{"there", std::int64_t{report.already_there}}})});
            note_list(call, h, report.notes);
            if (report.fresh > 0) return confirm_form(call, h, report, bytes, state);
            paragraph(h, import_said(call, "nothing"));
            actions(h, [&] {
                link_button(h, call.link("/activity/import"), import_said(call, "again"), Variant::secondary);
            });
        },
        well && state.problems.empty() ? 200 : 422);
}

}  // namespace

Response import_page(module::Call& call) {
    return ask_for_file(call, {call.words});
}

Response check_file(module::Call& call) {
    if (call.request.uploads.empty() || call.request.uploads[0].bytes.empty())
        return ask_for_file(call, {call.words, {}, {base::problem("file", "activity.problem.file_missing")}});
    const std::string& bytes = call.request.uploads[0].bytes;
    const auto report = check_import(call.room(), call.caller, call.today(), bytes);
    if (!report) return module::not_found(call);
    return show_report(call, *report, bytes, {call.words});
}

Response read_file_in(module::Call& call) {
    const auto& form = call.request.form;
    const std::string bytes(form.get("csv"));
    const auto done = import_log(call.room(), call.caller, call.today(), bytes, form.get("make_names") == "yes");
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return std::move(*refused);
        const auto report = check_import(call.room(), call.caller, call.today(), bytes);
        return show_report(call, *report, bytes,
                           {call.words, form, report->problems.empty() ? done.problems() : base::Problems{}});
    }
    announce(call);
    return call.done(call.link("/activity"), "activity.flash.imported");
}

}  // namespace samrum::activity
