#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/pages_conflict.hpp"
#include "partnership/drafting/pages_facts.hpp"
#include "partnership/drafting/pages_parts.hpp"
#include "partnership/drafting/pages_words.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>

/// The draft: read whole, written part by part, and what the parties say beside it.
namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

constexpr int kTextRows = 16;
constexpr int kFileRows = 30;

std::int64_t open_comments(const OpenCase& one, const DraftPart& part) {
    return std::ranges::count_if(one.comments, [&](const Comment& comment) {
        return comment.part == part.name() && !comment.answers && !comment.resolved_on;
    });
}

/// The way to write in a part, with how many comments wait there. Something to do, so paper leaves it out.
void write_link(Html& h, const Call& call, const OpenCase& one, const DraftPart& part) {
    actions(h, [&] {
        link(h, part_link(call, one, part), [&] {
            h.text(told(call, may(one, EventKind::draft_written) ? "write" : "read_comments"));
            visually_hidden(h, ": " + part_told(call, part));
        });
        if (const auto open = open_comments(one, part))
            badge(h, Tone::warning, told(call, "comments.open", {{"count", open}}));
    });
}

void section_shown(Html& h, const Call& call, const OpenCase& one, Section which) {
    const DraftPart part = DraftPart::text(which);
    section(h, part_told(call, part), [&] {
        const auto found = one.draft.text.find(which);
        if (found != one.draft.text.end() && !found->second.empty())
            write_draft_text(h, one.draft, found->second, 3);
        else
            small_print(h, told(call, "section.empty"));
        write_link(h, call, one, part);
        for (const auto& facts : kFacts) {
            if (section_of(facts.value) != which) continue;
            heading(h, 3, told(call, "facts." + std::string(facts.word)));
            facts_shown(h, call, one.draft, facts.value);
            write_link(h, call, one, DraftPart::facts(facts.value));
        }
    });
}

/// Told anew when somebody saves: the version that stands now, beside the one that the reader has before them.
void version_line(Html& h, const Call& call, const OpenCase& one, int read) {
    const auto inside = [&] {
        small_print(h, version_told(call, one.head.version) + ". " +
                           told(call, "saved_by",
                                {{"who", one.newest.made_by}, {"when", call.words.moment(one.newest.made_at)}}));
        if (read > 0 && read != one.head.version)
            notice(h, Tone::warning, told(call, "newer"), told(call, "newer.why"));
    };
    live(h, "draft-version", case_topic(call), inside, read > 0 ? std::to_string(read) : "");
}

// Comments

void comment_shown(Html& h, const Call& call, const OpenCase& one, const Comment& comment) {
    paragraph(h, [&] {
        badge(h, comment.side == Side::civil ? Tone::accent : Tone::neutral,
              call.words("partnership.side." + std::string(word_of(comment.side))));
        h.text(" " +
               told(call, "comment.by", {{"who", comment.made_by}, {"when", call.words.moment(comment.made_at)}}));
    });
    write_draft_text(h, one.draft, comment.text, 3);
}

void comment_form(Html& h, const Call& call, const OpenCase& one, const DraftPart& part, const FormState& state,
                  const Comment* answers) {
    // Each field of the page has a name of its own, and so an id of its own.
    const std::string field = answers ? "answer-" + answers->id.text() : "comment";
    form(h, call.csrf, part_link(call, one, part, "/comments"), [&] {
        if (answers) hidden(h, "answers", answers->id.text());
        text_area(h, state, {.name = field, .label = told(call, answers ? "comment.answer" : "comment.new")},
                  answers ? 2 : 3);
        submit_button(h, told(call, answers ? "comment.answer.do" : "comment.do"), Variant::secondary);
    });
}

