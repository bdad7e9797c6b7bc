// The suggestion, whole and pair by pair: solved anew at each look, so what the coordinator changes shows at once.
#include "friends/matching/actions_proposal.hpp"
#include "friends/matching/pages.hpp"
#include "friends/matching/pages_parts.hpp"
#include "friends/people/actions_participant.hpp"

#include <algorithm>
#include <span>

namespace samrum::friends::matching {

using namespace web;

namespace {

constexpr std::size_t kPairsOnPage = 25;
constexpr std::size_t kMostSent = 1000;  ///< in one form; the rest is suggested again, and sent next

std::string two_text(const module::Call& call, const Names& names, const Two& two) {
    return match_words(
        call, "two",
        {{"newcomer", name_text(call, names, two.newcomer)}, {"established", name_text(call, names, two.established)}});
}

void who_line(module::Call& call, Html& h, const Names& names, const Two& two) {
    name_of(call, h, names, two.newcomer);
    h.text(" " + match_words(call, "and") + " ");
    name_of(call, h, names, two.established);
}

void send_form(module::Call& call, Html& h, ProgrammeId programme, const std::vector<Suggested>& pairs,
               const std::string& label, Variant variant, const std::string& about = {}) {
    form(h, call.csrf, call.link("/friends/matching/send"), [&] {
        hidden(h, "programme", programme.text());
        for (const Suggested& one : pairs)
            hidden(h, "pair", one.two.newcomer.text() + "/" + one.two.established.text());
        h(tag::button, attr::cls("ds-button"), attr::type("submit"),
          attr::set<"data-variant">(variant == Variant::primary ? "primary" : "secondary"), [&] {
              h.text(label);
              if (!about.empty()) visually_hidden(h, ": " + about);
          });
    });
}

void pair_card(module::Call& call, Html& h, const MatchView& view, const Suggested& one) {
    const std::string about = two_text(call, view.names, one.two);
    h(tag::li, attr::cls("f-pair"), [&] {
        h(tag::p, attr::cls("f-pair__who"), [&] {
            who_line(call, h, view.names, one.two);
            if (one.locked) h.text(" "), badge(h, Tone::accent, match_words(call, "locked"));
        });
        small_print(h,
                    match_words(call, "queue", {{"place", std::int64_t{one.place}}, {"days", std::int64_t{one.days}}}));
        for (const Limit& limit : one.broken)
            notice(h, Tone::warning, match_words(call, "breaks"), limit_said(call, limit));
        shared_lines(call, h, one.shared);
        details(h, match_words(call, "differs"), [&] { apart_lines(call, h, one.shared); });
        actions(h, [&] {
            send_form(call, h, view.programme.id, {one}, match_words(call, "send.one"), Variant::secondary, about);
            if (one.locked)
                mark_button(call, h, one.two, {.what = "clear", .label = match_words(call, "unlock"), .about = about});
            else
                mark_button(call, h, one.two, {.what = "lock", .label = match_words(call, "lock"), .about = about});
            mark_button(call, h, one.two, {.what = "forbid", .label = match_words(call, "forbid"), .about = about});
            h(tag::a, attr::cls("ds-button"), attr::set<"data-variant">("tertiary"),
              attr::href(call.link("/friends/matching/" + one.two.newcomer.text())), [&] {
                  h.text(match_words(call, "others"));
                  visually_hidden(h, ": " + name_text(call, view.names, one.two.newcomer));
              });
        });
    });
}

void figures(module::Call& call, Html& h, const MatchView& view) {
    const auto count = [&](std::int64_t n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    const auto pairs = static_cast<std::int64_t>(view.pairs.size());
    key_figures(h, {{match_words(call, "figure.pairs"), count(pairs),
                     match_words(call, "figure.pairs.context", {{"count", view.possible}}), ""},
                    {match_words(call, "figure.newcomers"), count(static_cast<std::int64_t>(view.newcomers.size())),
                     match_words(call, "figure.of", {{"count", view.newcomers_in_all}}), "#waiting-newcomers"},
                    {match_words(call, "figure.established"), count(static_cast<std::int64_t>(view.established.size())),
                     match_words(call, "figure.of", {{"count", view.established_in_all}}), "#waiting-established"},
                    {match_words(call, "figure.blocking"), count(view.blocking),
                     match_words(call, "figure.blocking.context"), ""}});
    // Without what people decided there may be more pairs: the proof is of what is left to choose.
    small_print(h, match_words(call, !view.proven ? "not_proven" : view.marks.empty() ? "proven" : "proven.decided"));
    if (view.blocking > 0) paragraph(h, match_words(call, "blocking.text", {{"count", view.blocking}}));
}

void pair_list(module::Call& call, Html& h, const MatchView& view) {
    if (view.pairs.empty()) return empty_state(h, match_words(call, "none"), match_words(call, "none.why"));
    const auto typed = call.request.query.get("page");
    const std::size_t pages = (view.pairs.size() + kPairsOnPage - 1) / kPairsOnPage;
    std::size_t page = typed.size() == 1 || typed.size() == 2 ? 0 : 1;
    if (page == 0)
        for (const char c : typed) page = c >= '0' && c <= '9' ? page * 10 + static_cast<std::size_t>(c - '0') : 1;
    page = std::clamp<std::size_t>(page, 1, pages);
    const std::size_t sent = std::min(view.pairs.size(), kMostSent);
    actions(h, [&] {
        confirm(h, call.words,
                {.id = "send-all",
                 .opener = match_words(call, "send.all", {{"count", static_cast<std::int64_t>(sent)}}),
                 .title = match_words(call, "send.all.title"),
                 .text = match_words(call, "send.all.text", {{"days", std::int64_t{view.programme.answer_days}}}),
                 .csrf = call.csrf,
                 .action = call.link("/friends/matching/send"),
                 .hidden =
                     [&] {
                         std::vector<std::pair<std::string, std::string>> all{{"programme", view.programme.id.text()}};
                         for (const Suggested& one : std::span(view.pairs).first(sent))
                             all.emplace_back("pair", one.two.newcomer.text() + "/" + one.two.established.text());
                         return all;
                     }(),
                 .tone = Tone::accent});
    });
    h(tag::ol, attr::cls("f-pairs"), [&] {
        for (std::size_t i = (page - 1) * kPairsOnPage; i < std::min(page * kPairsOnPage, view.pairs.size()); ++i)
            pair_card(call, h, view, view.pairs[i]);
    });
    if (pages < 2) return;
    std::vector<Tab> all;
    for (std::size_t n = 1; n <= pages; ++n)
        all.push_back(
            {std::to_string(n), matching_path(call, "", view.programme.id) + "&page=" + std::to_string(n), n == page});
    tabs(h, match_words(call, "pages"), all);
}

void left_over(module::Call& call, Html& h, const MatchView& view, const std::vector<LeftOver>& all, Side side) {
    const std::string code(code_of(side));
    h(tag::section, attr::id(side == Side::newcomer ? "waiting-newcomers" : "waiting-established"), [&] {
        heading(h, 2, match_words(call, "waiting." + code));
        if (all.empty()) return paragraph(h, match_words(call, "waiting.nobody"));
        constexpr std::size_t most = 30;
        h(tag::ul, attr::cls("f-pairs"), [&] {
            for (std::size_t i = 0; i < std::min(most, all.size()); ++i)
                h(tag::li, attr::cls("f-pair"), [&] {
                    h(tag::p, attr::cls("f-pair__who"), [&] {
                        const std::string path = side == Side::newcomer
                                                     ? call.link("/friends/matching/" + all[i].who.text())
                                                     : call.link("/friends/people/" + all[i].who.text());
                        link(h, path, [&] { name_of(call, h, view.names, all[i].who); });
                    });
                    small_print(h, match_words(call, "waited", {{"days", std::int64_t{all[i].days}}}));
                    why_lines(call, h, all[i].why, side);
                });
        });
        if (all.size() > most)
            small_print(h,
                        match_words(call, "waiting.more", {{"count", static_cast<std::int64_t>(all.size() - most)}}));
    });
}

void decisions(module::Call& call, Html& h, const MatchView& view) {
    if (view.marks.empty()) return;
    section(h, match_words(call, "decisions"), [&] {
        const Table frame{.caption = match_words(call, "decisions"),
                          .hide_caption = true,
                          .columns = {{.label = match_words(call, "decision.who")},
                                      {.label = match_words(call, "decision.what")},
                                      {.label = match_words(call, "decision.until")},
                                      {.label = match_words(call, "decision.clear"), .hide_label = true}}};
        table(h, call.words, frame, [&](Rows& rows) {
            for (const Marked& one : view.marks)
                rows.row({[&] { who_line(call, h, view.names, one.two); },
                          match_words(call, "mark." + std::string(code_of(one.mark))),
                          [&] {
                              if (one.until) date(h, call.words, *one.until);
                          },
                          [&] {
                              mark_button(call, h, one.two,
                                          {.what = "clear",
                                           .label = match_words(call, "decision.clear"),
                                           .about = two_text(call, view.names, one.two)});
                          }});
        });
    });
}

std::optional<Two> two_of(std::string_view newcomer, std::string_view established) {
    const auto a = ParticipantId::parse(newcomer);
    const auto b = ParticipantId::parse(established);
    if (!a || !b) return std::nullopt;
    return Two{*a, *b};
}

Response show_match(module::Call& call, std::string_view wish, const base::Problems& problems, int status) {
    const auto programmes = people::list_programmes(call.room());
    auto programme = people::chosen_programme(call, programmes);
    for (const auto& one : programmes)
        if (one.id.text() == wish) programme = one;
    if (!programme) return Response::redirect(call.link("/friends"));
    const auto view = see_match(call.room(), call.caller, call.today(), programme->id);
    if (!view) return module::not_found(call);
    return module::page(
        call,
        {.title = match_words(call, "title"),
         .crumbs = {{people::people_words(call, "start.title"), call.link("/friends")}},
         .lead = match_words(call, "lead"),
         .wide = true},
        [&](Html& h) {
            for (const base::Problem& one : problems) notice(h, Tone::danger, call.words(one.message), Content());
            people::programme_tabs(call, h, programmes, *programme, "/friends/matching");
            actions(h, [&] {
                link_button(h, matching_path(call, "/proposals", programme->id), match_words(call, "proposals"),
                            Variant::secondary);
                link_button(h, matching_path(call, "/fairness", programme->id), match_words(call, "fairness"),
                            Variant::secondary);
            });
            if (view->newcomers_in_all + view->established_in_all == 0)
                return empty_state(h, match_words(call, "empty"), match_words(call, "empty.why"), [&] {
                    link_button(h, call.link("/friends/people?stage=sent"), match_words(call, "empty.next"),
                                Variant::secondary);
                });
            figures(call, h, *view);
            section(h, match_words(call, "pairs"), [&] { pair_list(call, h, *view); });
            left_over(call, h, *view, view->newcomers, Side::newcomer);
            left_over(call, h, *view, view->established, Side::established);
            decisions(call, h, *view);
        },
        status);
}

}  // namespace

Response match_page(module::Call& call) {
    return show_match(call, "", {}, 200);
}

Response mark_now(module::Call& call) {
    const Fields& form = call.request.form;
    const auto two = two_of(form.get("newcomer"), form.get("established"));
    if (!two) return module::not_found(call);
    const auto marked = mark_two(call.room(), call.caller, call.today(), *two, form.get("what"));
    if (!marked) {
        if (auto refused = module::refused_page(call, marked.problems())) return std::move(*refused);
        return show_match(call, "", marked.problems(), 409);
    }
    // Back to the page of the newcomer when that is where the button stood.
    const bool one = form.get("back") == "one";
    return call.done(call.link("/friends/matching" + (one ? "/" + two->newcomer.text() : std::string())),
                     "friends.matching.flash.solved");
}

Response send_now(module::Call& call) {
    const Fields& form = call.request.form;
    const auto programme = ProgrammeId::parse(form.get("programme"));
    if (!programme) return module::not_found(call);
    std::vector<Two> pairs;
    for (const std::string_view one : form.every("pair")) {
        const auto bar = one.find('/');
        if (bar == std::string_view::npos) continue;
        if (const auto two = two_of(one.substr(0, bar), one.substr(bar + 1))) pairs.push_back(*two);
    }
    const auto sent = send_proposals(call.room(), call.caller, call.today(), *programme, pairs);
    if (!sent) {
        if (auto refused = module::refused_page(call, sent.problems())) return std::move(*refused);
        return show_match(call, programme->text(), sent.problems(), 409);
    }
    return call.done(matching_path(call, "/proposals", *programme), "friends.matching.flash.sent");
}

}  // namespace samrum::friends::matching
