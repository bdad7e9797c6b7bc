// Numbers and series, the information management plan, disposals.
#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"
#include "registry/actions_plan.hpp"
#include "registry/model_number.hpp"
#include "registry/pages.hpp"
#include "registry/pages_parts.hpp"
#include "registry/rules_register.hpp"

#include <algorithm>

namespace samrum::registry {
namespace {

using module::Call;
using web::Html;
using web::Tone;

bool may_keep_here(Call& call) {
    return in_use(call.room()) && module::may_anywhere(call.caller, kKeepRegistry);
}

/// The form's own state when the problems are of it.
web::FormState state_for(const Call& call, std::string_view name, const base::Problems& problems) {
    return typed(call, "form") == name ? web::FormState{call.words, call.request.form, problems}
                                       : web::FormState{call.words, {}, {}};
}

std::string next_of(Call& call, const Series& one) {
    const NumberTemplate shape = NumberTemplate::parse(one.shape).value();
    const int year = shape.has_year() ? call.today().year() : 0;
    const bool first_year = !shape.has_year() || year == one.begun_on.year();
    return shape.number(year, std::max(last_ordinal(call.room(), one.id, year), first_year ? one.first - 1 : 0) + 1);
}

void series_part(Html& h, Call& call, bool may_keep, const base::Problems& problems) {
    web::section(h, said(call, "series.title"), [&] {
        for (const Series& one : load_series(call.room())) {
            web::heading(h, 3, one.name);
            web::paragraph(h, [&] {
                web::isolated(h, one.shape);
                h.text(", " + said(call, "series.begun", {{"day", call.words.date(one.begun_on)}}) + ". ");
                h.text(one.closed ? said(call, "series.closed")
                                  : said(call, "series.next", {{"number", next_of(call, one)}}));
            });
            if (may_keep && !one.closed)
                web::form(h, call.csrf, call.link("/registry/numbers"), [&] {
                    web::hidden(h, "form", "end");
                    web::hidden(h, "series", one.id.text());
                    web::submit_button(h, said(call, "series.end"), web::Variant::tertiary);
                });
        }
        if (!may_keep) return;
        const auto state = state_for(call, "begin", problems);
        web::details(
            h, said(call, "series.begin"),
            [&] {
                web::form(h, call.csrf, call.link("/registry/numbers"), [&] {
                    web::hidden(h, "form", "begin");
                    web::text_field(h, state, {.name = "name", .label = said(call, "on.name"), .max_length = 100});
                    web::text_field(h, state,
                                    {.name = "shape",
                                     .label = said(call, "on.shape"),
                                     .description = said(call, "on.shape_help"),
                                     .max_length = 40,
                                     .width = web::Width::medium});
                    web::number_field(h, state,
                                      {.name = "first",
                                       .label = said(call, "on.first"),
                                       .fallback = "1",
                                       .width = web::Width::narrow});
                    web::submit_button(h, said(call, "series.begin"), web::Variant::secondary);
                });
            },
            !state.problems.empty());
    });
}

void give_and_cancel(Html& h, Call& call, const base::Problems& problems) {
    const auto give = state_for(call, "give", problems);
    web::section(h, said(call, "numbers.give"), [&] {
        web::form(h, call.csrf, call.link("/registry/numbers"), [&] {
            web::hidden(h, "form", "give");
            web::text_field(h, give, {.name = "about", .label = said(call, "numbers.about"), .max_length = 200});
            web::submit_button(h, said(call, "numbers.give"), web::Variant::secondary);
        });
    });
    const auto older = state_for(call, "older", problems);
    web::details(
        h, said(call, "older.title"),
        [&] {
            web::paragraph(h, said(call, "older.lead"));
            web::form(h, call.csrf, call.link("/registry/numbers"), [&] {
                web::hidden(h, "form", "older");
                web::text_field(h, older,
                                {.name = "older_number",
                                 .label = said(call, "column.number"),
                                 .max_length = 40,
                                 .width = web::Width::medium});
                web::text_field(h, older,
                                {.name = "older_about", .label = said(call, "numbers.about"), .max_length = 200});
                web::date_field(
                    h, older,
                    {.name = "opened_on", .label = said(call, "numbers.opened"), .width = web::Width::medium});
                web::submit_button(h, said(call, "older.enter"), web::Variant::secondary);
            });
        },
        !older.problems.empty());
    const auto cancel = state_for(call, "cancel", problems);
    web::details(
        h, said(call, "numbers.cancel_title"),
        [&] {
            web::form(h, call.csrf, call.link("/registry/numbers"), [&] {
                web::hidden(h, "form", "cancel");
                web::text_field(h, cancel,
                                {.name = "number",
                                 .label = said(call, "numbers.cancel_number"),
                                 .max_length = 40,
                                 .width = web::Width::medium});
                web::text_field(h, cancel,
                                {.name = "why", .label = said(call, "numbers.cancel_why"), .max_length = 200});
                web::submit_button(h, said(call, "numbers.cancel"), web::Variant::secondary, Tone::danger);
            });
        },
        !cancel.problems.empty());
}

/// Whether a number stands, and whether it was given in the registry before this one.
std::string state_words(const Call& call, const std::vector<Series>& all, const Case& one) {
    if (one.is_cancelled()) return said(call, "cancelled") + ": " + one.cancelled_why;
    const auto series = std::ranges::find(all, one.series, &Series::id);
    const bool older = series != all.end() && is_older(*series, one.year, one.ordinal);
    return said(call, older ? "older.stands" : "numbers.stands");
}

web::Response show_numbers(Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return *std::move(refused);
    const bool may_keep = may_keep_here(call);
    const web::ListView view = web::list_view(call.request.query, {});
    return module::page(
        call,
        {.title = said(call, "numbers"),
         .crumbs = {{said(call, "title"), call.link("/registry")}},
         .lead = said(call, "numbers.lead"),
         .wide = true},
        [&](Html& h) {
            web::error_summary(h, {call.words, {}, problems});
            if (may_keep) give_and_cancel(h, call, problems);
            web::table(h, call.words,
                       {.caption = said(call, "numbers"),
                        .columns = {{.label = said(call, "column.number")},
                                    {.label = said(call, "numbers.about")},
                                    {.label = said(call, "numbers.opened")},
                                    {.label = said(call, "numbers.state")}},
                        .view = view,
                        .total = count_cases(call.room()),
                        .path = call.link("/registry/numbers"),
                        .empty = said(call, "numbers.none_why")},
                       [&](web::Rows& rows) {
                           const auto series = load_series(call.room());
                           for (const Case& one : load_cases(call.room(), view.offset(), view.page_size))
                               rows.row({[&h, &one] { web::isolated(h, one.number); }, one.about,
                                         [&h, &call, &one] { web::date(h, call.words, one.opened_on); },
                                         state_words(call, series, one)});
                       });
            series_part(h, call, may_keep, problems);
        },
        problems.empty() ? 200 : 422);
}

std::string kept_words(const Call& call, const Rule& rule) {
    return rule.years ? said(call, "plan.years", {{"years", std::int64_t{*rule.years}}}) : said(call, "plan.forever");
}

void rule_form(Html& h, Call& call, const Rule* rule, const base::Problems& problems) {
    const std::string name = rule ? rule->id.text() : "new";
    auto state = state_for(call, name, problems);
    if (state.problems.empty() && rule) {
        state.values.add("what", rule->what);
        state.values.add("years", rule->years ? std::to_string(*rule->years) : "");
        state.values.add("decided", rule->decided);
    }
    web::details(
        h, rule ? said(call, "plan.edit_of", {{"what", rule->what}}) : said(call, "plan.add"),
        [&] {
            web::form(h, call.csrf, call.link("/registry/plan"), [&] {
                web::hidden(h, "form", name);
                if (rule) web::hidden(h, "revision", std::to_string(rule->revision));
                web::text_field(h, state, {.name = "what", .label = said(call, "plan.what"), .max_length = 200});
                web::number_field(h, state,
                                  {.name = "years",
                                   .label = said(call, "plan.years_field"),
                                   .description = said(call, "plan.years_help"),
                                   .optional = true,
                                   .width = web::Width::narrow});
                web::text_field(h, state,
                                {.name = "decided",
                                 .label = said(call, "plan.decided"),
                                 .description = said(call, "plan.decided_help"),
                                 .optional = true,
                                 .max_length = 200});
                web::submit_button(h, said(call, "save"), web::Variant::secondary);
            });
        },
        rule || !state.problems.empty());
}

void dispose_form(Html& h, Call& call, const Rule& rule, const base::Problems& problems) {
    const auto state = state_for(call, "dispose-" + rule.id.text(), problems);
    web::section(h, said(call, "plan.dispose_title", {{"what", rule.what}}), [&] {
        web::paragraph(h, said(call, "plan.dispose_text"));
        web::form(h, call.csrf, call.link("/registry/plan/" + rule.id.text() + "/dispose"), [&] {
            web::hidden(h, "form", "dispose-" + rule.id.text());
            web::text_field(h, state, {.name = "decision", .label = said(call, "plan.decision"), .max_length = 200});
            web::date_field(
                h, state, {.name = "decided_on", .label = said(call, "plan.decided_on"), .width = web::Width::medium});
            web::submit_button(h, said(call, "plan.dispose"), web::Variant::primary, Tone::danger);
        });
    });
}

void plan_links(Html& h, const Call& call, const PlanLine& one, bool may_keep) {
    if (!may_keep) return;
    const auto to = [&](const char* what) {
        return call.link("/registry/plan?" + std::string(what) + "=" + one.rule.id.text());
    };
    web::link(h, to("edit"), said(call, "plan.edit_of", {{"what", one.rule.what}}));
    if (one.due == 0) return;
    h.text(" ");
    web::link(h, to("dispose"), said(call, "plan.dispose_title", {{"what", one.rule.what}}));
}

/// One form at a time: the rule that the query names, or a new one; and a disposal where one is asked for.
void plan_forms(Html& h, Call& call, const Plan& plan, const base::Problems& problems) {
    const std::string form = typed(call, "form");
    const std::string edited = form.empty() ? std::string(call.request.query.get("edit")) : form;
    const std::string disposed = form.empty() ? std::string(call.request.query.get("dispose")) : form;
    const Rule* rule = nullptr;
    for (const PlanLine& one : plan.lines) {
        if (one.rule.id.text() == edited) rule = &one.rule;
        if (one.due > 0 && (disposed == one.rule.id.text() || disposed == "dispose-" + one.rule.id.text()))
            return dispose_form(h, call, one.rule, problems);
    }
    rule_form(h, call, rule, problems);
}

web::Response show_plan(Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return *std::move(refused);
    const auto plan = read_plan(call.room(), call.caller, call.today());
    if (!plan) return module::not_found(call);
    const bool may_keep = may_keep_here(call);
    return module::page(
        call,
        {.title = said(call, "plan"),
         .crumbs = {{said(call, "title"), call.link("/registry")}},
         .lead = said(call, "plan.lead"),
         .wide = true},
        [&](Html& h) {
            web::error_summary(h, {call.words, {}, problems});
            web::table(h, call.words,
                       {.caption = said(call, "plan"),
                        .hide_caption = true,
                        .columns = {{.label = said(call, "plan.what")},
                                    {.label = said(call, "plan.kept")},
                                    {.label = said(call, "plan.decided")},
                                    {.label = said(call, "plan.due"), .numeric = true},
                                    {.label = said(call, "plan.edit"), .hide_label = true}}},
                       [&](web::Rows& rows) {
                           for (const PlanLine& one : plan->lines)
                               rows.row({one.rule.what, kept_words(call, one.rule),
                                         one.rule.decided.empty() ? said(call, "plan.proposal") : one.rule.decided,
                                         [&h, &call, &one] { web::number(h, call.words, one.due); },
                                         [&h, &call, &one, may_keep] { plan_links(h, call, one, may_keep); }});
                       });
            if (may_keep) plan_forms(h, call, *plan, problems);
            web::section(h, said(call, "plan.disposals"), [&] {
                if (plan->disposals.empty()) return web::paragraph(h, said(call, "plan.disposals_none"));
                web::table(
                    h, call.words,
                    {.caption = said(call, "plan.disposals"),
                     .hide_caption = true,
                     .columns = {{.label = said(call, "plan.decision")},
                                 {.label = said(call, "plan.decided_on")},
                                 {.label = said(call, "plan.carried_out")},
                                 {.label = said(call, "plan.by")},
                                 {.label = said(call, "plan.count"), .numeric = true}}},
                    [&](web::Rows& rows) {
                        for (const Disposal& one : plan->disposals)
                            rows.row({one.decision, [&h, &call, &one] { web::date(h, call.words, one.decided_on); },
                                      [&h, &call, &one] { web::date(h, call.words, one.carried_out_on); }, one.by,
                                      [&h, &call, &one] { web::number(h, call.words, one.documents); }});
                    });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

namespace {

/// A page has each field's name once: those of the older case are told apart from those of the new one.
base::Result<base::Done> older_case(Call& call) {
    const auto done = enter_older_case(call.room(), call.caller, typed(call, "older_number"),
                                       typed(call, "older_about"), typed(call, "opened_on"));
    base::Problems problems = done.problems();
    for (base::Problem& one : problems)
        if (one.field == "number" || one.field == "about") one.field = "older_" + one.field;
    return problems.empty() ? done : base::Result<base::Done>(problems);
}

}  // namespace

web::Response numbers_page(Call& call) {
    return show_numbers(call, {});
}

web::Response numbers_now(Call& call) {
    const std::string form = typed(call, "form");
    base::Result<base::Done> done = module::refusal();
    if (form == "give") {
        const auto number = open_case(call.room(), call.caller, call.today(), typed(call, "about"), std::nullopt);
        done = number ? base::Result<base::Done>(base::Done{}) : number.problems();
    } else if (form == "cancel") {
        const auto found = load_case(call.room(), base::trim(typed(call, "number")));
        done = found ? cancel_number(call.room(), call.caller, found->id, typed(call, "why"))
                     : base::problem("number", "registry.document.no_such_number", {{"number", typed(call, "number")}});
    } else if (form == "older") {
        done = older_case(call);
    } else if (form == "begin") {
        done = begin_series(call.room(), call.caller, call.today(),
                            {typed(call, "name"), typed(call, "shape"), typed(call, "first")});
    } else if (const auto id = SeriesId::parse(typed(call, "series")); form == "end" && id) {
        done = end_series(call.room(), call.caller, *id);
    }
    return done ? call.done(call.link("/registry/numbers"), "registry.flash.saved")
                : show_numbers(call, done.problems());
}

web::Response plan_page(Call& call) {
    return show_plan(call, {});
}

web::Response save_rule_now(Call& call) {
    const std::string form = typed(call, "form");
    const auto done = save_rule(call.room(), call.caller,
                                {form == "new" ? "" : form, typed(call, "what"), typed(call, "years"),
                                 typed(call, "decided"), base::whole_number(typed(call, "revision")).value_or(0)});
    return done ? call.done(call.link("/registry/plan"), "registry.flash.saved") : show_plan(call, done.problems());
}

web::Response dispose_now(Call& call) {
    const auto id = RuleId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto done =
        dispose(call.room(), call.caller, call.today(), *id, typed(call, "decision"), typed(call, "decided_on"));
    return done ? call.done(call.link("/registry/plan"), "registry.flash.disposed") : show_plan(call, done.problems());
}

}  // namespace samrum::registry