void thread_shown(Html& h, const Call& call, const OpenCase& one, const DraftPart& part, const Comment& first) {
    comment_shown(h, call, one, first);
    for (const Comment& answer : one.comments)
        if (answer.answers == first.id) h(tag::blockquote, [&] { comment_shown(h, call, one, answer); });
    if (first.resolved_on)
        small_print(h, told(call, "comment.resolved",
                            {{"who", first.resolved_by}, {"day", call.words.date(*first.resolved_on)}}));
    if (!may(one, EventKind::commented)) return;
    if (!first.resolved_on)
        details(h, told(call, "comment.answer.open"), [&] {
            comment_form(h, call, one, part, FormState{call.words, {}, {}}, &first);
        });
    form(h, call.csrf, case_link(call, one.head.id, "/comments/" + first.id.text()), [&] {
        hidden(h, "resolved", first.resolved_on ? "no" : "yes");
        submit_button(h, told(call, first.resolved_on ? "comment.reopen" : "comment.resolve"), Variant::tertiary);
    });
}

void comments_part(Html& h, const Call& call, const OpenCase& one, const DraftPart& part, const FormState& state) {
    h(tag::div, attr::id("comments"), [&] {
        section(h, told(call, "comments"), [&] {
            std::vector<const Comment*> settled;
            bool any = false;
            for (const Comment& comment : one.comments) {
                if (comment.part != part.name() || comment.answers) continue;
                any = true;
                if (comment.resolved_on)
                    settled.push_back(&comment);
                else
                    h(tag::article, [&] { thread_shown(h, call, one, part, comment); });
            }
            if (!any) paragraph(h, told(call, "comments.none"));
            if (!settled.empty())
                details(h, told(call, "comments.settled", {{"count", static_cast<std::int64_t>(settled.size())}}), [&] {
                    for (const Comment* comment : settled)
                        h(tag::article, [&] { thread_shown(h, call, one, part, *comment); });
                });
            if (may(one, EventKind::commented)) comment_form(h, call, one, part, state, nullptr);
        });
    });
}

// Writing

/// What a page of a part shows: values, what is wrong, a preview.
struct Writing {
    Fields values;
    base::Problems problems = {};
    bool preview = false;
    int status = 200;
    const Conflict* conflict = nullptr;  ///< of facts: the form is shown again with what others changed
};

Fields values_of(const Call& call, const Agreement& draft, const DraftPart& part) {
    if (part.group()) return with_unit_words(call.words, fields_of_facts(draft, *part.group()));
    Fields values;
    values.add("text", part_text(draft, part));
    return values;
}

void editor(Html& h, const Call& call, const OpenCase& one, const DraftPart& part, const Writing& writing) {
    const FormState state{call.words, writing.values, writing.problems};
    const std::string kept(writing.values.get("tag"));
    if (part.is_file()) paragraph(h, [&] { link(h, "/guide/skriva-tillsammans", call.words("page.help.guide")); });
    form(h, call.csrf, part_link(call, one, part), [&] {
        hidden(h, "tag", kept.empty() ? tag_of(one.head.version, one.draft, part) : kept);
        if (part.group())
            facts_fields(h, call, state, one.draft, *part.group());
        else
            text_area(h, state,
                      {.name = "text",
                       .label = part_told(call, part),
                       .description = told(call, part.is_file() ? "file.hint" : "markdown.hint"),
                       .optional = true,
                       .unmarked = true},
                      part.is_file() ? kFileRows : kTextRows);
        actions(h, [&] {
            submit_button(h, told(call, "save"), Variant::primary, Tone::accent, "go", "save");
            if (part.section())
                submit_button(h, told(call, "preview"), Variant::secondary, Tone::accent, "go", "preview");
            link_button(h, case_link(call, one.head.id, "/draft"), told(call, "cancel"), Variant::tertiary);
        });
    });
}

/// The lines of a file's problems, where its fields are not on the page.
void file_problems(Html& h, const Call& call, const base::Problems& problems) {
    if (problems.empty()) return;
    notice(h, Tone::danger, told(call, "file.problems"), [&] {
        std::vector<Content> lines;
        for (const base::Problem& one : problems)
            lines.emplace_back((one.line
                                    ? call.words("partnership.import.line", {{"line", std::int64_t{*one.line}}}) + ": "
                                    : std::string()) +
                               call.words(one.message));
        bullets(h, lines);
    });
}

