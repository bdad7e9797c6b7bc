// A change of hours: filled in, seen with what it does, and only then done.
#include "advice/sites/actions_site.hpp"
#include "advice/sites/pages.hpp"
#include "advice/sites/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::advice::sites {
namespace {

using namespace web;

constexpr std::size_t kNamedInPreview = 30;

HoursVerb verb_of(std::string_view verb, std::string_view rule) {
    if (verb == "end") return HoursVerb::end;
    return rule.empty() ? HoursVerb::add : HoursVerb::change;
}
std::string key_of(HoursVerb verb) {
    return verb == HoursVerb::end ? "end" : verb == HoursVerb::change ? "change" : "add";
}

HoursInput hours_typed(const module::Call& call) {
    HoursInput input;
    input.rule = typed(call, "rule");
    input.verb = verb_of(typed(call, "verb"), input.rule);
    input.hours = {.weekday = typed(call, "weekday"),
                   .every_weeks = typed(call, "every_weeks"),
                   .starts = typed(call, "starts"),
                   .ends = typed(call, "ends"),
                   .first = typed(call, "first"),
                   .last = typed(call, "last"),
                   .on_holidays = ticked(call, "on_holidays"),
                   .wants = wants_typed(call)};
    return input;
}

/// What stands in the form first: the rule as it is, from the coming week on.
Fields hours_values(const module::Call& call, const WeeklyRule& rule) {
    Fields values;
    values.add("weekday", std::to_string(rule.weekday));
    values.add("every_weeks", std::to_string(rule.every_weeks));
    values.add("starts", rule.starts.iso());
    values.add("ends", rule.ends.iso());
    const base::Date next_monday = call.today().plus_days(8 - static_cast<int>(call.today().weekday()));
    values.add("first", std::max(next_monday, rule.days.first()).iso());
    if (rule.days.last()) values.add("last", rule.days.last()->iso());
    if (rule.on_holidays) values.add("on_holidays", "yes");
    add_wants(values, rule.wants);
    return values;
}

std::vector<Option> weekday_options(const module::Call& call) {
    std::vector<Option> options;
    for (int day = 1; day <= 7; ++day)
        options.push_back({std::to_string(day), said(call, "weekday." + std::to_string(day))});
    return options;
}

void time_fields(module::Call& call, Html& h, const FormState& state) {
    select_field(h, state, {.name = "weekday", .label = said(call, "hours.weekday"), .fallback = "2"},
                 weekday_options(call));
    time_field(h, state, {.name = "starts", .label = said(call, "field.starts"), .width = Width::medium});
    time_field(h, state, {.name = "ends", .label = said(call, "field.ends"), .width = Width::medium});
    radio_fields(
        h, state, {.name = "every_weeks", .label = said(call, "hours.every"), .fallback = "1"},
        {{"1", said(call, "hours.every.1")}, {"2", said(call, "hours.every.2"), said(call, "hours.every.2.hint")}});
    date_field(h, state,
               {.name = "first",
                .label = said(call, "hours.from"),
                .description = said(call, "hours.from.hint"),
                .fallback = call.today().iso(),
                .width = Width::medium});
    date_field(h, state,
               {.name = "last", .label = said(call, "hours.until"), .optional = true, .width = Width::medium});
    checkbox(h, state,
             {.name = "on_holidays",
              .label = said(call, "hours.on_holidays"),
              .description = said(call, "hours.on_holidays.hint")});
    wants_fields(call, h, state);
}

/// "14 sessions go: …", with their days.
void effect(module::Call& call, Html& h, std::string_view key, std::vector<base::Date> days) {
    if (days.empty()) return;
    std::ranges::sort(days);
    const std::string words = said(call, key, {{"count", static_cast<std::int64_t>(days.size())}});
    details(h, words, [&] {
        std::vector<Content> items;
        for (std::size_t i = 0; i < std::min(days.size(), kNamedInPreview); ++i)
            items.emplace_back([&h, &call, day = days[i]] { day_and_date(h, call.words, day); });
        bullets(h, items);
        if (days.size() > kNamedInPreview)
            small_print(
                h, said(call, "preview.more", {{"count", static_cast<std::int64_t>(days.size() - kNamedInPreview)}}));
    });
}

template <class Rows_>
std::vector<base::Date> days_of(const Rows_& rows) {
    std::vector<base::Date> days;
    days.reserve(rows.size());
    for (const auto& one : rows) days.push_back(one.day);
    return days;
}

void preview(module::Call& call, Html& h, const Plan& plan) {
    notice(h, Tone::info, said(call, "preview.title"), [&] {
        if (plan.empty()) paragraph(h, said(call, "preview.nothing"));
        effect(call, h, "preview.remove", days_of(plan.remove));
        effect(call, h, "preview.add", days_of(plan.add));
        effect(call, h, "preview.change", days_of(plan.change));
        effect(call, h, "preview.stay", days_of(plan.stay));
        if (!plan.remove.empty()) small_print(h, said(call, "preview.counted_on"));
        paragraph(h, said(call, "preview.agree"));
    });
}

Response show_hours(module::Call& call, const Site& site, HoursVerb verb, const std::string& rule,
                    const FormState& state, const Plan* plan = nullptr) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const std::string path = call.link("/advice/sites/" + site.id.text());
    const module::PageHead head{.title = said(call, "hours.form." + key_of(verb), {{"site", site.name}}),
                                .crumbs = {{said(call, "start.title"), call.link("/advice")},
                                           {said(call, "list.title"), call.link("/advice/sites")},
                                           {site.name, path}},
                                .lead = said(call, "hours.form.lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, path + "/hours", [&] {
                if (plan) preview(call, h, *plan);
                hidden(h, "rule", rule);
                hidden(h, "verb", key_of(verb));
                if (verb == HoursVerb::end)
                    date_field(h, state,
                               {.name = "last",
                                .label = said(call, "hours.last_day"),
                                .fallback = call.today().iso(),
                                .width = Width::medium});
                else
                    time_fields(call, h, state);
                actions(h, [&] {
                    if (plan) submit_button(h, said(call, "preview.do"), Variant::primary, Tone::accent, "do", "save");
                    submit_button(h, said(call, plan ? "preview.again" : "preview.see"),
                                  plan ? Variant::secondary : Variant::primary, Tone::accent, "do", "preview");
                });
            });
        },
        state.problems.empty() ? 200 : 422);
}

