// What the self-assessments show: each person beside their own first answers, with how many that is and what may not be
// said.
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "friends/effect/actions_effect.hpp"
#include "friends/effect/pages.hpp"
#include "friends/effect/pages_words.hpp"

#include <fmt/format.h>

namespace samrum::friends::effect {

using namespace web;

namespace {

std::string words_of(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("friends.effect." + std::string(key), args);
}

/// Of all time so far, or as the query says.
base::Period days_in(const module::Call& call) {
    const auto first = base::Date::parse(call.request.query.get("first")),
               last = base::Date::parse(call.request.query.get("last"));
    if (first && last)
        if (const auto days = base::Period::of(*first, *last)) return *days;
    return {base::Date::of(call.today().year() - 1, 1, 1), call.today()};
}

Tone tone_of(Claim claim) {
    return claim == Claim::better ? Tone::success : claim == Claim::worse ? Tone::danger : Tone::neutral;
}
std::string_view claim_code(Claim claim) {
    switch (claim) {
        case Claim::too_few:
            return "too_few";
        case Claim::better:
            return "better";
        case Claim::worse:
            return "worse";
        case Claim::no_certain_change:
            break;
    }
    return "no_certain_change";
}

void filter_form(module::Call& call, Html& h, const base::Period& days,
                 const std::vector<people::Programme>& programmes, people::ProgrammeId chosen) {
    Fields values;
    values.add("first", days.first().iso());
    values.add("last", days.last()->iso());
    values.add("programme", chosen.text());
    const FormState state{call.words, values};
    details(h, words_of(call, "choose"), [&] {
        query_form(h, call.link("/friends/effect"), [&] {
            date_field(h, state, {.name = "first", .label = words_of(call, "first"), .width = Width::medium});
            date_field(h, state, {.name = "last", .label = words_of(call, "last"), .width = Width::medium});
            std::vector<Option> options;
            options.reserve(programmes.size());
            for (const auto& one : programmes) options.push_back({one.id.text(), one.name, ""});
            if (options.size() > 1)
                select_field(h, state, {.name = "programme", .label = words_of(call, "programme")}, options);
            submit_button(h, words_of(call, "show"), Variant::secondary);
        });
    });
}

void who_answered(module::Call& call, Html& h, const EffectTable& table) {
    const auto count = [&](int n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    key_figures(h, {{words_of(call, "first.answered"), count(table.first), words_of(call, "first.about"), ""},
                    {words_of(call, "both"), count(table.both), words_of(call, "both.about"), ""},
                    {words_of(call, "dropped"), count(table.dropped),
                     words_of(call, "dropped.about", {{"days", std::int64_t{kSecondDaysAfter}}}), ""},
                    {words_of(call, "not_yet"), count(table.not_yet),
                     words_of(call, "not_yet.about", {{"unmatched", std::int64_t{table.unmatched}}}), ""}});
}

std::string p_text(const module::Call& call, double p) {
    return p < 0.001 ? "<\u00a0" + call.words.decimal(0.001, 3) : call.words.decimal(p, 3);
}

void change_row(module::Call& call, Html& h, Rows& rows, const QuestionChange& one) {
    const SignedRank& test = one.test;
    const auto count = [&](int n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    const bool told = one.claim != Claim::too_few;
    rows.row({[&] {
                  h.text(question_words(one.question, call.words.language()));
                  h.text(" ");
                  h(tag::small, words_of(call, "area." + std::string(code_of(one.question.area))));
              },
              count(test.n), count(one.first - test.n), count(test.up), count(test.same), count(test.down),
              [&, told] {
                  const auto effect = test.rank_biserial();
                  if (told && effect) isolated(h, (*effect > 0 ? "+" : "") + call.words.decimal(*effect, 2));
              },
              [&, told] {
                  if (told) isolated(h, p_text(call, test.p));
              },
              [&] { badge(h, tone_of(one.claim), words_of(call, "claim." + std::string(claim_code(one.claim)))); }});
}

void side_part(module::Call& call, Html& h, const EffectTable& effect) {
    const std::string title = words_of(call, "side." + std::string(code_of(effect.side)));
    section(h, title, [&] {
        who_answered(call, h, effect);
        const Table frame{.caption = words_of(call, "table", {{"side", title}}),
                          .columns = {{.label = words_of(call, "question")},
                                      {.label = words_of(call, "n"), .numeric = true},
                                      {.label = words_of(call, "lost"), .numeric = true},
                                      {.label = words_of(call, "up"), .numeric = true},
                                      {.label = words_of(call, "same"), .numeric = true},
                                      {.label = words_of(call, "down"), .numeric = true},
                                      {.label = words_of(call, "size"), .numeric = true},
                                      {.label = words_of(call, "p"), .numeric = true},
                                      {.label = words_of(call, "claim")}},
                          .empty = words_of(call, "none")};
        table(h, call.words, frame, [&](Rows& rows) {
            for (const QuestionChange& one : effect.questions) change_row(call, h, rows, one);
        });
    });
}

void method_part(module::Call& call, Html& h) {
    details(h, words_of(call, "method"), [&] {
        for (const char* key : {"method.test", "method.size", "method.claim", "method.dropped"})
            paragraph(h, words_of(call, key,
                                  {{"fewest", std::int64_t{kFewestForClaim}},
                                   {"summed", std::int64_t{kMostSummed}},
                                   {"days", std::int64_t{kSecondDaysAfter}}}));
    });
}

}  // namespace

Response effect_page(module::Call& call) {
    const auto programmes = people::list_programmes(call.room());
    const module::PageHead head{.title = words_of(call, "title"), .lead = words_of(call, "lead"), .wide = true};
    if (programmes.empty())
        return module::page(call, head,
                            [&](Html& h) { empty_state(h, words_of(call, "no_programme"), words_of(call, "none")); });
    const auto asked = people::ProgrammeId::parse(call.request.query.get("programme"));
    const auto chosen = asked ? *asked : programmes.front().id;
    const base::Period days = days_in(call);
    const auto view = see_effect(call.room(), call.caller, call.today(), {chosen, days});
    if (!view) return module::not_found(call);
    return module::page(call, head, [&](Html& h) {
        actions(h, [&] {
            link_button(h, call.link("/friends/effect/questions?programme=" + chosen.text()),
                        words_of(call, "questions"), Variant::secondary);
            print_button(h, call.words);
        });
        paragraph(h, [&] {
            name(h, view->programme);
            h.text(", " + words_of(call, "days") + " ");
            period(h, call.words, days);
        });
        filter_form(call, h, days, programmes, chosen);
        side_part(call, h, view->newcomers);
        side_part(call, h, view->established);
        method_part(call, h);
        small_print(h, words_of(call, "inside"));
    });
}

}  // namespace samrum::friends::effect
