// Where advisers and the coordinator start: today, the coming days, what needs attention.
#include "advice/sites/pages.hpp"
#include "advice/sites/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <map>

namespace samrum::advice::sites {
namespace {

using namespace web;

constexpr int kMostToday = 100;
constexpr int kMostComing = 30;
constexpr int kMostAttention = 10;
constexpr int kComingDays = 14;

std::string start_session_path(const module::Call& call, const Session& session) {
    return call.link("/advice/sessions/" + session.id.text());
}

void session_rows(module::Call& call, Html& h, const SessionPage& page, const std::string& caption, bool with_day) {
    const auto& words = call.words;
    Table frame{.caption = caption, .hide_caption = true, .columns = {}};
    if (with_day) frame.columns.push_back({.label = said(call, "field.day")});
    frame.columns.push_back({.label = said(call, "field.times")});
    frame.columns.push_back({.label = said(call, "field.site")});
    frame.columns.push_back({.label = said(call, "field.state")});
    // Today leads to the queue and the desks.
    if (!with_day) frame.columns.push_back({.label = words("advice.day.title")});
    table(h, words, frame, [&](Rows& rows) {
        for (const ListedSession& one : page.sessions) {
            std::vector<Content> cells;
            if (with_day) cells.emplace_back([&] { day_and_date(h, words, one.session.day); });
            cells.emplace_back([&] { times(h, words, one.session.starts, one.session.ends); });
            cells.emplace_back(
                [&] { link(h, start_session_path(call, one.session), [&] { name(h, one.site_name); }); });
            cells.emplace_back([&] { state_badge(h, words, one.session); });
            if (!with_day)
                cells.emplace_back([&] { link(h, call.link("/advice/" + one.slug), words("advice.day.go")); });
            rows.row(cells);
        }
    });
}

std::string municipality_asked(const module::Call& call) {
    return std::string(call.request.query.get("municipality"));
}

/// Where a room has sites in several municipalities, one sees one's own first.
void municipality_form(module::Call& call, Html& h) {
    const auto options = municipality_options(call);
    if (options.size() <= 2) return;
    query_form(h, call.link("/advice"), [&] {
        const FormState state{call.words, call.request.query};
        select_field(h, state, {.name = "municipality", .label = said(call, "field.municipality"), .optional = true},
                     options);
        actions(h, [&] { submit_button(h, said(call, "filter.show"), Variant::secondary); });
    });
}

void today_section(module::Call& call, Html& h) {
    const base::Date day = call.today();
    const auto today = sessions_page_of(
        call.room(), {.first = day, .last = day, .municipality = municipality_asked(call)}, kMostToday);
    section(h, said(call, "start.today", {{"day", call.words.weekday(day) + " " + call.words.date(day)}}), [&] {
        if (today.sessions.empty()) return paragraph(h, said(call, "start.nothing_today"));
        session_rows(call, h, today, said(call, "start.today.caption"), false);
    });
}

void coming_section(module::Call& call, Html& h) {
    const base::Date first = call.today().plus_days(1);
    const base::Date last = call.today().plus_days(kComingDays);
    const auto coming = sessions_page_of(
        call.room(), {.first = first, .last = last, .municipality = municipality_asked(call)}, kMostComing);
    section(h, said(call, "start.coming"), [&] {
        if (coming.sessions.empty())
            paragraph(h, said(call, "start.nothing_coming"));
        else
            session_rows(call, h, coming, said(call, "start.coming"), true);
        paragraph(
            h, [&] { link(h, call.link("/advice/sessions?first=" + first.iso()), said(call, "start.all_sessions")); });
    });
}

/// What waits for the coordinator: sessions that nobody noted, and sites that no hours lead to.
void attention_section(module::Call& call, Html& h) {
    const auto open = not_noted(call.room(), call.today(), kMostAttention);
    const auto bare = without_hours(call.room(), call.today(), kMostAttention);
    if (open.sessions.empty() && bare.empty()) return;
    section(h, said(call, "start.attention"), [&] {
        if (!open.sessions.empty()) {
            paragraph(h, said(call, "start.not_noted", {{"count", open.total}}));
            session_rows(call, h, open, said(call, "start.not_noted.caption"), true);
        }
        if (bare.empty()) return;
        paragraph(h, said(call, "start.without_hours"));
        std::vector<Content> items;
        items.reserve(bare.size());
        for (const Site& site : bare)
            items.emplace_back([&h, &call, &site] {
                link(h, call.link("/advice/sites/" + site.id.text()), [&] { name(h, site.name); });
            });
        bullets(h, items);
    });
}

void way_on(module::Call& call, Html& h) {
    actions(h, [&] {
        if (runs_advice(call)) {
            link_button(h, call.link("/advice/sites"), said(call, "list.title"), Variant::secondary);
            link_button(h, call.link("/advice/closures"), said(call, "closures.title"), Variant::secondary);
        }
        link_button(h, call.link("/hours"), said(call, "public.title"), Variant::tertiary);
        link_button(h, call.link("/feeds"), call.words("home.feeds"), Variant::tertiary);
    });
}

/// Nothing at all yet: what to do first.
void first_step(module::Call& call, Html& h) {
    empty_state(h, said(call, "start.empty.title"), said(call, "start.empty.text"), [&] {
        if (runs_advice(call)) link_button(h, call.link("/advice/sites/new"), said(call, "list.add"));
    });
}

}  // namespace

Response start_page(module::Call& call) {
    return module::page(call, {.title = said(call, "start.title"), .lead = said(call, "start.lead"), .wide = true},
                        [&](Html& h) {
                            if (list_sites(call.room(), {.closed_too = true}, call.today(), 0, 1).total == 0)
                                return first_step(call, h);
                            municipality_form(call, h);
                            today_section(call, h);
                            if (runs_advice(call)) attention_section(call, h);
                            coming_section(call, h);
                            way_on(call, h);
                        });
}

std::vector<document::CalendarEvent> session_events(const module::FeedCall& call) {
    constexpr int kDaysBack = 28;
    constexpr int kMost = 1500;
    const auto page = sessions_page_of(
        call.room, {.first = call.today.plus_days(-kDaysBack), .last = call.today.plus_years(1)}, kMost);
    std::map<SiteId, Site> sites;
    std::map<SiteId, std::string> activities;
    std::vector<document::CalendarEvent> events;
    for (const ListedSession& one : page.sessions) {
        auto [site, is_new] = sites.try_emplace(one.session.site);
        if (is_new) {
            site->second = find_site(call.room, one.session.site).value();
            activities[one.session.site] = activity_name(call.room, site->second);
        }
        events.push_back(event_of(one.session, site->second, activities[one.session.site], "",
                                  call.address("/advice/sessions/" + one.session.id.text())));
    }
    return events;
}

}  // namespace samrum::advice::sites
