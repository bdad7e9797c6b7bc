// What is left of a held session, for its coordinator; and the notes of a site while they live.
#include "advice/sheets/actions_correct.hpp"
#include "advice/sheets/pages.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "foundation/module/page.hpp"

namespace samrum::advice::sheets {
namespace {

using namespace web;

std::string spoken(const module::Call& call, std::string_view key) {
    return call.words("advice.sheets.counts." + std::string(key));
}

/// One choice for each count that a session may have: "language fa-AF".
std::vector<Option> count_options(const text::Words& words) {
    std::vector<Option> options;
    for (const Dimension dimension : dimensions()) {
        if (dimension == Dimension::referral_unit) continue;
        const std::string of = words("advice.dimension." + std::string(code_of(dimension)));
        for (const std::string& value : values_of(dimension))
            options.push_back({std::string(code_of(dimension)) + " " + value,
                               value.empty() ? of : of + ": " + value_words(words, dimension, value),
                               {}});
    }
    return options;
}

void counts_table(module::Call& call, Html& h, const std::vector<Count>& counts) {
    table(h, call.words,
          {.caption = spoken(call, "title"),
           .hide_caption = true,
           .columns = {{.label = spoken(call, "of")},
                       {.label = spoken(call, "value")},
                       {.label = spoken(call, "n"), .numeric = true}},
           .empty = [&] { empty_state(h, spoken(call, "none"), spoken(call, "none_why")); }},
          [&](Rows& rows) {
              for (const Count& one : counts)
                  rows.row({call.words("advice.dimension." + std::string(code_of(one.dimension))),
                            one.value.empty() ? std::string() : value_words(call.words, one.dimension, one.value),
                            [&] { number(h, call.words, one.n); }});
          });
}

Response show_counts(module::Call& call, const FormState& state, int status) {
    const auto id = SessionId::parse(call.part("session"));
    const auto seen = id ? see_counts(call.room(), call.caller, *id) : base::Result<CountedSession>(module::refusal());
    if (!seen) return module::not_found(call);
    return module::page(
        call,
        {.title = spoken(call, "title"),
         .crumbs = {{call.words("advice.figures.title"), call.link("/advice/figures")}},
         .lead = seen->site.name + ", " + call.words.date(seen->session.day)},
        [&](Html& h) {
            error_summary(h, state);
            counts_table(call, h, seen->counts);
            if (seen->session.state != sites::SessionState::held) return;
            section(h, spoken(call, "correct"), [&] {
                paragraph(h, spoken(call, "correct_lead"));
                form(h, call.csrf, call.link("/advice/sheets/counts/" + seen->session.id.text()), [&] {
                    select_field(h, state, {.name = "value", .label = spoken(call, "of")}, count_options(call.words));
                    text_field(h, state,
                               {.name = "change",
                                .label = spoken(call, "change"),
                                .description = spoken(call, "change_help"),
                                .width = Width::narrow});
                    submit_button(h, spoken(call, "save"), Variant::secondary);
                });
            });
        },
        status);
}

}  // namespace

Response counts_page(module::Call& call) {
    return show_counts(call, {call.words}, 200);
}

Response correct_count_action(module::Call& call) {
    const auto id = SessionId::parse(call.part("session"));
    if (!id) return module::not_found(call);
    const auto& fields = call.request.form;
    const std::string_view chosen = fields.get("value");
    const auto space = std::min(chosen.find(' '), chosen.size());
    const auto done =
        correct_count(call.room(), call.caller, *id, chosen.substr(0, space),
                      space < chosen.size() ? chosen.substr(space + 1) : std::string_view(), fields.get("change"));
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return std::move(*refused);
        return show_counts(call, {call.words, fields, done.problems()}, 422);
    }
    return call.done(call.link("/advice/sheets/counts/" + id->text()), "advice.sheets.flash.corrected");
}

Response notes_page(module::Call& call) {
    const auto site = SiteId::parse(call.part("site"));
    const auto notes = site ? list_notes(call.room(), call.caller, call.today(), *site)
                            : base::Result<std::vector<SiteNote>>(module::refusal());
    if (!notes) return module::not_found(call);
    return module::page(
        call,
        {.title = call.words("advice.sheets.notes.title"),
         .crumbs = {{call.words("advice.sites.nav"), call.link("/advice")}},
         .lead = call.words("advice.sheets.notes.lead")},
        [&](Html& h) {
            if (notes->empty()) return empty_state(h, call.words("advice.sheets.notes.none"), "");
            for (const SiteNote& one : *notes) {
                paragraph(h, one.text);
                small_print(h, call.words("advice.sheets.notes.dies", {{"day", call.words.date(one.dies_on)}}));
            }
        });
}

}  // namespace samrum::advice::sheets