/// What somebody typed in a draft that was closed meanwhile: it cannot be saved, and is not lost either.
void typed_too_late(Html& h, const Call& call, const Writing& writing) {
    if (writing.problems.empty()) return;
    std::string typed(writing.values.get("text"));
    if (typed.empty())
        for (const auto& [name, value] : writing.values.all())
            if (name != kCsrfField && name != "tag" && name != "go" && !value.empty())
                typed.append(name).append(": ").append(value).append("\n");
    if (typed.empty()) return;
    notice(h, Tone::info, told(call, "too_late"), [&] {
        paragraph(h, told(call, "too_late.why"));
        copyable(h, call.words, typed);
    });
}

/// The version that whoever has the page open began with: of what they sent, of what a live page asks again for, else
/// the newest.
int read_version(const Call& call, const OpenCase& one, const Writing& writing) {
    if (const int sent = version_of_tag(writing.values.get("tag"))) return sent;
    return whole_number(call.request.query.get("read")).value_or(one.head.version);
}

Response show_part(Call& call, const OpenCase& one, const DraftPart& part, const Writing& writing) {
    const bool writes = may(one, EventKind::draft_written);
    auto response = module::page(
        call, case_head(call, one, part_told(call, part), "/draft"),
        [&](Html& h) {
            const FormState state{call.words, writing.values, writing.problems};
            if (part.is_file())
                file_problems(h, call, writing.problems);
            else
                error_summary(h, state);
            if (writing.conflict) conflict_told(h, call, one, *writing.conflict);
            version_line(h, call, one, read_version(call, one, writing));
            if (writing.preview)
                section(h, told(call, "preview.title"),
                        [&] { write_draft_text(h, one.draft, tidy_text(writing.values.get("text")), 3); });
            if (!writes) typed_too_late(h, call, writing);
            if (writes)
                editor(h, call, one, part, writing);
            else if (part.group())
                facts_shown(h, call, one.draft, *part.group());
            else if (part.section())
                write_draft_text(h, one.draft, part_text(one.draft, part), 3);
            else
                h(tag::pre, [&] { h(tag::code, part_text(one.draft, part)); });
            comments_part(h, call, one, part, state);
        },
        writing.status);
    response.headers.emplace_back("etag", tag_of(one.head.version, one.draft, part));
    return response;
}

/// The version that the writer had: by the request's If-Match, else by the form's own tag.
int base_of(const Call& call) {
    std::string_view tag = call.request.header("if-match");
    if (tag.empty()) tag = call.request.form.get("tag");
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return version_of_tag(tag);
}

/// What was typed, as something that is put into a draft; problems where it does not read.
std::function<void(Agreement&)> typed_text(const Call& call, const OpenCase& one, const DraftPart& part,
                                           base::ProblemList& problems) {
    if (part.group()) {
        const Fields form = with_unit_codes(call.words, call.request.form);
        Agreement probe = one.draft;
        apply_facts(form, *part.group(), probe, problems);
        return [form, facts = *part.group()](Agreement& draft) {
            base::ProblemList told_already;
            apply_facts(form, facts, draft, told_already);
        };
    }
    const std::string text = tidy_text(call.request.form.get("text"));
    if (part.section())
        return [text, which = *part.section()](Agreement& draft) { draft.text.insert_or_assign(which, text); };
    const auto read = read_draft(text);
    if (!read) problems.add(read.problems());
    return [read](Agreement& draft) {
        if (read) draft = *read;
    };
}

}  // namespace

