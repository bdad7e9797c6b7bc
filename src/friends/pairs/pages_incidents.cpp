// Safeguarding incidents: apart from people and pairs, and every look is noted.
#include "friends/pairs/actions_incident.hpp"
#include "friends/pairs/pages.hpp"
#include "friends/pairs/pages_parts.hpp"

namespace samrum::friends::pairs {

using namespace web;

namespace {

std::optional<IncidentId> incident_id(const module::Call& call) {
    const auto id = IncidentId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
IncidentInput incident_input(const module::Call& call) {
    return {typed(call, "happened_on"), typed(call, "account"), typed(call, "steps")};
}

void incident_fields(module::Call& call, Html& h, const FormState& state) {
    date_field(h, state,
               {.name = "happened_on",
                .label = said(call, "incidents.day.label"),
                .fallback = call.today().iso(),
                .width = Width::medium});
    text_area(h, state,
              {.name = "account",
               .label = said(call, "incidents.account.label"),
               .description = said(call, "incidents.account.hint"),
               .max_length = static_cast<int>(kLongestAccount)},
              5);
    text_area(h, state,
              {.name = "steps",
               .label = said(call, "incidents.steps.label"),
               .optional = true,
               .max_length = static_cast<int>(kLongestAccount)},
              4);
}

Response show_incidents(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto all = list_incidents(call.room(), call.caller);
    if (!all) return module::not_found(call);
    const FormState state{call.words, call.request.form, problems};
    const Table frame{.caption = said(call, "incidents.title"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "incidents.day.label")},
                                  {.label = said(call, "incidents.reported_on")},
                                  {.label = said(call, "incidents.state")}},
                      .empty = said(call, "incidents.none")};
    return module::page(
        call, {.title = said(call, "incidents.title"), .lead = said(call, "incidents.lead")},
        [&](Html& h) {
            table(h, call.words, frame, [&](Rows& rows) {
                for (const Incident& one : *all)
                    rows.row({[&] {
                                  link(h, call.link("/friends/incidents/" + one.id.text()),
                                       [&] { date(h, call.words, one.happened_on); });
                              },
                              [&] { date(h, call.words, one.reported_on); },
                              [&] {
                                  badge(h, one.closed_on ? Tone::neutral : Tone::warning,
                                        said(call, one.closed_on ? "incidents.closed" : "incidents.open"));
                              }});
            });
            details(
                h, said(call, "incidents.report"),
                [&] {
                    error_summary(h, state);
                    form(h, call.csrf, call.link("/friends/incidents"), [&] {
                        incident_fields(call, h, state);
                        actions(h, [&] { submit_button(h, said(call, "incidents.save")); });
                    });
                },
                !problems.empty());
            small_print(h, said(call, "incidents.about", {{"months", std::int64_t{kIncidentKeptMonths}}}));
        },
        problems.empty() ? 200 : 422);
}

Response show_incident(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = incident_id(call);
    if (!id) return module::not_found(call);
    const auto found = see_incident(call.room(), call.caller, *id);
    if (!found || !*found) return module::not_found(call);
    const Incident& one = **found;
    Fields values;
    values.add("happened_on", one.happened_on.iso());
    values.add("account", one.account);
    values.add("steps", one.steps);
    const FormState state{call.words, problems.empty() ? values : call.request.form, problems};
    return module::page(
        call,
        {.title = said(call, "incidents.one"),
         .crumbs = {{said(call, "incidents.title"), call.link("/friends/incidents")}}},
        [&](Html& h) {
            const std::string path = call.link("/friends/incidents/" + id->text());
            error_summary(h, state);
            form(h, call.csrf, path, [&] {
                hidden(h, "revision", std::to_string(one.revision));
                incident_fields(call, h, state);
                actions(h, [&] {
                    submit_button(h, said(call, "incidents.save"));
                    if (!one.closed_on)
                        submit_button(h, said(call, "incidents.close"), Variant::secondary, Tone::accent, "do",
                                      "close");
                });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response incidents_page(module::Call& call) {
    return show_incidents(call, {});
}
Response report_incident_now(module::Call& call) {
    const auto reported = report_incident(call.room(), call.caller, call.today(), incident_input(call));
    if (!reported) return show_incidents(call, reported.problems());
    return call.done(call.link("/friends/incidents"), "friends.pairs.saved");
}
Response incident_page(module::Call& call) {
    return show_incident(call, {});
}
Response save_incident_now(module::Call& call) {
    const auto id = incident_id(call);
    if (!id) return module::not_found(call);
    const auto saved =
        save_incident(call.room(), call.caller, call.today(), *id, typed_revision(call), incident_input(call));
    if (!saved) return show_incident(call, saved.problems());
    if (typed(call, "do") == "close")
        if (const auto closed = close_incident(call.room(), call.caller, call.today(), *id); !closed)
            return show_incident(call, closed.problems());
    return call.done(call.link("/friends/incidents"), "friends.pairs.saved");
}

}  // namespace samrum::friends::pairs
