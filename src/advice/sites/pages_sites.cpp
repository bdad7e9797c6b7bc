// The sites of the room: the list, and the form of one.
#include "advice/sites/actions_site.hpp"
#include "advice/sites/pages.hpp"
#include "advice/sites/pages_parts.hpp"
#include "directory/actions_place.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::sites {
namespace {

using namespace web;

constexpr int kSitesPage = 50;

std::vector<Column> site_columns(const module::Call& call) {
    return {{.label = said(call, "field.site"), .key = "name"},
            {.label = said(call, "field.municipality"), .key = "municipality"},
            {.label = said(call, "list.hours")},
            {.label = said(call, "list.next")}};
}

void hours_cell(module::Call& call, Html& h, const Site& site) {
    if (site.closed_on && *site.closed_on < call.today())
        return badge(h, Tone::neutral, said(call, "closed_on", {{"day", call.words.date(*site.closed_on)}}));
    bool first = true;
    for (const WeeklyRule& rule : hours_of(call.room(), site, call.today()).rules) {
        if (!rule.days.contains(call.today())) continue;
        if (!first) h.text("; ");
        first = false;
        h.text(rule_words(call.words, rule));
    }
    if (first) badge(h, Tone::warning, said(call, "list.no_hours"));
}

void next_cell(module::Call& call, Html& h, const Site& site) {
    const auto next = next_session(call.room(), site.id, call.today());
    if (!next) return h.text(said(call, "list.none_planned"));
    link(h, call.link("/advice/sessions/" + next->id.text()), [&] { day_and_date(h, call.words, next->day); });
}

void list_form(module::Call& call, Html& h) {
    query_form(h, call.link("/advice/sites"), [&] {
        const FormState state{call.words, call.request.query};
        search_field(h, state, {.name = "q", .label = said(call, "list.search"), .optional = true});
        select_field(h, state, {.name = "municipality", .label = said(call, "field.municipality"), .optional = true},
                     municipality_options(call));
        checkbox(h, state, {.name = "closed", .label = said(call, "list.closed_too")});
        actions(h, [&] { submit_button(h, said(call, "filter.show"), Variant::secondary); });
    });
}

Fields without_page(const Fields& query) {
    Fields kept;
    for (const auto& [field, value] : query.all())
        if (field != "page") kept.add(field, value);
    return kept;
}

void list_table(module::Call& call, Html& h) {
    const auto columns = site_columns(call);
    const ListView view = list_view(call.request.query, columns, {.sort = "name", .page_size = kSitesPage});
    const SiteFilter filter{.text = std::string(call.request.query.get("q")),
                            .municipality = std::string(call.request.query.get("municipality")),
                            .closed_too = call.request.query.get("closed") == "yes",
                            .sort = view.sort,
                            .descending = view.descending};
    const auto list = list_sites(call.room(), filter, call.today(), view.offset(), view.page_size);
    const Table frame{.caption = said(call, "list.title"),
                      .hide_caption = true,
                      .columns = columns,
                      .view = view,
                      .total = list.total,
                      .path = call.link("/advice/sites"),
                      .query = without_page(call.request.query),
                      .empty = [&] { empty_state(h, said(call, "list.empty.title"), said(call, "list.empty.text")); }};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const Site& site : list.sites)
            rows.row({[&] { link(h, call.link("/advice/sites/" + site.id.text()), [&] { name(h, site.name); }); },
                      [&] { name(h, site.municipality); }, [&] { hours_cell(call, h, site); },
                      [&] { next_cell(call, h, site); }});
    });
}

