#include "partnership/drafting/pages_conflict.hpp"

#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/pages_words.hpp"
#include "partnership/drafting/rules_draft.hpp"

namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

std::string saved_meanwhile(const Call& call, const Conflict& conflict) {
    return told(call, "conflict.title",
                {{"who", conflict.theirs_by},
                 {"when", call.words.moment(conflict.theirs_at)},
                 {"number", std::int64_t{conflict.theirs_version}}});
}

/// One text with what both wrote, to be looked through and saved.
void proposal_form(Html& h, const Call& call, const OpenCase& one, const DraftPart& part, const Conflict& conflict,
                   const std::string& proposal) {
    constexpr int kRowsOfSection = 16;
    constexpr int kRowsOfFile = 30;
    Fields values;
    values.add("text", proposal);
    const FormState state{call.words, values, {}};
    form(h, call.csrf, part_link(call, one, part), [&] {
        hidden(h, "tag", tag_of(conflict.newest, one.draft, part));
        text_area(h, state,
                  {.name = "text",
                   .label = told(call, "conflict.text"),
                   .description = told(call, "conflict.text.hint"),
                   .optional = true,
                   .unmarked = true},
                  part.is_file() ? kRowsOfFile : kRowsOfSection);
        submit_button(h, told(call, "conflict.save"), Variant::primary, Tone::accent, "go", "save");
    });
}

void section_conflict(Html& h, const Call& call, const OpenCase& one, const DraftPart& part, const Conflict& conflict) {
    notice(h, Tone::warning, saved_meanwhile(call, conflict),
           told(call, conflict.proposal.clean() ? "conflict.clean" : "conflict.clashes",
                {{"count", static_cast<std::int64_t>(conflict.proposal.clashes.size())}}));
    section(h, told(call, "conflict.theirs"),
            [&] { write_difference(h, call, difference(conflict.base, conflict.theirs)); });
    section(h, told(call, "conflict.mine"),
            [&] { write_difference(h, call, difference(conflict.base, conflict.mine)); });
    section(h, told(call, "conflict.proposal"),
            [&] { proposal_form(h, call, one, part, conflict, conflict.proposal.text); });
    details(h, told(call, "conflict.base_text"), [&] { h(tag::pre, [&] { h(tag::code, conflict.base); }); });
    details(h, told(call, "conflict.theirs_text"), [&] { h(tag::pre, [&] { h(tag::code, conflict.theirs); }); });
    details(h, told(call, "conflict.mine_text"), [&] { h(tag::pre, [&] { h(tag::code, conflict.mine); }); });
}

/// Theirs stands in the file where both changed a field, so that it reads; mine stands beside, field by field.
void file_conflict(Html& h, const Call& call, const OpenCase& one, const DraftPart& part, const Conflict& conflict) {
    notice(h, Tone::warning, saved_meanwhile(call, conflict),
           told(call, conflict.clashes.empty() ? "conflict.clean" : "conflict.file.clashes",
                {{"count", static_cast<std::int64_t>(conflict.clashes.size())}}));
    if (!conflict.clashes.empty())
        section(h, told(call, "conflict.fields"),
                [&] { write_clashes(h, call, told(call, "conflict.fields"), one.draft, conflict.clashes); });
    section(h, told(call, "conflict.theirs"), [&] {
        write_differences(h, call, told(call, "conflict.theirs"), conflict.before, one.draft, conflict.meanwhile);
    });
    section(h, told(call, "conflict.proposal"),
            [&] { proposal_form(h, call, one, part, conflict, part_text(conflict.together, part)); });
    details(h, told(call, "conflict.mine_text"),
            [&] { h(tag::pre, [&] { h(tag::code, tidy_text(call.request.form.get("text"))); }); });
}

}  // namespace

Response show_conflict(Call& call, const OpenCase& one, const DraftPart& part, const Conflict& conflict) {
    auto response = module::page(
        call, case_head(call, one, told(call, "conflict", {{"part", part_told(call, part)}}), "/draft"),
        [&](Html& h) {
            if (part.is_file())
                file_conflict(h, call, one, part, conflict);
            else
                section_conflict(h, call, one, part, conflict);
        },
        kPreconditionFailed);
    response.headers.emplace_back("etag", tag_of(one.head.version, one.draft, part));
    return response;
}

void conflict_told(Html& h, const Call& call, const OpenCase& one, const Conflict& conflict) {
    notice(h, Tone::warning, saved_meanwhile(call, conflict), [&] {
        paragraph(h, told(call, "conflict.facts", {{"count", static_cast<std::int64_t>(conflict.clashes.size())}}));
    });
    if (!conflict.clashes.empty())
        section(h, told(call, "conflict.fields"),
                [&] { write_clashes(h, call, told(call, "conflict.fields"), one.draft, conflict.clashes); });
    section(h, told(call, "conflict.theirs"), [&] {
        write_differences(h, call, told(call, "conflict.theirs"), conflict.before, one.draft, conflict.meanwhile);
    });
}

}  // namespace samrum::partnership::drafting
