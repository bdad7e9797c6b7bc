// One newcomer: whom the solver suggests and why, whom else they could meet, and what that would cost the others.
#include "friends/matching/pages.hpp"
#include "friends/matching/pages_parts.hpp"

namespace samrum::friends::matching {

using namespace web;

namespace {

/// What another choice would do to everybody else, in a sentence or two.
void cost_lines(module::Call& call, Html& h, const Names& names, const Choice& one) {
    std::vector<Content> all;
    // With one newcomer changed, the line about them says it.
    if (one.taken_from && one.changed.size() != 1)
        all.emplace_back(match_words(call, "cost.taken", {{"name", name_text(call, names, *one.taken_from)}}));
    if (one.pairs_fewer > 0)
        all.emplace_back(match_words(call, "cost.pairs", {{"count", std::int64_t{one.pairs_fewer}}}));
    else if (one.other_rows)
        all.emplace_back(match_words(call, "cost.other_rows"));
    if (!one.changed.empty()) {
        std::string who;
        for (const ParticipantId id : one.changed) who += (who.empty() ? "" : ", ") + name_text(call, names, id);
        all.emplace_back(match_words(call, "cost.changed",
                                     {{"count", static_cast<std::int64_t>(one.changed.size())}, {"names", who}}));
    }
    if (one.fit_lost > 0)
        all.emplace_back(match_words(call, "cost.fit", {{"points", one.fit_lost}}));
    else if (all.empty())
        all.emplace_back(match_words(call, "cost.nothing"));
    bullets(h, all);
}

void choice_card(module::Call& call, Html& h, const SuggestionView& view, const Choice& one) {
    const Two two{view.newcomer.id, one.established};
    const std::string about = name_text(call, view.names, one.established);
    h(tag::li, attr::cls("f-pair"), [&] {
        h(tag::p, attr::cls("f-pair__who"), [&] { name_of(call, h, view.names, one.established); });
        shared_lines(call, h, one.shared);
        details(h, match_words(call, "differs"), [&] { apart_lines(call, h, one.shared); });
        heading(h, 3, match_words(call, "cost.title"));
        cost_lines(call, h, view.names, one);
        actions(h, [&] {
            mark_button(call, h, two,
                        {.what = "lock",
                         .label = match_words(call, "choose"),
                         .about = about,
                         .back = "one",
                         .variant = Variant::secondary});
            mark_button(call, h, two,
                        {.what = "forbid", .label = match_words(call, "forbid"), .about = about, .back = "one"});
        });
    });
}

void now_part(module::Call& call, Html& h, const SuggestionView& view) {
    if (view.left_over) {
        section(h, match_words(call, "one.waits"), [&] { why_lines(call, h, view.left_over->why, Side::newcomer); });
        return;
    }
    const Suggested& now = *view.suggested;
    section(h, match_words(call, "one.now"), [&] {
        h(tag::div, attr::cls("f-pair"), [&] {
            h(tag::p, attr::cls("f-pair__who"), [&] {
                link(h, call.link("/friends/people/" + now.two.established.text()),
                     [&] { name_of(call, h, view.names, now.two.established); });
                if (now.locked) h.text(" "), badge(h, Tone::accent, match_words(call, "locked"));
            });
            for (const Limit& limit : now.broken)
                notice(h, Tone::warning, match_words(call, "breaks"), limit_said(call, limit));
            shared_lines(call, h, now.shared);
            heading(h, 3, match_words(call, "differs"));
            apart_lines(call, h, now.shared);
            const std::string about = name_text(call, view.names, now.two.established);
            actions(h, [&] {
                mark_button(call, h, now.two,
                            {.what = now.locked ? "clear" : "lock",
                             .label = match_words(call, now.locked ? "unlock" : "lock"),
                             .about = about,
                             .back = "one"});
                mark_button(call, h, now.two,
                            {.what = "forbid", .label = match_words(call, "forbid"), .about = about, .back = "one"});
            });
        });
    });
}

}  // namespace

Response suggestion_page(module::Call& call) {
    const auto id = ParticipantId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto seen = see_suggestion(call.room(), call.caller, call.today(), *id);
    if (!seen || !*seen) return module::not_found(call);
    const SuggestionView& view = **seen;
    return module::page(
        call,
        {.title = name_text(call, view.names, view.newcomer.id),
         .crumbs = {{people::people_words(call, "start.title"), call.link("/friends")},
                    {match_words(call, "title"), matching_path(call, "", view.programme.id)}},
         .lead = match_words(call, "waited",
                             {{"days", std::int64_t{view.newcomer.waiting_since.days_until(call.today())}}}),
         .wide = true},
        [&](Html& h) {
            now_part(call, h, view);
            section(h, match_words(call, "one.others"), [&] {
                if (view.others.empty()) return paragraph(h, match_words(call, "one.no_others"));
                paragraph(h, match_words(call, "one.others.lead"));
                h(tag::ul, attr::cls("f-pairs"), [&] {
                    for (const Choice& one : view.others) choice_card(call, h, view, one);
                });
            });
            section(h, people::people_words(call, "answers"), [&] {
                people::answer_terms(call, h, view.programme, view.newcomer.answers);
                link(h, call.link("/friends/people/" + view.newcomer.id.text()), match_words(call, "one.person"));
            });
        });
}

}  // namespace samrum::friends::matching