/// Places that are in use and no site yet.
std::vector<Option> place_options(module::Call& call) {
    const auto sites = list_sites(call.room(), {.closed_too = true}, call.today(), 0, 10'000).sites;
    std::vector<Option> options = {{"", said(call, "choose")}};
    for (const auto& place : directory::list_places(call.room())) {
        const bool is_site = std::ranges::find(sites, place.id, &Site::place) != sites.end();
        if (!is_site && !place.closed_on) options.push_back({place.id.text(), place.name});
    }
    return options;
}
std::vector<Option> activity_options(module::Call& call) {
    std::vector<Option> options;
    for (const auto& one : directory::list_activities(call.room()))
        if (!one.period.last() || *one.period.last() >= call.today()) options.push_back({one.id.text(), one.name});
    return options;
}

void ways_fields(const module::Call& call, Html& h, const FormState& state) {
    field_group(h, said(call, "form.ways"), [&] {
        for (const char* field : {"phone_tickets", "kiosk", "wall", "takes_bookings", "asks_gender"})
            checkbox(h, state,
                     {.name = field,
                      .label = said(call, std::string("form.") + field),
                      .description = said(call, std::string("form.") + field + ".hint")});
    });
}

void site_fields(module::Call& call, Html& h, const FormState& state, const std::optional<Site>& site) {
    if (!site)
        select_field(h, state,
                     {.name = "place", .label = said(call, "form.place"), .description = said(call, "form.place.hint")},
                     place_options(call));
    select_field(h, state, {.name = "activity", .label = said(call, "form.activity")}, activity_options(call));
    text_field(
        h, state,
        {.name = "municipality", .label = said(call, "field.municipality"), .max_length = 60, .width = Width::medium});
    text_field(h, state,
               {.name = "slug",
                .label = said(call, "form.slug"),
                .description = said(call, "form.slug.hint"),
                .optional = !site,
                .max_length = 40,
                .width = Width::medium});
    number_field(h, state,
                 {.name = "desks", .label = said(call, "form.desks"), .fallback = "2", .width = Width::narrow});
    date_field(h, state,
               {.name = "opened_on",
                .label = said(call, "form.opened_on"),
                .description = said(call, "form.opened_on.hint"),
                .fallback = call.today().iso(),
                .width = Width::medium});
    ways_fields(call, h, state);
    number_field(h, state,
                 {.name = "note_days",
                  .label = said(call, "form.note_days"),
                  .description = said(call, "form.note_days.hint"),
                  .fallback = "0",
                  .width = Width::narrow});
}

SiteInput site_typed(const module::Call& call) {
    return {.place = typed(call, "place"),
            .activity = typed(call, "activity"),
            .slug = typed(call, "slug"),
            .municipality = typed(call, "municipality"),
            .desks = typed(call, "desks"),
            .note_days = typed(call, "note_days"),
            .opened_on = typed(call, "opened_on"),
            .takes_bookings = ticked(call, "takes_bookings"),
            .phone_tickets = ticked(call, "phone_tickets"),
            .kiosk = ticked(call, "kiosk"),
            .wall = ticked(call, "wall"),
            .asks_gender = ticked(call, "asks_gender")};
}

Fields values_of(const Site& site) {
    Fields values;
    values.add("activity", site.activity.text());
    values.add("municipality", site.municipality);
    values.add("slug", site.slug);
    values.add("desks", std::to_string(site.desks));
    values.add("opened_on", site.opened_on.iso());
    values.add("note_days", std::to_string(site.note_days));
    const auto tick = [&](const char* field, bool on) {
        if (on) values.add(field, "yes");
    };
    tick("takes_bookings", site.takes_bookings);
    tick("phone_tickets", site.phone_tickets);
    tick("kiosk", site.kiosk);
    tick("wall", site.wall);
    tick("asks_gender", site.asks_gender);
    return values;
}

Response show_site_form(module::Call& call, const FormState& state, const std::optional<Site>& site) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const std::string path = site ? "/advice/sites/" + site->id.text() : "/advice/sites/new";
    const module::PageHead head{
        .title = site ? said(call, "form.edit.title", {{"site", site->name}}) : said(call, "form.new.title"),
        .crumbs = {{said(call, "start.title"), call.link("/advice")},
                   {said(call, "list.title"), call.link("/advice/sites")}}};
    return module::page(
        call, head,
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link(path), [&] {
                site_fields(call, h, state, site);
                actions(h, [&] { submit_button(h, said(call, "save")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

Response sites_page(module::Call& call) {
    const module::PageHead head{.title = said(call, "list.title"),
                                .crumbs = {{said(call, "start.title"), call.link("/advice")}},
                                .lead = said(call, "list.lead"),
                                .wide = true};
    return module::page(call, head, [&](Html& h) {
        actions(h, [&] { link_button(h, call.link("/advice/sites/new"), said(call, "list.add")); });
        list_form(call, h);
        list_table(call, h);
    });
}

Response new_site_page(module::Call& call) {
    return show_site_form(call, {call.words}, std::nullopt);
}
Response new_site(module::Call& call) {
    const auto id = add_site(call.room(), call.caller, site_typed(call));
    if (!id) return show_site_form(call, shown_again(call, id.problems()), std::nullopt);
    return call.done(call.link("/advice/sites/" + id->text()), "advice.sites.saved");
}
Response edit_site_page(module::Call& call) {
    const auto site = site_of_path(call);
    return site ? show_site_form(call, {call.words, values_of(*site)}, site) : module::not_found(call);
}
Response save_site_now(module::Call& call) {
    const auto site = site_of_path(call);
    if (!site) return module::not_found(call);
    const auto saved = change_site(call.room(), call.caller, call.today(), site->id, site_typed(call));
    if (!saved) return show_site_form(call, shown_again(call, saved.problems()), site);
    return call.done(call.link("/advice/sites/" + site->id.text()), "advice.sites.saved");
}

}  // namespace samrum::advice::sites
