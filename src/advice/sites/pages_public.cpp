// Open to anybody: where advice is given and when, as pages and as calendars to subscribe to.
#include "advice/sites/pages.hpp"
#include "advice/sites/pages_parts.hpp"
#include "foundation/document/calendar.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::sites {
namespace {

using namespace web;

constexpr int kCardsShown = 20;
constexpr int kWeeksShown = 6;
constexpr int kSessionsOnPage = 40;

bool is_cancelled(const ListedSession& one) {
    return one.session.state == SessionState::cancelled;
}

/// The coming weeks of a site, cancelled sessions among them.
std::vector<ListedSession> coming_sessions(module::Call& call, const Site& site, int weeks) {
    return sessions_page_of(call.room(),
                            {.first = call.today(), .last = call.today().plus_days(7 * weeks), .site = site.id.text()},
                            kSessionsOnPage)
        .sessions;
}

/// "Tuesdays 16–18": the weekly hours that hold today, and those that are decided to come.
void weekly_hours(module::Call& call, Html& h, const Hours& hours) {
    std::vector<Content> items;
    for (const WeeklyRule& rule : hours.rules) {
        if (rule.days.last() && *rule.days.last() < call.today()) continue;
        items.emplace_back([&h, &call, &rule] {
            h.text(rule_words(call.words, rule));
            if (rule.days.first() > call.today())
                h.text(" " + said(call, "public.from", {{"day", call.words.date(rule.days.first())}}));
            else if (rule.days.last())
                h.text(" " + said(call, "public.until", {{"day", call.words.date(*rule.days.last())}}));
        });
    }
    if (items.empty()) return paragraph(h, said(call, "public.no_hours"));
    bullets(h, items);
}

void closures_coming(module::Call& call, Html& h, const Hours& hours) {
    for (const Closure& one : hours.closures) {
        if (one.days.first() > call.today().plus_days(7 * kWeeksShown)) continue;
        notice(h, Tone::warning, said(call, "public.closed"), [&] {
            period(h, call.words, one.days);
            h.text(": " + one.reason);
        });
    }
}

void site_card(module::Call& call, Html& h, const Site& site) {
    const auto coming = coming_sessions(call, site, 2);
    card(h, {.title = site.name, .href = call.link("/hours/" + site.slug), .content = [&] {
                 small_print(h, [&] { name(h, site.municipality); });
                 const Hours hours = hours_of(call.room(), site, call.today());
                 weekly_hours(call, h, hours);
                 const auto next = next_session(call.room(), site.id, call.today());
                 if (next)
                     paragraph(h, [&] {
                         h.text(said(call, "public.next") + " ");
                         day_and_date(h, call.words, next->day);
                         h.text(", ");
                         times(h, call.words, next->starts, next->ends);
                     });
                 for (const ListedSession& one : coming)
                     if (is_cancelled(one))
                         paragraph(h, [&] {
                             badge(h, Tone::warning, said(call, "state.cancelled"));
                             h.text(" ");
                             day_and_date(h, call.words, one.session.day);
                         });
             }});
}

void public_search(module::Call& call, Html& h, std::int64_t total) {
    const auto options = municipality_options(call);
    const bool searched = call.request.query.has("q") || call.request.query.has("municipality");
    if (total <= 6 && options.size() <= 2 && !searched) return;
    query_form(h, call.link("/hours"), [&] {
        const FormState state{call.words, call.request.query};
        search_field(h, state, {.name = "q", .label = said(call, "list.search"), .optional = true});
        if (options.size() > 2)
            select_field(h, state,
                         {.name = "municipality", .label = said(call, "field.municipality"), .optional = true},
                         options);
        actions(h, [&] { submit_button(h, said(call, "filter.show"), Variant::secondary); });
    });
}

/// Earlier and later pages of the cards.
void card_pages(const module::Call& call, Html& h, std::int64_t total, int page) {
    if (total <= kCardsShown) return;
    const auto link_to = [&](int to, const char* key) {
        Fields query;
        for (const auto& [field, value] : call.request.query.all())
            if (field != "page") query.add(field, value);
        query.add("page", std::to_string(to));
        link_button(h, call.link("/hours?" + query.encoded()), said(call, key), Variant::secondary);
    };
    paragraph(h, said(call, "public.shown",
                      {{"first", std::int64_t{page - 1} * kCardsShown + 1},
                       {"last", std::min<std::int64_t>(total, std::int64_t{page} * kCardsShown)},
                       {"all", total}}));
    actions(h, [&] {
        if (page > 1) link_to(page - 1, "public.earlier");
        if (std::int64_t{page} * kCardsShown < total) link_to(page + 1, "public.later");
    });
}

/// What stands around every public page: the kind of advice it is.
std::string lead_words(module::Call& call) {
    return said(call, "public.lead");
}

void session_list(module::Call& call, Html& h, const Site& site) {
    const auto coming = coming_sessions(call, site, kWeeksShown);
    const Table frame{.caption = said(call, "public.coming"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "field.day")},
                                  {.label = said(call, "field.times")},
                                  {.label = said(call, "public.note")}},
                      .empty = said(call, "public.none_coming")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const ListedSession& one : coming)
            rows.row({[&] { day_and_date(h, call.words, one.session.day); },
                      [&] { times(h, call.words, one.session.starts, one.session.ends); },
                      [&] {
                          if (is_cancelled(one)) {
                              badge(h, Tone::warning, said(call, "state.cancelled"));
                              h.text(" " + reason_words(call.words, one.session));
                          } else if (one.session.edited) {
                              badge(h, Tone::info,
                                    said(call, one.session.rule ? "public.other_time" : "session.extra"));
                          }
                      }});
    });
}

