// Where the coordinator begins: programmes, who waits for a first talk and how long, and where to go on.
#include "friends/people/actions_register.hpp"
#include "friends/people/model_permissions.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/pages_parts.hpp"

namespace samrum::friends::people {

using namespace web;

namespace {

void figures(module::Call& call, Html& h, const Programme& programme) {
    const auto waits = backlog(call.room(), call.caller, call.today(), programme.id);
    const auto listed = list_register(call.room(), call.caller, {.programme = programme.id, .limit = 0});
    if (!waits || !listed) return;
    const auto count = [&](std::int64_t n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    const auto of = [&](Stage stage) {
        const auto found = listed->stages.find(stage);
        return found == listed->stages.end() ? std::int64_t{0} : found->second;
    };
    const std::string people = call.link("/friends/people?programme=" + programme.id.text());
    key_figures(
        h, {{people_words(call, "figure.talk"), count(waits->all()),
             people_words(call, "figure.talk.oldest",
                          {{"days", std::int64_t{waits->oldest_days}}, {"norm", std::int64_t{programme.talk_days}}}),
             people + "&stage=sent&sort=waiting"},
            {people_words(call, "figure.ready"), count(of(Stage::ready)), people_words(call, "figure.ready.context"),
             people + "&stage=ready&sort=waiting"},
            {people_words(call, "figure.proposed"), count(of(Stage::proposed)),
             people_words(call, "figure.proposed.context"), call.link("/friends/matching")},
            {people_words(call, "figure.paired"), count(of(Stage::paired)), people_words(call, "figure.paired.context"),
             people + "&stage=paired"}});
    if (waits->late > 0)
        notice(h, Tone::warning, people_words(call, "backlog.late", {{"count", waits->late}}), [&] {
            paragraph(h, people_words(call, "backlog.late.text",
                                      {{"norm", std::int64_t{programme.talk_days}},
                                       {"median", std::int64_t{waits->median_days}}}));
            link(h, people + "&stage=sent&sort=waiting", people_words(call, "backlog.see"));
        });
}

}  // namespace

Response start_page(module::Call& call) {
    if (!may(call.caller, kRunFriends)) return module::not_found(call);
    const auto programmes = list_programmes(call.room());
    const auto chosen = chosen_programme(call, programmes);
    return module::page(
        call, {.title = people_words(call, "start.title"), .lead = people_words(call, "start.lead"), .wide = true},
        [&](Html& h) {
            if (!chosen)
                return empty_state(h, people_words(call, "start.none"), people_words(call, "start.none.why"), [&] {
                    link_button(h, call.link("/friends/programmes/new"), people_words(call, "programme.new"));
                });
            programme_tabs(call, h, programmes, *chosen, "/friends");
            figures(call, h, *chosen);
            actions(h, [&] {
                link_button(h, call.link("/friends/people?programme=" + chosen->id.text()),
                            people_words(call, "register.title"));
                link_button(h, call.link("/friends/programmes/" + chosen->id.text()),
                            people_words(call, "start.programme"), Variant::secondary);
                link_button(h, call.link("/friend?p=" + chosen->id.text()), people_words(call, "start.form"),
                            Variant::secondary);
                link_button(h, call.link("/friends/phrases"), people_words(call, "phrases.title"), Variant::tertiary);
                link_button(h, call.link("/friends/programmes/new"), people_words(call, "programme.new"),
                            Variant::tertiary);
            });
        });
}

}  // namespace samrum::friends::people
