// The register: who takes part, who waits and how long.
#include "friends/people/actions_register.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/pages_parts.hpp"

namespace samrum::friends::people {

using namespace web;

namespace {

std::vector<Column> columns(const module::Call& call) {
    return {{.label = people_words(call, "name"), .key = "name"},
            {.label = people_words(call, "side"), .key = "side"},
            {.label = people_words(call, "stage"), .key = "stage"},
            {.label = people_words(call, "waited"), .key = "waiting", .numeric = true},
            {.label = people_words(call, "enrolled_on"), .key = "enrolled"}};
}

bool is_selecting(const Fields& query) {
    for (const char* field : {"stage", "side", "q"})
        if (!query.get(field).empty()) return true;
    return false;
}

void filter(module::Call& call, Html& h, const Programme& programme) {
    const FormState state{call.words, call.request.query};
    std::vector<Option> stages{{"", people_words(call, "filter.current"), ""},
                               {"all", people_words(call, "filter.all"), ""}};
    for (const Stage one : {Stage::sent, Stage::ready, Stage::proposed, Stage::paired, Stage::paused, Stage::left})
        stages.push_back({std::string(code_of(one)), stage_said(call, one), ""});
    const std::vector<Option> sides{{"", people_words(call, "filter.both"), ""},
                                    {"newcomer", said(call, "side", "newcomer"), ""},
                                    {"established", said(call, "side", "established"), ""}};
    const bool selects = is_selecting(call.request.query);
    details(
        h, people_words(call, "filter"),
        [&] {
            query_form(h, call.link("/friends/people"), [&] {
                hidden(h, "programme", programme.id.text());
                search_field(h, state, {.name = "q", .label = people_words(call, "filter.name"), .optional = true});
                select_field(h, state, {.name = "stage", .label = people_words(call, "stage"), .optional = true},
                             stages);
                select_field(h, state, {.name = "side", .label = people_words(call, "side"), .optional = true}, sides);
                actions(h, [&] {
                    submit_button(h, people_words(call, "filter.show"), Variant::secondary);
                    if (selects)
                        link_button(h, call.link("/friends/people?programme=" + programme.id.text()),
                                    people_words(call, "filter.clear"), Variant::tertiary);
                });
            });
        },
        selects);
}

/// How long somebody has waited for what comes next; nothing for those who wait for nothing.
std::optional<int> days_waited(const Participant& one, base::Date today) {
    if (one.stage == Stage::paired || one.stage == Stage::left) return std::nullopt;
    return one.waiting_since.days_until(today);
}

void register_row(module::Call& call, Html& h, Rows& rows, const RegisterRow& row, const Programme& programme) {
    const Participant& one = row.participant;
    const auto days = days_waited(one, call.today());
    const bool late = one.stage == Stage::sent && one.enrolled_on.days_until(call.today()) > programme.talk_days;
    rows.row({[&] { link(h, call.link("/friends/people/" + one.id.text()), [&] { person_name(call, h, row.name); }); },
              party_said(call, one.answers), [&] { stage_badge(call, h, one.stage); },
              [&, days, late] {
                  if (!days) return;
                  h.text(people_words(call, "days", {{"count", std::int64_t{*days}}}));
                  if (late) h.text(" "), badge(h, Tone::warning, people_words(call, "late"));
              },
              [&] { date(h, call.words, one.enrolled_on); }});
}

}  // namespace

Response people_page(module::Call& call) {
    const auto programmes = list_programmes(call.room());
    const auto programme = chosen_programme(call, programmes);
    if (!programme) return Response::redirect(call.link("/friends"));
    const auto all = columns(call);
    const ListView view = list_view(call.request.query, all, {.sort = "waiting"});
    const Fields& query = call.request.query;
    const auto found = list_register(call.room(), call.caller,
                                     {.stage = std::string(query.get("stage")),
                                      .side = std::string(query.get("side")),
                                      .search = std::string(query.get("q")),
                                      .programme = programme->id,
                                      .sort = view.sort,
                                      .descending = view.descending,
                                      .offset = static_cast<std::size_t>(view.offset()),
                                      .limit = static_cast<std::size_t>(view.page_size)});
    if (!found) return module::not_found(call);
    const Table frame{.caption = people_words(call, "register.title"),
                      .hide_caption = true,
                      .columns = all,
                      .view = view,
                      .total = static_cast<std::int64_t>(found->total),
                      .path = call.link("/friends/people"),
                      .query = query,
                      .empty = [&] {}};
    return module::page(call,
                        {.title = people_words(call, "register.title"),
                         .crumbs = {{people_words(call, "start.title"), call.link("/friends")}},
                         .lead = people_words(call, "register.lead"),
                         .wide = true},
                        [&](Html& h) {
                            programme_tabs(call, h, programmes, *programme, "/friends/people");
                            filter(call, h, *programme);
                            if (found->rows.empty())
                                return empty_state(
                                    h, people_words(call, is_selecting(query) ? "register.none" : "register.empty"),
                                    people_words(call, "register.empty.why"), [&] {
                                        link_button(h, call.link("/friends/programmes/" + programme->id.text()),
                                                    people_words(call, "channels"), Variant::secondary);
                                    });
                            table(h, call.words, frame, [&](Rows& rows) {
                                for (const RegisterRow& row : found->rows) register_row(call, h, rows, row, *programme);
                            });
                        });
}

}  // namespace samrum::friends::people
