// The list of volunteers, and the languages that they speak together.
#include "advice/sites/model_words.hpp"
#include "advice/volunteers/actions_application.hpp"
#include "advice/volunteers/actions_languages.hpp"
#include "advice/volunteers/actions_volunteer.hpp"
#include "advice/volunteers/pages.hpp"
#include "advice/volunteers/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {

using namespace web;

namespace {

std::vector<Column> list_columns(const module::Call& call) {
    return {{.label = say(call, "name"), .key = "name"},
            {.label = say(call, "stage"), .key = "stage"},
            {.label = say(call, "languages")},
            {.label = say(call, "trained_on"), .key = "trained"},
            {.label = say(call, "started_on"), .key = "started"}};
}

ListQuery query_of(const module::Call& call, const ListView& view) {
    const Fields& query = call.request.query;
    const std::string_view day = query.get("weekday");
    const unsigned weekday =
        day.size() == 1 && day[0] >= '1' && day[0] <= '7' ? static_cast<unsigned>(day[0] - '0') : 0;
    return {.stage = std::string(query.get("stage")),
            .language = std::string(query.get("language")),
            .trained = std::string(query.get("trained")),
            .weekday = weekday,
            .search = std::string(query.get("q")),
            .sort = view.sort,
            .descending = view.descending,
            .offset = static_cast<std::size_t>(view.offset()),
            .limit = static_cast<std::size_t>(view.page_size)};
}

bool is_selecting(const Fields& query) {
    for (const char* field : {"stage", "language", "trained", "weekday", "q"})
        if (!query.get(field).empty()) return true;
    return false;
}

std::vector<Option> stage_options(const module::Call& call) {
    std::vector<Option> options{{"", say(call, "filter.current"), ""}, {"all", say(call, "filter.all"), ""}};
    for (const Stage stage :
         {Stage::applied, Stage::interviewed, Stage::training, Stage::active, Stage::left, Stage::declined})
        options.push_back({std::string(code_of(stage)), stage_said(call, stage), ""});
    return options;
}
std::vector<Option> language_options(const module::Call& call) {
    std::vector<Option> options{{"", say(call, "filter.any"), ""}};
    for (const Language& one : languages())
        options.push_back({std::string(one.code), language_name(call, one.code), ""});
    return options;
}
std::vector<Option> weekday_options(const module::Call& call) {
    std::vector<Option> options{{"", say(call, "filter.any"), ""}};
    for (unsigned day = 1; day <= 7; ++day)
        options.push_back({std::to_string(day), call.words.weekday(base::Date::of(2018, 1, day)), ""});
    return options;
}

void list_filter(module::Call& call, Html& h) {
    const FormState state{call.words, call.request.query};
    const bool selects = is_selecting(call.request.query);
    details(
        h, say(call, "filter"),
        [&] {
            query_form(h, call.link("/advice/volunteers"), [&] {
                search_field(h, state, {.name = "q", .label = say(call, "filter.name"), .optional = true});
                select_field(h, state, {.name = "stage", .label = say(call, "stage"), .optional = true},
                             stage_options(call));
                select_field(h, state, {.name = "language", .label = say(call, "filter.language"), .optional = true},
                             language_options(call));
                select_field(h, state, {.name = "trained", .label = say(call, "trained_on"), .optional = true},
                             {{"", say(call, "filter.any"), ""},
                              {"yes", say(call, "filter.trained"), ""},
                              {"no", say(call, "filter.untrained"), ""}});
                select_field(h, state, {.name = "weekday", .label = say(call, "filter.weekday"), .optional = true},
                             weekday_options(call));
                actions(h, [&] {
                    submit_button(h, say(call, "filter.show"), Variant::secondary);
                    if (selects)
                        link_button(h, call.link("/advice/volunteers"), say(call, "filter.clear"), Variant::tertiary);
                });
            });
        },
        selects);
}

std::int64_t of_stage(const ListPage& page, Stage stage) {
    const auto found = page.stages.find(stage);
    return found == page.stages.end() ? 0 : found->second;
}

void list_figures(module::Call& call, Html& h, const ListPage& page) {
    const auto path = [&](std::string_view query) { return call.link("/advice/volunteers?" + std::string(query)); };
    const auto count = [&](std::int64_t n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    const std::string today = say(call, "figure.today", {{"day", call.words.date(call.today())}});
    key_figures(h, {{say(call, "figure.active"), count(of_stage(page, Stage::active)), today, path("stage=active")},
                    {say(call, "figure.on_break"), count(page.on_break), say(call, "figure.of_active"), ""},
                    {say(call, "figure.untrained"), count(page.untrained), say(call, "figure.of_active"),
                     path("stage=active&trained=no")},
                    {say(call, "figure.applied"), count(of_stage(page, Stage::applied)), say(call, "figure.waiting"),
                     path("stage=applied")}});
}

void list_row(module::Call& call, Html& h, Rows& rows, const ListRow& row) {
    const Volunteer& one = row.volunteer;
    const bool away = one.stage == Stage::active && !one.is_there_on(call.today());
    rows.row(
        {[&] { link(h, call.link("/advice/volunteers/" + one.id.text()), [&] { person_name(call, h, row.name); }); },
         [&, away] {
             stage_badge(call, h, one.stage);
             if (away) h.text(" "), badge(h, Tone::neutral, say(call, "away"));
         },
         languages_said(call, one.languages),
         [&] {
             if (one.trained_on)
                 date(h, call.words, *one.trained_on);
             else if (one.stage == Stage::active)
                 badge(h, Tone::warning, say(call, "untrained"));
         },
         [&] {
             if (one.started_on) date(h, call.words, *one.started_on);
         }});
}

void spoken_row(module::Call& call, Html& h, Rows& rows, const Spoken& one) {
    const auto count = [&](std::int64_t n) { return Content([&h, &call, n] { number(h, call.words, n); }); };
    const auto* known = language_of(one.code);
    rows.row({[&, known] {
                  link(h, call.link("/advice/volunteers?language=" + one.code), language_name(call, one.code));
                  if (known && one.code != call.words.language() && one.code != kOtherLanguage)
                      h.text(" "), name(h, known->autonym, one.code);
              },
              count(one.now), count(one.away), count(one.coming), count(one.wanted_at), count(one.missed),
              [&] {
                  if (one.is_gap()) badge(h, Tone::danger, say(call, "spoken.gap"));
              }});
}

}  // namespace

Response volunteers_page(module::Call& call) {
    const auto columns = list_columns(call);
    const ListView view = list_view(call.request.query, columns, {.sort = "name"});
    const auto found = list_volunteers(call.room(), call.caller, call.today(), query_of(call, view));
    if (!found) return module::not_found(call);
    const Table frame{.caption = say(call, "list.title"),
                      .hide_caption = true,
                      .columns = columns,
                      .view = view,
                      .total = static_cast<std::int64_t>(found->total),
                      .path = call.link("/advice/volunteers"),
                      .query = call.request.query,
                      .empty = [&] {}};
    return module::page(
        call, {.title = say(call, "list.title"), .lead = say(call, "list.lead"), .wide = true}, [&](Html& h) {
            actions(h, [&] {
                link_button(h, call.link("/advice/volunteers/new"), say(call, "new"));
                link_button(h, call.link("/advice/courses"), say(call, "courses"), Variant::secondary);
                link_button(h, call.link("/advice/volunteers/languages"), say(call, "spoken.title"),
                            Variant::secondary);
                if (application_door(call.room()) != Door::none)
                    link_button(h, call.link("/volunteer"), say(call, "application.link"), Variant::tertiary);
            });
            list_figures(call, h, *found);
            list_filter(call, h);
            if (found->rows.empty())
                return empty_state(h, say(call, is_selecting(call.request.query) ? "list.none" : "list.empty"),
                                   say(call, "list.empty.why"));
            table(h, call.words, frame, [&](Rows& rows) {
                for (const ListRow& row : found->rows) list_row(call, h, rows, row);
            });
        });
}

Response languages_page(module::Call& call) {
    const auto spoken = language_overview(call.room(), call.caller, call.today());
    if (!spoken) return module::not_found(call);
    const Table frame{.caption = say(call, "spoken.title"),
                      .hide_caption = true,
                      .columns = {{.label = say(call, "spoken.language")},
                                  {.label = say(call, "spoken.now"), .numeric = true},
                                  {.label = say(call, "spoken.away"), .numeric = true},
                                  {.label = say(call, "spoken.coming"), .numeric = true},
                                  {.label = say(call, "spoken.wanted_at"), .numeric = true},
                                  {.label = say(call, "spoken.missed"), .numeric = true},
                                  {.label = say(call, "spoken.recruit")}}};
    std::string gaps;
    for (const Spoken& one : *spoken)
        if (one.is_gap()) gaps += (gaps.empty() ? "" : ", ") + language_name(call, one.code);
    return module::page(call,
                        {.title = say(call, "spoken.title"),
                         .crumbs = {{say(call, "list.title"), call.link("/advice/volunteers")}},
                         .lead = say(call, "spoken.lead"),
                         .wide = true},
                        [&](Html& h) {
                            if (!gaps.empty())
                                notice(h, Tone::warning, say(call, "spoken.gaps", {{"languages", gaps}}), [&] {
                                    paragraph(h, say(call, "spoken.gaps.text"));
                                    link(h, call.link("/volunteer"), say(call, "application.link"));
                                });
                            if (spoken->empty())
                                return empty_state(h, say(call, "spoken.empty"), say(call, "list.empty.why"));
                            table(h, call.words, frame, [&](Rows& rows) {
                                for (const Spoken& one : *spoken) spoken_row(call, h, rows, one);
                            });
                        });
}

}  // namespace samrum::advice::volunteers
