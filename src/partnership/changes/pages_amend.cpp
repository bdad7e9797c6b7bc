// A changed text of the agreement: what it changes, shown before it becomes the next version; and the versions there
// were.
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/changes/actions_amend.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/changes/pages.hpp"

#include <algorithm>

namespace samrum::partnership::changes {

using namespace web;
using agreement::ReadAgreement;

namespace {

EventInput typed_amendment(const module::Call& call) {
    const auto& form = call.request.form;
    return {.kind = "amendment", .on = std::string(form.get("on")), .text = std::string(form.get("text"))};
}
/// The file that was chosen, else the one that was chosen before and stands in the form.
std::string typed_document(const module::Call& call) {
    for (const auto& upload : call.request.uploads)
        if (upload.field == "document" && !upload.bytes.empty()) return upload.bytes;
    return std::string(call.request.form.get("kept_document"));
}

std::vector<std::pair<std::string, std::string>> amend_crumbs(const module::Call& call, const ReadAgreement& all) {
    return {{call.words("partnership.agreements.title"), call.link("/agreements")},
            {all.head.title, changes_link(call, all.head)}};
}

Response show_amend(module::Call& call, const ReadAgreement& all, base::Problems problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    for (auto& one : problems)
        if (one.line)
            one.message = {"partnership.changes.line_problem",
                           {{"line", std::int64_t{*one.line}},
                            {"field", one.field},
                            {"problem", call.words(one.message)}}},
            one.field = "document";
    const FormState state{call.words, call.request.form, problems};
    return module::page(
        call,
        {.title = kind_said(call, EventKind::amendment),
         .crumbs = amend_crumbs(call, all),
         .lead = said(call, "amend.lead")},
        [&](Html& h) {
            error_summary(h, state);
            paragraph(h, [&] {
                link(h, changes_link(call, all.head, "/versions/" + std::to_string(all.head.version) + "/file"),
                     said(call, "amend.get"));
            });
            upload_form(h, call.csrf, changes_link(call, all.head, "/amend"), [&] {
                date_field(
                    h, state,
                    {.name = "on", .label = said(call, "on"), .fallback = call.today().iso(), .width = Width::medium});
                text_area(h, state,
                          {.name = "text", .label = said(call, "text"), .description = said(call, "text.hint")});
                const std::string kept = typed_document(call);
                file_field(h, state,
                           {.name = "document",
                            .label = said(call, "amend.file"),
                            .description = said(call, kept.empty() ? "amend.file.hint" : "amend.file.kept"),
                            .optional = !kept.empty()},
                           ".toml,application/toml,text/plain");
                if (!kept.empty()) hidden(h, "kept_document", kept);
                actions(h, [&] {
                    submit_button(h, said(call, "amend.compare"));
                    link_button(h, changes_link(call, all.head), said(call, "cancel"), Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

Response show_difference(module::Call& call, const ReadAgreement& all, const Amendment& made,
                         const std::string& document) {
    return module::page(
        call, {.title = said(call, "amend.confirm"), .crumbs = amend_crumbs(call, all), .wide = true}, [&](Html& h) {
            notice(h, Tone::info, said(call, "amend.becomes", {{"number", std::int64_t{*made.event.version}}}),
                   said(call, "amend.becomes.why"));
            if (made.event.touches_purpose) paragraph(h, said(call, "touched_purpose"));
            if (made.event.until)
                paragraph(h, said(call, "until.prolongation", {{"day", call.words.date(*made.event.until)}}));
            differences_table(h, call, made.differences);
            form(h, call.csrf, changes_link(call, all.head, "/amend"), [&] {
                hidden(h, "on", made.event.on.iso());
                hidden(h, "text", made.event.text);
                hidden(h, "kept_document", document);
                hidden(h, "confirmed", "yes");
                actions(h, [&] {
                    submit_button(h, said(call, "amend.do"));
                    link_button(h, changes_link(call, all.head, "/amend"), said(call, "cancel"), Variant::tertiary);
                });
            });
        });
}

std::optional<Version> version_of_path(module::Call& call, const ReadAgreement& all) {
    const std::string typed(call.part("number"));
    const bool digits =
        !typed.empty() && typed.size() < 6 && std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? read_version(call.room(), call.caller, all.head.id, std::stoi(typed)) : std::nullopt;
}

/// Browsers open these by themselves; everything else is saved to disk.
bool is_harmless(std::string_view type) {
    return type == "application/pdf" || type == "image/png" || type == "image/jpeg" || type == "text/plain";
}

}  // namespace

Response amend_page(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    if (!all || !agreement::may_write_here(call, all->head)) return module::not_found(call);
    return show_amend(call, *all, {});
}

Response amend_now(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    if (!all || !agreement::may_write_here(call, all->head)) return module::not_found(call);
    const EventInput input = typed_amendment(call);
    const std::string document = typed_document(call);
    const auto made = preview_amendment(call.room(), call.caller, call.today(), all->head.id, input, document);
    if (!made) return show_amend(call, *all, made.problems());
    if (call.request.form.get("confirmed") != "yes") return show_difference(call, *all, *made, document);
    const auto done = amend(call.room(), call.lobby(), *call.head, call.caller, call.today(), call.now(), all->head.id,
                            input, document);
    if (!done) return show_amend(call, *all, done.problems());
    return call.done(changes_link(call, all->head), "partnership.changes.amended.flash");
}

Response version_page(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    const auto one = all ? version_of_path(call, *all) : std::nullopt;
    if (!one) return module::not_found(call);
    const std::string label = said(call, "version", {{"number", std::int64_t{one->number}}});
    return module::page(
        call, {.title = label + " – " + all->head.title, .crumbs = amend_crumbs(call, *all), .wide = true},
        [&](Html& h) {
            definition_list(h, {{said(call, "version.made"), [&] { moment(h, call.words, one->made_at); }},
                                {said(call, "version.by"), one->made_by},
                                {said(call, "version.hash"), [&] { h(tag::code, one->hash); }}});
            paragraph(h, [&] {
                link(h, changes_link(call, all->head, "/versions/" + std::to_string(one->number) + "/file"),
                     said(call, "version.get"));
            });
            section(h, said(call, "differences"), [&] {
                if (one->number == 1) return paragraph(h, said(call, "version.first"));
                differences_table(h, call, one->differences);
            });
            details(h, said(call, "version.text"), [&] { h(tag::pre, [&] { h(tag::code, one->document); }); });
        });
}

Response version_file(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    const auto one = all ? version_of_path(call, *all) : std::nullopt;
    if (!one) return module::not_found(call);
    return Response::file(one->document, "application/toml; charset=utf-8",
                          all->head.slug + "-" + std::to_string(one->number) + ".toml");
}

Response document_file(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    const auto id = base::Uuid::parse(call.part("file"));
    if (!all || !id) return module::not_found(call);
    auto file = read_document(call.room(), all->head.id, *id);
    if (!file) return module::not_found(call);
    return Response::file(std::move(file->bytes),
                          is_harmless(file->type) ? file->type : std::string("application/octet-stream"), file->name);
}

}  // namespace samrum::partnership::changes
