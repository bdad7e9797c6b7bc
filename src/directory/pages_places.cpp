// What a room runs, where, and the groups that meet about it.
#include "directory/actions_place.hpp"
#include "directory/model_permissions.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

namespace samrum::directory {
namespace {

using namespace web;

/// A row of any of the three lists.
struct Listed {
    std::string id;
    std::string name;
    std::string about;  ///< address, or what kind of group
    std::optional<base::Period> period;
    std::optional<base::Date> closed_on;
};

bool goes_on(const Listed& one, base::Date today) {
    const auto last = one.period ? one.period->last() : one.closed_on;
    return !last || *last > today;
}

std::vector<Listed> listed(module::Call& call, std::string_view what) {
    std::vector<Listed> all;
    if (what == "activity")
        for (const auto& one : list_activities(call.room()))
            all.push_back({one.id.text(), one.name, "", one.period, {}});
    if (what == "place")
        for (const auto& one : list_places(call.room()))
            all.push_back({one.id.text(), one.name, one.address.value_or(""), {}, one.closed_on});
    if (what == "body")
        for (const auto& one : list_bodies(call.room()))
            all.push_back({one.id.text(),
                           one.name,
                           call.words("directory.body_type." + std::string(body_type_name(one.type))),
                           one.period,
                           {}});
    return all;
}

void when_cell(module::Call& call, Html& h, const Listed& one) {
    if (one.period) return period(h, call.words, *one.period);
    if (!one.closed_on) return;
    h.text(call.words("directory.place.closed") + " ");
    date(h, call.words, *one.closed_on);
}

void end_button(module::Call& call, Html& h, std::string_view what, const Listed& one) {
    if (!goes_on(one, call.today())) return;
    confirm(h, call.words,
            {.id = "end-" + one.id,
             .opener = call.words("directory.place.end"),
             .title = call.words("directory.place.end.title", {{"name", one.name}}),
             .text = call.words("directory.place.end.text"),
             .csrf = call.csrf,
             .action = call.link("/places/end"),
             .hidden = {{"what", std::string(what)}, {"id", one.id}, {"last", call.today().iso()}}});
}

void list(module::Call& call, Html& h, const std::string& what, bool keeps) {
    const auto& words = call.words;
    const std::string title = words("directory.places." + what);
    Table frame{.caption = title,
                .hide_caption = true,
                .columns = {{.label = words("directory.place.name")}},
                .empty = words("directory.places.empty")};
    if (what != "activity") frame.columns.push_back({.label = words("directory.places." + what + ".about")});
    frame.columns.push_back({.label = words("directory.period")});
    if (keeps) frame.columns.push_back({.label = words("directory.place.end"), .hide_label = true});
    table(h, words, frame, [&](Rows& rows) {
        for (const auto& one : listed(call, what)) {
            std::vector<Content> cells{[&] { name(h, one.name); }};
            if (what != "activity") cells.emplace_back(one.about);
            cells.emplace_back([&] { when_cell(call, h, one); });
            if (keeps) cells.emplace_back([&] { end_button(call, h, what, one); });
            rows.row(cells);
        }
    });
}

void own_fields(module::Call& call, Html& h, const std::string& what, const FormState& state) {
    const auto& words = call.words;
    text_field(h, state, {.name = "name", .label = words("directory.place.name"), .max_length = 200});
    if (what == "place")
        return text_field(h, state,
                          {.name = "address",
                           .label = words("directory.places.place.about"),
                           .description = words("directory.place.address.hint"),
                           .optional = true});
    if (what == "body") {
        std::vector<Option> types;
        for (const auto type : kBodyTypes)
            types.push_back(
                {std::string(body_type_name(type)), words("directory.body_type." + std::string(body_type_name(type)))});
        select_field(h, state, {.name = "type", .label = words("directory.places.body.about")}, types);
    }
    date_field(h, state, {.name = "first", .label = words("directory.first"), .fallback = call.today().iso()});
    date_field(h, state,
               {.name = "last",
                .label = words("directory.last"),
                .description = words("directory.last.hint"),
                .optional = true});
}

void add_form(module::Call& call, Html& h, const std::string& what, const FormState& state) {
    form(h, call.csrf, call.link("/places"), [&] {
        hidden(h, "what", what);
        own_fields(call, h, what, state);
        actions(h, [&] { submit_button(h, call.words("directory.save")); });
    });
}

/// One form at a time (`?add=place`), so that no two fields of the page have the same name.
std::string adding(const module::Call& call) {
    const auto& from =
        call.request.method == Method::get ? call.request.query.get("add") : call.request.form.get("what");
    for (const char* what : {"activity", "place", "body"})
        if (from == what) return what;
    return "";
}

Response show_places(module::Call& call, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const auto& words = call.words;
    const bool keeps = module::may_for(call.caller, kKeepPlaces, call.head->organisation);
    const std::string open = keeps ? adding(call) : "";
    return module::page(
        call, {.title = words("directory.places.title"), .lead = words("directory.places.lead"), .wide = true},
        [&](Html& h) {
            error_summary(h, state);
            for (const std::string what : {"activity", "place", "body"})
                section(h, words("directory.places." + what), [&] {
                    list(call, h, what, keeps);
                    if (open == what)
                        add_form(call, h, what, state);
                    else if (keeps)
                        link(h, call.link("/places?add=" + what), words("directory.places." + what + ".add"));
                });
        },
        state.problems.empty() ? 200 : 422);
}

/// Adds what the form is about; the answer's problems are the same for all three.
base::Problems add(module::Call& call) {
    const std::string what = typed(call, "what");
    if (what == "place")
        return add_place(call.room(), call.caller, {typed(call, "name"), typed(call, "address")}).problems();
    if (what == "body")
        return add_body(call.room(), call.caller,
                        {typed(call, "name"), typed(call, "type"), typed(call, "first"), typed(call, "last")})
            .problems();
    return add_activity(call.room(), call.caller, {typed(call, "name"), typed(call, "first"), typed(call, "last")})
        .problems();
}

}  // namespace

Response places_page(module::Call& call) {
    return show_places(call, {call.words});
}

Response add_place_now(module::Call& call) {
    const auto problems = add(call);
    return problems.empty() ? call.done(call.link("/places"), "directory.saved")
                            : show_places(call, shown_again(call, problems));
}

Response end_place_now(module::Call& call) {
    const auto ended =
        end_listed(call.room(), call.caller, typed(call, "what"), typed(call, "id"), typed(call, "last"));
    return ended ? call.done(call.link("/places"), "directory.saved")
                 : show_places(call, {call.words, {}, ended.problems()});
}

}  // namespace samrum::directory
