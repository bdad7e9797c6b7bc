// Joining a compact: the association's minutes and own statement, and the officer's answer.
#include "directory/actions_compact.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/pages.hpp"
#include "directory/pages_compact.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

using namespace web;

std::string joining_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("directory.accession." + std::string(key), args);
}

Tone tone_of_state(AccessionState state) {
    switch (state) {
        case AccessionState::submitted:
            return Tone::warning;
        case AccessionState::accepted:
            return Tone::success;
        case AccessionState::declined:
            return Tone::danger;
        case AccessionState::withdrawn:
        case AccessionState::left:
            return Tone::neutral;
    }
    return Tone::neutral;
}

void state_badge(const module::Call& call, Html& h, AccessionState state) {
    badge(h, tone_of_state(state), joining_words(call, "state." + std::string(state_name(state))));
}

std::vector<std::pair<std::string, std::string>> crumbs_of(const module::Call& call, const Compact& compact) {
    return {{call.words("directory.compacts.title"), call.link("/compacts")},
            {compact.title, compact_path(call, compact)}};
}

void joining_fields(const module::Call& call, Html& h, const FormState& state, const std::vector<Organisation>& mine) {
    std::vector<Option> options;
    options.reserve(mine.size());
    for (const Organisation& one : mine) options.push_back({one.id.text(), one.name, ""});
    select_field(h, state, {.name = "organisation", .label = joining_words(call, "organisation_label")}, options);
    date_field(h, state,
               {.name = "decided_on",
                .label = joining_words(call, "decided_on"),
                .description = joining_words(call, "decided_on.hint")});
    text_area(h, state,
              {.name = "statement",
               .label = joining_words(call, "statement_label"),
               .description = joining_words(call, "statement.hint")},
              5);
    checkbox(h, state, {.name = "equal_worth", .label = joining_words(call, "equal_worth_label")});
    checkbox(h, state, {.name = "interest", .label = joining_words(call, "interest_label")});
    file_field(h, state,
               {.name = "minutes",
                .label = joining_words(call, "minutes_label"),
                .description = joining_words(call, "minutes.hint")},
               ".pdf,.png,.jpg,.jpeg");
}

