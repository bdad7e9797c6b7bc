// The suggested rota: what the solver found, why, and what it lacks; changed, accepted or thrown away by a person.
#include "advice/rota/pages.hpp"
#include "advice/rota/pages_parts.hpp"
#include "advice/rota/rules_reason.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::rota {
namespace {

using namespace web;

std::string draft_path(const module::Call& call, std::string_view below = "") {
    return call.link("/advice/rota/draft/" + std::string(call.part("draft")) + std::string(below));
}
std::optional<DraftId> draft_in(const module::Call& call) {
    const auto id = DraftId::parse(call.part("draft"));
    return id ? std::optional(*id) : std::nullopt;
}

void suggested_people(module::Call& call, Html& h, const DraftLine& line, const Names& names) {
    for (const SuggestedShift& one : line.suggested) {
        const std::string who = name_in(call, names, one.suggestion.volunteer);
        h(tag::p, [&] {
            h(tag::strong, [&] { name(h, who); });
            h.text(": " + merit_text(call, one.merit));
            for (Obstacle against : one.obstacles) {
                h.text(" ");
                badge(h, Tone::danger, call.words("advice.rota.obstacle." + std::string(code_of(against))));
            }
        });
        tap(call, h,
            {.path = draft_path(call, "/remove"),
             .label = rota_words(call, "draft.remove"),
             .about = who,
             .fields = {{"session", one.suggestion.session.text()}, {"volunteer", one.suggestion.volunteer.text()}},
             .variant = Variant::tertiary});
    }
}

void add_person_form(module::Call& call, Html& h, const DraftLine& line, const DraftPage& page) {
    std::vector<Option> people;
    for (const Candidate& one : page.everybody) {
        const auto found = page.names.find(one.volunteer);
        if (found != page.names.end()) people.push_back({one.volunteer.text(), found->second});
    }
    std::ranges::sort(people, {}, &Option::label);
    if (people.empty()) return;
    const FormState state{call.words, {}};
    details(h, rota_words(call, "draft.add"), [&] {
        form(h, call.csrf, draft_path(call, "/add"), [&] {
            hidden(h, "session", line.line.session.id.text());
            // Each form of the page has its own field, so that labels point at their own.
            select_field(h, state,
                         {.name = "volunteer-" + line.line.session.id.text(), .label = rota_words(call, "draft.who")},
                         people);
            actions(h, [&] { submit_button(h, rota_words(call, "draft.add.do"), Variant::secondary); });
        });
    });
}

void draft_card(module::Call& call, Html& h, const DraftLine& line, const DraftPage& page) {
    const auto language = [&](int number) { return language_name(call.words, number); };
    const std::string about = when_text(call, line.line.session) + ", " + line.line.site;
    card(h, {.title = about, .content = [&] {
                 if (!line.line.there.empty()) {
                     small_print(h, rota_words(call, "draft.there"));
                     people_list(call, h, line.line, page.names);
                 }
                 suggested_people(call, h, line, page.names);
                 for (const auto& why : line.lacks)
                     notice(h, Tone::warning, call.words(words_of(why.lack, language)), why_text(call, why));
                 if (!line.suggested.empty())
                     tap(call, h,
                         {.path = draft_path(call, "/accept"),
                          .label = rota_words(call, "draft.accept_one"),
                          .about = about,
                          .fields = {{"session", line.line.session.id.text()}}});
                 add_person_form(call, h, line, page);
             }});
}

Response show_draft(module::Call& call, const base::Problems& problems, int status) {
    const auto id = draft_in(call);
    const auto page =
        id ? see_draft(call.room(), call.caller, call.today(), *id) : base::Result<DraftPage>(module::refusal());
    if (!page) return module::not_found(call);
    std::int64_t shifts = 0;
    for (const DraftLine& line : page->lines) shifts += static_cast<std::int64_t>(line.suggested.size());
    optimise::rota::Answer answer;
    answer.objective = page->draft.points;
    answer.bound = page->draft.bound;
    answer.proven = page->draft.proven;
    return module::page(
        call,
        {.title = rota_words(call, "draft.title"),
         .crumbs = {{rota_words(call, "title"), call.link("/advice/rota")}},
         .lead = call.words.period({page->draft.first, page->draft.last})},
        [&](Html& h) {
            said_no(call, h, problems);
            paragraph(h, rota_words(call, "draft.lead", {{"shifts", shifts}}));
            paragraph(h, call.words(proof_of(answer)));
            small_print(h, rota_words(call, "draft.points"));
            actions(h, [&] {
                if (shifts > 0)
                    tap(call, h,
                        {.path = draft_path(call, "/accept"),
                         .label = rota_words(call, "draft.accept"),
                         .variant = Variant::primary});
                tap(call, h,
                    {.path = draft_path(call, "/discard"),
                     .label = rota_words(call, "draft.discard"),
                     .variant = Variant::tertiary});
            });
            for (const DraftLine& line : page->lines) draft_card(call, h, line, *page);
        },
        status);
}

Response after_change(module::Call& call, const base::Result<base::Done>& done, std::string_view flash_key) {
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return std::move(*refused);
        return show_draft(call, done.problems(), 422);
    }
    return call.done(draft_path(call), flash_key);
}

}  // namespace

Response draft_page(module::Call& call) {
    return show_draft(call, {}, 200);
}

Response draft_add_now(module::Call& call) {
    const auto id = draft_in(call);
    const auto session = session_in(call.request.form.get("session"));
    const auto volunteer = session ? VolunteerId::parse(call.request.form.get("volunteer-" + session->text()))
                                   : base::Result<VolunteerId>(module::refusal());
    if (!id || !session || !volunteer) return module::not_found(call);
    return after_change(call, suggest_also(call.room(), call.caller, call.today(), *id, *session, *volunteer),
                        "advice.rota.flash.draft_added");
}

Response draft_remove_now(module::Call& call) {
    const auto id = draft_in(call);
    const auto session = session_in(call.request.form.get("session"));
    const auto volunteer = VolunteerId::parse(call.request.form.get("volunteer"));
    if (!id || !session || !volunteer) return module::not_found(call);
    return after_change(call, suggest_not(call.room(), call.caller, *id, *session, *volunteer),
                        "advice.rota.flash.draft_removed");
}

Response draft_accept_now(module::Call& call) {
    const auto id = draft_in(call);
    if (!id) return module::not_found(call);
    const auto accepted =
        accept_draft(call.room(), call.caller, call.today(), *id, session_in(call.request.form.get("session")));
    if (!accepted) return after_change(call, accepted.problems(), "");
    announce_rota(call);
    const std::string_view flash =
        accepted->left_out > 0 ? "advice.rota.flash.accepted_some" : "advice.rota.flash.accepted";
    return call.done(accepted->was_last ? call.link("/advice/rota") : draft_path(call), flash);
}

Response draft_discard_now(module::Call& call) {
    const auto id = draft_in(call);
    if (!id) return module::not_found(call);
    const auto discarded = discard_draft(call.room(), call.caller, *id);
    if (!discarded) return after_change(call, discarded, "");
    announce_rota(call);
    return call.done(call.link("/advice/rota"), "advice.rota.flash.discarded");
}

}  // namespace samrum::advice::rota
