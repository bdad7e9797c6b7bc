// The form for a line of an agreement's way. What cannot be taken back is shown once more before it is written.
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/changes/pages.hpp"

#include <algorithm>

namespace samrum::partnership::changes {

using namespace web;
using agreement::ReadAgreement;

namespace {

constexpr const char* kEventFields[] = {"kind",  "on",      "text",        "party",    "about",
                                        "until", "outcome", "notice_case", "successor"};

std::string typed(const module::Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}
EventInput typed_event(const module::Call& call) {
    return {typed(call, "kind"),    typed(call, "on"),          typed(call, "text"),
            typed(call, "party"),   typed(call, "about"),       typed(call, "until"),
            typed(call, "outcome"), typed(call, "notice_case"), typed(call, "successor")};
}

bool is_irreversible(EventKind kind) {
    return kind == EventKind::notice || kind == EventKind::termination || kind == EventKind::agreed_end ||
           kind == EventKind::closing;
}

/// What a form of one kind is made from.
struct LineForm {
    module::Call& call;
    Html& h;
    const ReadAgreement& all;
    const Course& course;
    EventKind kind;
    const FormState& state;
    std::string chosen;  ///< the line that the address names
    std::string key(std::string_view group) const {
        return std::string(group) + "." + std::string(agreement::word_of(kind));
    }
};

void party_field(const LineForm& f) {
    std::vector<Option> options;
    const auto only = may_write_for(f.call.room(), f.call.caller, f.all.head).value_or(std::vector<std::string>{});
    for (const auto& party : f.all.parties)
        if (f.kind == EventKind::breach || (!party.contributor && may_act_for(f.kind, party, f.all.head, only)))
            options.push_back({party.key, party.name, ""});
    select_field(f.h, f.state, {.name = "party", .label = said(f.call, f.key("party"))}, options);
}

void about_field(const LineForm& f, std::initializer_list<EventKind> kinds, bool optional) {
    std::vector<Option> options;
    if (optional) options.push_back({"", said(f.call, "about.nothing"), ""});
    for (const EventKind kind : kinds)
        for (const Event* one : unanswered(f.course, kind))
            options.push_back({one->id.text(), line_said(f.call, *one), ""});
    if (optional && options.size() == 1) return;
    std::string fallback = f.chosen;
    if (fallback.empty() && !optional && options.size() == 1) fallback = options.front().value;
    select_field(f.h, f.state,
                 {.name = "about", .label = said(f.call, "about.label"), .optional = optional, .fallback = fallback},
                 options);
}

void outcome_field(const LineForm& f, std::initializer_list<Outcome> outcomes) {
    std::vector<Option> options;
    for (const Outcome one : outcomes) {
        const std::string word(agreement::word_of(one));
        options.push_back({word, said(f.call, "outcome." + word), ""});
    }
    radio_fields(f.h, f.state, {.name = "outcome", .label = said(f.call, "outcome.label")}, options);
}

void until_field(const LineForm& f, bool optional) {
    date_field(f.h, f.state,
               {.name = "until",
                .label = said(f.call, f.key("until_field")),
                .description = said(f.call, f.key("until_field") + ".hint"),
                .optional = optional,
                .width = Width::medium});
}

void case_field(const LineForm& f) {
    std::vector<Option> options;
    options.reserve(f.course.notice.size());
    for (const auto& rule : f.course.notice)
        options.push_back({std::string(agreement::word_of(rule.on)), agreement::say_notice(f.call.words, rule), ""});
    radio_fields(f.h, f.state,
                 {.name = "notice_case",
                  .label = said(f.call, "case"),
                  .fallback = options.size() == 1 ? options.front().value : std::string()},
                 options);
}

void successor_field(const LineForm& f) {
    std::vector<Option> options;
    for (const auto& one : agreement::read_agreements(f.call.room(), f.call.caller))
        if (one.head.home_room == f.all.head.home_room && may_succeed(f.all.head, f.all.parties, one.head, one.parties))
            options.push_back({one.head.slug, one.head.title, ""});
    select_field(f.h, f.state, {.name = "successor", .label = said(f.call, "successor")}, options);
}

/// The fields that only this kind of line has.
void own_fields(const LineForm& f) {
    using enum EventKind;
    switch (f.kind) {
        case dialogue:
            about_field(f, {deviation, changed_circumstances, breach, dispute}, true);
            outcome_field(f, {Outcome::agreed, Outcome::not_agreed});
            if (!unanswered(f.course, breach).empty()) until_field(f, true);
            return;
        case renegotiation:
            return outcome_field(f, {Outcome::agreed, Outcome::not_agreed});
        case review:
            return outcome_field(f, {Outcome::goes_on, Outcome::goes_on_differently});
        case breach:
            party_field(f);
            return until_field(f, false);
        case agreed_end:
            return until_field(f, false);
        case mended:
            return about_field(f, {breach}, false);
        case dispute_settled:
            return about_field(f, {dispute}, false);
        case notice:
            party_field(f);
            case_field(f);
            return about_field(f, {breach, changed_circumstances}, true);
        case notice_withdrawn:
            return party_field(f);
        case termination:
            party_field(f);
            return about_field(f, {breach}, false);
        case successor:
            return successor_field(f);
        case correction:
            return hidden(f.h, "about", f.chosen);
        default:
            return;
    }
}

void document_field(const LineForm& f) {
    file_field(f.h, f.state,
               {.name = "documents",
                .label = said(f.call, "document"),
                .description = said(f.call, "document.hint",
                                    {{"most", static_cast<std::int64_t>(kMostDocumentBytes / (1024 * 1024))}}),
                .optional = true});
}

/// Who came here by an address is told before they write.
void not_now_notice(const module::Call& call, Html& h, const Course& course, EventKind kind) {
    const auto possible = what_may_happen(course, call.today());
    const auto found = std::ranges::find(possible, kind, &Possible::kind);
    if (found == possible.end() || found->reasons.empty()) return;
    notice(h, Tone::warning, said(call, "not_now.title"), [&] {
        for (const std::string_view reason : found->reasons) paragraph(h, said(call, "why." + std::string(reason)));
    });
}

Response show_form(module::Call& call, const ReadAgreement& all, EventKind kind, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const Course course = course_of(call.room(), all.head.id, all.file.agreement);
    const FormState state{call.words, call.request.form, problems};
    const bool posted = call.request.method == Method::post;
    const std::string chosen(posted ? call.request.form.get("about") : call.request.query.get("about"));
    const std::string word(agreement::word_of(kind));
    const auto about = std::ranges::find_if(course.events, [&](const Event& one) { return one.id.text() == chosen; });
    const bool is_correction = kind == EventKind::correction;
    if (is_correction && about == course.events.end()) return module::not_found(call);
    return module::page(
        call,
        {.title = kind_said(call, kind),
         .crumbs = {{call.words("partnership.agreements.title"), call.link("/agreements")},
                    {all.head.title, changes_link(call, all.head)}},
         .lead = said(call, "lead." + word)},
        [&](Html& h) {
            error_summary(h, state);
            if (problems.empty()) not_now_notice(call, h, course, kind);
            if (about != course.events.end()) paragraph(h, said(call, "about", {{"line", line_said(call, *about)}}));
            upload_form(h, call.csrf, changes_link(call, all.head, "/new"), [&] {
                const LineForm f{call, h, all, course, kind, state, chosen};
                hidden(h, "kind", word);
                date_field(
                    h, state,
                    {.name = "on", .label = said(call, "on"), .fallback = call.today().iso(), .width = Width::medium});
                own_fields(f);
                text_area(h, state,
                          {.name = "text", .label = said(call, "text"), .description = said(call, "text.hint")}, 6);
                if (!is_irreversible(kind)) document_field(f);
                actions(h, [&] {
                    submit_button(h, said(call, is_irreversible(kind) ? "check" : "write"));
                    link_button(h, changes_link(call, all.head), said(call, "cancel"), Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

/// What will be written, once more, with the day that follows from it.
Response show_confirm(module::Call& call, const ReadAgreement& all, const Event& one, const base::Problems& problems) {
    const FormState state{call.words, {}, problems};
    const std::string word(agreement::word_of(one.kind));
    return module::page(
        call,
        {.title = said(call, "confirm." + word),
         .crumbs = {{call.words("partnership.agreements.title"), call.link("/agreements")},
                    {all.head.title, changes_link(call, all.head)}}},
        [&](Html& h) {
            error_summary(h, state);
            notice(h, Tone::warning, said(call, "confirm.title"), said(call, "confirm." + word + ".why"));
            std::vector<Term> terms{{said(call, "on"), [&] { date(h, call.words, one.on); }}};
            if (!one.party.empty())
                terms.push_back({said(call, "party." + word), [&] { name(h, all.file.agreement.name_of(one.party)); }});
            if (one.until) terms.push_back({said(call, "last_day"), [&] { date(h, call.words, *one.until); }});
            terms.push_back({said(call, "text"),
                             [&] { h(tag::div, attr::cls("prose"), TrustedHtml{text::markdown_html(one.text, 4)}); }});
            definition_list(h, terms);
            upload_form(h, call.csrf, changes_link(call, all.head, "/new"), [&] {
                for (const char* field : kEventFields) hidden(h, field, call.request.form.get(field));
                hidden(h, "confirmed", "yes");
                const Course course;
                document_field({call, h, all, course, one.kind, state, ""});
                actions(h, [&] {
                    submit_button(h, said(call, "confirm." + word + ".do"), Variant::primary, Tone::danger);
                    link_button(h, changes_link(call, all.head), said(call, "cancel"), Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

std::optional<EventKind> kind_named(std::string_view word) {
    const auto kind = agreement::value_of<EventKind>(word);
    const bool typed_here = kind && !comes_by_itself(*kind) && *kind != EventKind::amendment &&
                            *kind != EventKind::prolongation && *kind != EventKind::signed_;
    return typed_here ? kind : std::nullopt;
}

}  // namespace

Response new_change_page(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    const auto kind = kind_named(call.request.query.get("kind"));
    if (!all || !kind || !may_write_for(call.room(), call.caller, all->head)) return module::not_found(call);
    return show_form(call, *all, *kind, {});
}

Response new_change_now(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    const auto kind = kind_named(typed(call, "kind"));
    if (!all || !kind) return module::not_found(call);
    const EventInput input = typed_event(call);
    const auto seen = preview_event(call.room(), call.caller, call.today(), all->head.id, input);
    if (!seen) return show_form(call, *all, *kind, seen.problems());
    if (is_irreversible(*kind) && typed(call, "confirmed") != "yes") return show_confirm(call, *all, *seen, {});
    std::vector<Document> documents;
    for (const auto& upload : call.request.uploads)
        if (!upload.bytes.empty()) documents.push_back({upload.filename, upload.content_type, upload.bytes});
    const auto done = write_event(call.room(), call.caller, call.today(), call.now(), all->head.id, input, documents);
    if (done) return call.done(changes_link(call, all->head), "partnership.changes.written.flash");
    if (is_irreversible(*kind)) return show_confirm(call, *all, *seen, done.problems());
    return show_form(call, *all, *kind, done.problems());
}

}  // namespace samrum::partnership::changes