Response show_join(module::Call& call, const Compact& compact, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const auto mine = may_join_for(call.caller, list_organisations(call.lobby()));
    const auto outside = not_joined(call.room(), compact.id, mine);
    return module::page(
        call,
        {.title = joining_words(call, "title"),
         .crumbs = crumbs_of(call, compact),
         .lead = joining_words(call, "lead")},
        [&](Html& h) {
            error_summary(h, state);
            if (outside.empty())
                return empty_state(h, joining_words(call, "nobody"),
                                   joining_words(call, mine.empty() ? "nobody.why" : "nobody.joined"), [&] {
                                       link_button(h, call.link("/organisations"),
                                                   call.words("directory.organisations.title"), Variant::secondary);
                                   });
            upload_form(h, call.csrf, compact_path(call, compact, "/join"), [&] {
                joining_fields(call, h, state, outside);
                actions(h, [&] { submit_button(h, joining_words(call, "send")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

AccessionInput joining_input(const module::Call& call) {
    AccessionInput input{.organisation = typed(call, "organisation"),
                         .decided_on = typed(call, "decided_on"),
                         .statement = typed(call, "statement"),
                         .equal_worth = typed(call, "equal_worth") == "yes",
                         .interest = typed(call, "interest") == "yes",
                         .file_name = {},
                         .file = {}};
    for (const auto& one : call.request.uploads)
        if (one.field == "minutes") {
            input.file_name = one.filename;
            input.file = one.bytes;
        }
    return input;
}

struct AccessionOfPath {
    Compact compact;
    Accession accession;
};
std::optional<AccessionOfPath> accession_of(module::Call& call) {
    auto compact = compact_of(call);
    const auto id = AccessionId::parse(call.part("accession"));
    auto one = compact && id ? find_accession(call.room(), call.caller, *id) : std::nullopt;
    if (!one || one->compact != compact->id) return std::nullopt;
    return AccessionOfPath{std::move(*compact), std::move(*one)};
}

std::string accession_path(const module::Call& call, const Accession& one, std::string_view below = {}) {
    return call.link("/compacts/" + one.compact.text() + "/accessions/" + one.id.text() + std::string(below));
}

void facts_of_accession(module::Call& call, Html& h, const Accession& one) {
    std::vector<Term> terms{
        {joining_words(call, "state_label"), [&] { state_badge(call, h, one.state); }},
        {joining_words(call, "decided_on"), [&] { date(h, call.words, one.decided_on); }},
        {joining_words(call, "sent"),
         [&] {
             date(h, call.words, one.submitted_on);
             h.text(", " + one.submitted_by);
         }},
        {joining_words(call, "minutes_label"),
         [&] { link(h, accession_path(call, one, "/minutes"), joining_words(call, "read_minutes")); }},
        {joining_words(call, "statement_label"), one.statement}};
    if (one.answered_on)
        terms.push_back({joining_words(call, "answered"), [&] { date(h, call.words, *one.answered_on); }});
    if (one.left_on) terms.push_back({joining_words(call, "left_on"), [&] { date(h, call.words, *one.left_on); }});
    if (!one.reason.empty()) terms.push_back({joining_words(call, "reason_label"), one.reason});
    definition_list(h, terms);
}

/// One form a step, so that a reason belongs to what it explains.
void step_forms(module::Call& call, Html& h, const Accession& one, const FormState& state) {
    const std::string sent = typed(call, "act");
    for (const AccessionStep& step : open_steps(call.caller, one)) {
        const std::string act(act_name(step.act));
        const bool is_sent = sent == act;
        const FormState own{call.words, is_sent ? state.values : Fields{}, is_sent ? state.problems : base::Problems{}};
        const auto write = [&] {
            form(h, call.csrf, accession_path(call, one), [&] {
                hidden(h, "act", act);
                if (step.needs_reason)
                    text_area(h, own, {.name = "reason", .label = joining_words(call, "reason_label")}, 3);
                actions(h, [&] {
                    submit_button(h, joining_words(call, "act." + act),
                                  step.act == AccessionAct::accept ? Variant::primary : Variant::secondary);
                });
            });
        };
        if (step.act == AccessionAct::accept)
            write();
        else
            details(h, joining_words(call, "act." + act + ".open"), write, is_sent);
    }
}

/// The reason for a step that somebody else made impossible meanwhile: it has no form any more, and is not lost either.
void reason_too_late(module::Call& call, Html& h, const Accession& one) {
    const std::string reason = typed(call, "reason");
    const std::string sent = typed(call, "act");
    const auto open = open_steps(call.caller, one);
    const bool has_form = std::ranges::any_of(
        open, [&](const AccessionStep& step) { return step.needs_reason && act_name(step.act) == sent; });
    if (reason.empty() || has_form) return;
    notice(h, Tone::info, joining_words(call, "too_late"), [&] {
        paragraph(h, joining_words(call, "too_late.why"));
        copyable(h, call.words, reason);
    });
}

Response show_accession(module::Call& call, const AccessionOfPath& path, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const FormState state = shown_again(call, problems);
    const auto now = find_organisation(call.lobby(), path.accession.organisation);
    return module::page(
        call,
        {.title = now ? now->name : path.accession.name,
         .crumbs = crumbs_of(call, path.compact),
         .lead = joining_words(call, "page.lead", {{"title", path.compact.title}})},
        [&](Html& h) {
            error_summary(h, state);
            reason_too_late(call, h, path.accession);
            facts_of_accession(call, h, path.accession);
            step_forms(call, h, path.accession, state);
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

void accession_list(module::Call& call, Html& h, const Compact& compact) {
    const auto all = list_accessions(call.room(), call.caller, compact.id);
    if (all.empty()) return;
    section(h, joining_words(call, "all"), [&] {
        const Table frame{.caption = joining_words(call, "all"),
                          .hide_caption = true,
                          .columns = {{.label = call.words("directory.organisation.name")},
                                      {.label = joining_words(call, "state_label")},
                                      {.label = joining_words(call, "sent")}}};
        table(h, call.words, frame, [&](Rows& rows) {
            for (const Accession& one : all)
                rows.row({[&] { link(h, accession_path(call, one), [&] { name(h, one.name); }); },
                          [&] { state_badge(call, h, one.state); }, [&] { date(h, call.words, one.submitted_on); }});
        });
    });
}

Response join_page(module::Call& call) {
    const auto compact = compact_of(call);
    return compact ? show_join(call, *compact, {call.words}) : module::not_found(call);
}

Response join_now(module::Call& call) {
    const auto compact = compact_of(call);
    if (!compact) return module::not_found(call);
    const auto input = joining_input(call);
    const auto id = OrganisationId::parse(input.organisation);
    const auto organisation = id ? find_organisation(call.lobby(), *id) : std::nullopt;
    const auto sent =
        send_accession(call.room(), call.caller, call.today(), call.now(), compact->id, input, organisation);
    if (!sent) return show_join(call, *compact, shown_again(call, sent.problems()));
    return call.done(compact_path(call, *compact, "/accessions/" + sent->text()), "directory.accession.sent_done");
}

Response accession_page(module::Call& call) {
    const auto path = accession_of(call);
    return path ? show_accession(call, *path, {}) : module::not_found(call);
}

Response act_on_accession_now(module::Call& call) {
    const auto path = accession_of(call);
    const auto act = act_named(typed(call, "act"));
    if (!path || !act) return module::not_found(call);
    const auto done =
        act_on_accession(call.room(), call.caller, call.today(), path->accession.id, *act, typed(call, "reason"));
    if (done) return call.done(accession_path(call, path->accession), "directory.saved");
    return show_accession(call, *path, done.problems());
}

Response minutes_file(module::Call& call) {
    const auto path = accession_of(call);
    auto file = path ? read_minutes(call.room(), call.caller, path->accession.id) : std::nullopt;
    if (!file) return module::not_found(call);
    return Response::file(std::move(file->bytes), file->type, file->name);
}

}  // namespace samrum::directory