Response draft_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    return case_tab(call, *one, "/draft", [&](Html& h) {
        version_line(h, call, *one, 0);
        if (!may(*one, EventKind::draft_written))
            notice(h, Tone::info, told(call, "closed"),
                   call.words("partnership.changes.why." +
                              std::string(changes::cell_of(one->state, EventKind::draft_written).reason)));
        actions(h, [&] {
            link_button(h, case_link(call, one->head.id, "/draft/file"), told(call, "whole_draft"), Variant::tertiary);
            link_button(h, case_link(call, one->head.id, "/versions/" + std::to_string(one->head.version) + "/file"),
                        told(call, "get_file"), Variant::tertiary);
        });
        for (const auto& which : agreement::kSections) section_shown(h, call, *one, which.value);
    });
}

Response part_page(Call& call) {
    const auto part = DraftPart::named(call.part("part"));
    const auto one = part ? open_of_path(call) : std::nullopt;
    if (!one) return module::not_found(call);
    return show_part(call, *one, *part, {values_of(call, one->draft, *part)});
}

Response part_now(Call& call) {
    const auto part = DraftPart::named(call.part("part"));
    auto one = part ? open_of_path(call) : std::nullopt;
    if (!one) return module::not_found(call);
    const auto& form = call.request.form;
    if (form.get("go") == "preview") return show_part(call, *one, *part, {form, {}, true});
    base::ProblemList problems;
    DraftInput input{*part, base_of(call), typed_text(call, *one, *part, problems)};
    if (!problems.empty()) return show_part(call, *one, *part, {form, problems.all(), false, 422});
    const auto done = save_part(call.room(), call.caller, call.today(), call.now(), one->head.id, input);
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        return show_part(call, *one, *part, {form, done.problems(), false, 422});
    }
    if (done->conflict) {
        one = open_of_path(call);
        if (!part->group()) return show_conflict(call, *one, *part, *done->conflict);
        // The form again, with what was typed: saving it now is a choice, on the version that it is compared with.
        Fields values = values_of(call, done->conflict->together, *part);
        values.add("tag", tag_of(done->conflict->newest, one->draft, *part));
        return show_part(call, *one, *part, {values, {}, false, kPreconditionFailed, &*done->conflict});
    }
    announce_case(call);
    const char* flash = done->unchanged ? "unchanged" : done->meanwhile.empty() ? "saved" : "saved_both";
    return call.done(case_link(call, one->head.id, "/draft"), "partnership.drafting.flash." + std::string(flash));
}

Response comment_now(Call& call) {
    const auto part = DraftPart::named(call.part("part"));
    const auto one = part ? open_of_path(call) : std::nullopt;
    if (!one) return module::not_found(call);
    const auto& form = call.request.form;
    const auto answers = CommentId::parse(form.get("answers"));
    const std::string text(form.get(answers ? "answer-" + answers->text() : "comment"));
    const auto done = write_comment(call.room(), call.caller, call.today(), call.now(), one->head.id, *part, text,
                                    answers ? std::optional(*answers) : std::nullopt);
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        Fields values = values_of(call, one->draft, *part);
        values.add("comment", text);
        return show_part(call, *one, *part, {values, done.problems(), false, 422});
    }
    announce_case(call);
    return call.done(part_link(call, *one, *part) + "#comments", "partnership.drafting.flash.commented");
}

Response resolve_now(Call& call) {
    const auto id = CommentId::parse(call.part("comment"));
    const auto one = id ? open_of_path(call) : std::nullopt;
    if (!one) return module::not_found(call);
    const auto found = std::ranges::find(one->comments, *id, &Comment::id);
    const bool resolved = call.request.form.get("resolved") == "yes";
    const auto done = resolve_comment(call.room(), call.caller, call.today(), one->head.id, *id, resolved);
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        return module::forbidden(call);
    }
    announce_case(call);
    const auto part = DraftPart::named(found->part);
    return call.done(part_link(call, *one, *part) + "#comments",
                     resolved ? "partnership.drafting.flash.resolved" : "partnership.drafting.flash.unresolved");
}

}  // namespace samrum::partnership::drafting
