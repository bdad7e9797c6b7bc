// One site: its hours now and before, its coming sessions, its closures.
#include "advice/sites/actions_site.hpp"
#include "advice/sites/pages.hpp"
#include "advice/sites/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <ranges>

namespace samrum::advice::sites {
namespace {

using namespace web;

constexpr int kSessionsShown = 20;

std::string below_site(const module::Call& call, const Site& site, std::string_view rest = "") {
    return call.link("/advice/sites/" + site.id.text() + std::string(rest));
}

void site_facts(module::Call& call, Html& h, const Site& site) {
    std::vector<Term> terms = {{said(call, "field.municipality"), [&] { name(h, site.municipality); }},
                               {said(call, "form.desks"), [&] { number(h, call.words, site.desks); }},
                               {said(call, "form.opened_on"), [&] { date(h, call.words, site.opened_on); }}};
    if (const std::string address = address_of(call.room(), site); !address.empty())
        terms.push_back({said(call, "field.address"), [&h, address] { name(h, address); }});
    std::string ways;
    const auto add = [&](bool on, const char* key) {
        if (on) ways += (ways.empty() ? "" : "; ") + said(call, key);
    };
    add(site.phone_tickets, "form.phone_tickets");
    add(site.kiosk, "form.kiosk");
    add(site.wall, "form.wall");
    add(site.takes_bookings, "form.takes_bookings");
    add(site.asks_gender, "form.asks_gender");
    if (!ways.empty()) terms.push_back({said(call, "form.ways"), ways});
    if (site.closed_on) terms.push_back({said(call, "close.last"), [&] { date(h, call.words, *site.closed_on); }});
    definition_list(h, terms);
}

void rule_rows(module::Call& call, Html& h, const Hours& hours) {
    const Table frame{.caption = said(call, "hours.title"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "hours.when")},
                                  {.label = said(call, "hours.days")},
                                  {.label = said(call, "wants")},
                                  {.label = said(call, "hours.change"), .hide_label = true}},
                      .empty = said(call, "hours.none")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const WeeklyRule& rule : hours.rules) {
            if (rule.days.last() && *rule.days.last() < call.today()) continue;
            rows.row({[&] {
                          h.text(rule_words(call.words, rule));
                          if (rule.on_holidays) h.text(" " + said(call, "hours.also_holidays"));
                      },
                      [&] { period(h, call.words, rule.days); }, wants_words(call.words, rule.wants),
                      [&] {
                          const std::string query = "?rule=" + rule.id.text();
                          link(h, below_site(call, hours.site, "/hours" + query), [&] {
                              h.text(said(call, "hours.change"));
                              visually_hidden(h, ": " + rule_words(call.words, rule));
                          });
                          h.text(" ");
                          link(h, below_site(call, hours.site, "/hours" + query + "&verb=end"), [&] {
                              h.text(said(call, "hours.end"));
                              visually_hidden(h, ": " + rule_words(call.words, rule));
                          });
                      }});
        }
    });
}

/// How the hours have been: a change of hours may double the visits of a site, so it is never overwritten.
void history(module::Call& call, Html& h, const Hours& hours) {
    const auto spans = spans_of(hours.rules);
    if (spans.size() < 2) return;
    const Table frame{.caption = said(call, "history.title"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "hours.days")},
                                  {.label = said(call, "hours.when")},
                                  {.label = said(call, "history.hours"), .numeric = true}}};
    details(h, said(call, "history.title"), [&] {
        table(h, call.words, frame, [&](Rows& rows) {
            for (const HoursSpan& span : std::views::reverse(spans))
                rows.row({[&h, &call, &span] { period(h, call.words, span.days); },
                          [&h, &call, &span] {
                              if (span.rules.empty()) return h.text(said(call, "history.none"));
                              bool first = true;
                              for (const WeeklyRule& rule : span.rules) {
                                  if (!first) h.text("; ");
                                  first = false;
                                  h.text(rule_words(call.words, rule));
                              }
                          },
                          [&h, &call, &span] { decimal(h, call.words, span.minutes_a_week / 60.0, 1); }},
                         span.days.contains(call.today()));
        });
    });
}