void subscribe(module::Call& call, Html& h, const Site& site) {
    const std::string path = call.link("/hours/" + site.slug + "/calendar.ics");
    const std::string address = call.house.public_address + path;
    section(h, said(call, "public.calendar"), [&] {
        paragraph(h, said(call, "public.calendar.text"));
        actions(h, [&] {
            link_button(h, "webcal" + address.substr(address.find("://")), said(call, "public.calendar.subscribe"),
                        Variant::secondary);
            link_button(h, path, said(call, "public.calendar.file"), Variant::tertiary);
            print_button(h, call.words);
        });
    });
}

/// The site of the path, while it is open or will be.
std::optional<Site> public_site(module::Call& call) {
    auto site = find_site(call.room(), call.part("site"));
    if (site && site->closed_on && *site->closed_on < call.today()) return std::nullopt;
    return site;
}

}  // namespace

Response public_hours_page(module::Call& call) {
    const SiteFilter filter{.text = std::string(call.request.query.get("q")),
                            .municipality = std::string(call.request.query.get("municipality")),
                            .sort = "municipality"};
    const std::vector<Column> none;
    const int page = list_view(call.request.query, none).page;
    const auto list = list_sites(call.room(), filter, call.today(), std::int64_t{page - 1} * kCardsShown, kCardsShown);
    const bool has_sites = list.total > 0 || list_sites(call.room(), {}, call.today(), 0, 1).total > 0;
    // A room that gives no advice has no such page.
    if (!has_sites) return module::not_found(call);
    const module::PageHead head{.title = said(call, "public.title"),
                                .lead = lead_words(call),
                                .description = lead_words(call),
                                .wide = true,
                                .index = true};
    return module::page(call, head, [&](Html& h) {
        public_search(call, h, list.total);
        if (list.sites.empty()) return empty_state(h, said(call, "list.empty.title"), said(call, "list.empty.text"));
        card_grid(h, [&] {
            for (const Site& site : list.sites) site_card(call, h, site);
        });
        card_pages(call, h, list.total, page);
    });
}

Response public_site_page(module::Call& call) {
    const auto site = public_site(call);
    if (!site) return module::not_found(call);
    const Hours hours = hours_of(call.room(), *site, call.today());
    const std::string address = address_of(call.room(), *site);
    const module::PageHead head{.title = site->name,
                                .crumbs = {{said(call, "public.title"), call.link("/hours")}},
                                .lead = lead_words(call),
                                .description = lead_words(call),
                                .index = true};
    return module::page(call, head, [&](Html& h) {
        closures_coming(call, h, hours);
        section(h, said(call, "hours.title"), [&] {
            weekly_hours(call, h, hours);
            small_print(h, said(call, "public.holidays"));
        });
        definition_list(h, {{said(call, "field.address"),
                             [&] { name(h, address.empty() ? site->name : site->name + ", " + address); }},
                            {said(call, "field.municipality"), [&] { name(h, site->municipality); }}});
        section(h, said(call, "public.coming"), [&] { session_list(call, h, *site); });
        subscribe(call, h, *site);
    });
}

Response public_site_file(module::Call& call) {
    const auto site = public_site(call);
    if (!site) return module::not_found(call);
    const auto page = sessions_page_of(
        call.room(),
        {.first = call.today().plus_days(-28), .last = call.today().plus_years(1), .site = site->id.text()}, 500);
    const std::string activity = activity_name(call.room(), *site);
    const std::string address = address_of(call.room(), *site);
    const std::string url = call.house.public_address + call.link("/hours/" + site->slug);
    document::Calendar calendar{.name = activity + ": " + site->name,
                                .language = std::string(call.words.language().substr(0, 2)),
                                .made = call.now()};
    for (const ListedSession& one : page.sessions) {
        auto event = event_of(one.session, *site, activity, address, url);
        event.description = is_cancelled(one) ? reason_words(call.words, one.session) : lead_words(call);
        calendar.events.push_back(std::move(event));
    }
    Response response = Response::file(document::icalendar(calendar), document::kCalendarType, site->slug + ".ics");
    response.headers.emplace_back("cache-control", "public, max-age=900");
    return response;
}

}  // namespace samrum::advice::sites