// Closures.

std::vector<Option> site_options(module::Call& call) {
    std::vector<Option> options = {{"", said(call, "closures.every_site")}};
    for (const Site& site : list_sites(call.room(), {}, call.today(), 0, 1000).sites)
        options.push_back({site.id.text(), site.name});
    return options;
}

void closure_rows(module::Call& call, Html& h) {
    const Table frame{.caption = said(call, "closures.coming"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "hours.days")},
                                  {.label = said(call, "field.site")},
                                  {.label = said(call, "field.reason")},
                                  {.label = said(call, "closures.remove"), .hide_label = true}},
                      .empty = said(call, "closures.none")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const ListedClosure& one : list_closures(call.room(), call.today().plus_days(-30)))
            rows.row({[&] { period(h, call.words, one.closure.days); },
                      [&] {
                          if (one.closure.site)
                              name(h, one.site_name);
                          else
                              h.text(said(call, "closures.every_site"));
                      },
                      one.closure.reason,
                      [&] {
                          confirm(h, call.words,
                                  {.id = "remove-" + one.closure.id.text(),
                                   .opener = said(call, "closures.remove"),
                                   .title = said(call, "closures.remove.title"),
                                   .text = said(call, "closures.remove.text"),
                                   .csrf = call.csrf,
                                   .action = call.link("/advice/closures/" + one.closure.id.text() + "/remove")});
                      }});
    });
}

Response show_closures(module::Call& call, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const module::PageHead head{.title = said(call, "closures.title"),
                                .crumbs = {{said(call, "start.title"), call.link("/advice")}},
                                .lead = said(call, "closures.lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            error_summary(h, state);
            section(h, said(call, "closures.coming"), [&] { closure_rows(call, h); });
            section(h, said(call, "closures.add"), [&] {
                form(h, call.csrf, call.link("/advice/closures"), [&] {
                    select_field(h, state,
                                 {.name = "site",
                                  .label = said(call, "field.site"),
                                  .fallback = std::string(call.request.query.get("site"))},
                                 site_options(call));
                    date_field(h, state, {.name = "first", .label = said(call, "field.first"), .width = Width::medium});
                    date_field(
                        h, state,
                        {.name = "last", .label = said(call, "field.last"), .optional = true, .width = Width::medium});
                    text_field(h, state,
                               {.name = "reason",
                                .label = said(call, "field.reason"),
                                .description = said(call, "field.reason.hint"),
                                .max_length = 200});
                    actions(h, [&] { submit_button(h, said(call, "closures.do")); });
                });
            });
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

Response hours_page(module::Call& call) {
    const auto site = site_of_path(call);
    if (!site) return module::not_found(call);
    const std::string rule(call.request.query.get("rule"));
    const HoursVerb verb = verb_of(call.request.query.get("verb"), rule);
    if (verb == HoursVerb::add) return show_hours(call, *site, verb, "", {call.words});
    const auto hours = hours_of(call.room(), *site, call.today());
    const auto found = std::ranges::find(hours.rules, rule, [](const WeeklyRule& one) { return one.id.text(); });
    if (found == hours.rules.end()) return module::not_found(call);
    if (verb == HoursVerb::end) return show_hours(call, *site, verb, rule, {call.words});
    return show_hours(call, *site, verb, rule, {call.words, hours_values(call, *found)});
}

Response change_hours_now(module::Call& call) {
    const auto site = site_of_path(call);
    if (!site) return module::not_found(call);
    const HoursInput input = hours_typed(call);
    if (typed(call, "do") != "save") {
        const auto plan = preview_hours(call.room(), call.caller, call.today(), site->id, input);
        if (!plan) return show_hours(call, *site, input.verb, input.rule, shown_again(call, plan.problems()));
        return show_hours(call, *site, input.verb, input.rule, shown_again(call, {}), &*plan);
    }
    const auto done = change_hours(call.room(), call.caller, call.today(), site->id, input);
    if (!done) return show_hours(call, *site, input.verb, input.rule, shown_again(call, done.problems()));
    return call.done(call.link("/advice/sites/" + site->id.text()), "advice.sites.hours.saved");
}

Response closures_page(module::Call& call) {
    return show_closures(call, {call.words});
}
Response new_closure(module::Call& call) {
    const auto added =
        add_closure(call.room(), call.caller, call.today(),
                    {typed(call, "site"), typed(call, "first"), typed(call, "last"), typed(call, "reason")});
    if (!added) return show_closures(call, shown_again(call, added.problems()));
    return call.done(call.link("/advice/closures"), "advice.sites.closures.saved");
}
Response remove_closure_now(module::Call& call) {
    const auto id = ClosureId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto removed = remove_closure(call.room(), call.caller, call.today(), *id);
    if (!removed) return module::not_found(call);
    return call.done(call.link("/advice/closures"), "advice.sites.closures.removed");
}

}  // namespace samrum::advice::sites