void coming(module::Call& call, Html& h, const Site& site) {
    const auto page = sessions_page_of(
        call.room(), {.first = call.today(), .last = call.today().plus_years(1), .site = site.id.text()},
        kSessionsShown);
    const Table frame{.caption = said(call, "start.coming"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "field.day")},
                                  {.label = said(call, "field.times")},
                                  {.label = said(call, "field.state")},
                                  {.label = said(call, "wants")}},
                      .empty = said(call, "list.none_planned")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const ListedSession& one : page.sessions)
            rows.row({[&] {
                          link(h, call.link("/advice/sessions/" + one.session.id.text()),
                               [&] { day_and_date(h, call.words, one.session.day); });
                      },
                      [&] { times(h, call.words, one.session.starts, one.session.ends); },
                      [&] {
                          state_badge(h, call.words, one.session);
                          if (one.session.state == SessionState::cancelled)
                              h.text(" " + reason_words(call.words, one.session));
                          if (!one.session.rule) h.text(" " + said(call, "session.extra"));
                      },
                      wants_words(call.words, one.session.wants)});
    });
    paragraph(h,
              [&] { link(h, call.link("/advice/sessions?site=" + site.id.text()), said(call, "start.all_sessions")); });
}

void site_closures(module::Call& call, Html& h, const Site& site) {
    const auto all = list_closures(call.room(), call.today(), site.id);
    if (all.empty()) paragraph(h, said(call, "closures.none"));
    std::vector<Content> items;
    items.reserve(all.size());
    for (const ListedClosure& one : all)
        items.emplace_back([&h, &call, &one] {
            period(h, call.words, one.closure.days);
            h.text(": " + one.closure.reason);
        });
    if (!items.empty()) bullets(h, items);
    paragraph(h, [&] { link(h, call.link("/advice/closures?site=" + site.id.text()), said(call, "closures.add")); });
}

void closing(module::Call& call, Html& h, const Site& site, const FormState& state) {
    details(
        h, said(call, site.closed_on ? "close.change" : "close.title"),
        [&] {
            paragraph(h, said(call, "close.text"));
            form(h, call.csrf, below_site(call, site, "/close"), [&] {
                date_field(h, state,
                           {.name = "last",
                            .label = said(call, "close.last"),
                            .optional = site.closed_on.has_value(),
                            .fallback = site.closed_on ? site.closed_on->iso() : std::string(),
                            .width = Width::medium});
                actions(h, [&] { submit_button(h, said(call, "close.do"), Variant::secondary, Tone::danger); });
            });
        },
        !state.problems.empty());
}

Response show_site(module::Call& call, const Site& site, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const Hours hours = hours_of(call.room(), site, call.today());
    const module::PageHead head{.title = site.name,
                                .crumbs = {{said(call, "start.title"), call.link("/advice")},
                                           {said(call, "list.title"), call.link("/advice/sites")}},
                                .wide = true};
    return module::page(
        call, head,
        [&](Html& h) {
            error_summary(h, state);
            site_facts(call, h, site);
            actions(h, [&] {
                link_button(h, below_site(call, site, "/edit"), said(call, "form.edit"), Variant::secondary);
                link_button(h, call.link("/hours/" + site.slug), said(call, "public.page"), Variant::tertiary);
            });
            section(h, said(call, "hours.title"), [&] {
                rule_rows(call, h, hours);
                link_button(h, below_site(call, site, "/hours"), said(call, "hours.add"), Variant::secondary);
                history(call, h, hours);
            });
            section(h, said(call, "start.coming"), [&] {
                coming(call, h, site);
                actions(h, [&] {
                    link_button(h, below_site(call, site, "/sessions/new"), said(call, "session.add"),
                                Variant::secondary);
                });
            });
            section(h, said(call, "closures.title"), [&] { site_closures(call, h, site); });
            closing(call, h, site, state);
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

Response site_page(module::Call& call) {
    const auto site = site_of_path(call);
    return site ? show_site(call, *site, {call.words}) : module::not_found(call);
}

Response close_site_now(module::Call& call) {
    const auto site = site_of_path(call);
    if (!site) return module::not_found(call);
    const auto closed = close_site(call.room(), call.caller, call.today(), site->id, typed(call, "last"));
    if (!closed) return show_site(call, *site, shown_again(call, closed.problems()));
    return call.done(below_site(call, *site), "advice.sites.saved");
}

}  // namespace samrum::advice::sites
