// The registry in its room: switched on and off, the list, documents one by one.
#include "foundation/base/number.hpp"
#include "registry/actions_plan.hpp"
#include "registry/pages.hpp"
#include "registry/pages_parts.hpp"

namespace samrum::registry {
namespace {

using module::Call;
using web::Html;
using web::Tone;

/// The plan that a room begins with: a proposal, in the words of the authority's language, to be edited and decided.
std::vector<Rule> starting_plan(const Call& call) {
    struct Start {
        std::string_view what;
        std::optional<int> years;
    };
    constexpr Start kStart[] = {{"agreements", {}},   {"reports", {}}, {"memos", {}},
                                {"applications", 10}, {"refused", 2},  {"accounts", 7}};
    const auto& words = call.house.catalogues->words("sv");
    std::vector<Rule> plan;
    for (const Start& one : kStart)
        plan.push_back({RuleId::ordered(), words("registry.start." + std::string(one.what)), one.years, "", 1});
    return plan;
}

std::vector<web::Option> rule_options(Call& call) {
    std::vector<web::Option> options{{"", said(call, "field.rule_none"), ""}};
    for (const Rule& one : load_rules(call.room())) options.push_back({one.id.text(), one.what, ""});
    return options;
}
std::vector<web::Option> direction_options(const Call& call) {
    std::vector<web::Option> options;
    for (const std::string_view code : kDirectionCodes)
        options.push_back({std::string(code), said(call, "direction." + std::string(code)), ""});
    return options;
}

/// The facts that a form says. What cannot be read becomes a problem.
NewDocument facts_typed(const Call& call, base::ProblemList& problems) {
    NewDocument facts;
    facts.number = typed(call, "number");
    facts.direction = direction_of(typed(call, "direction")).value_or(Direction::in);
    const auto day = base::Date::parse(typed(call, "day"));
    if (day)
        facts.on = *day;
    else
        problems.add(base::problem("day", "registry.document.day_unreadable"));
    facts.counterpart = typed(call, "counterpart");
    facts.about = typed(call, "about");
    if (const auto rule = RuleId::parse(typed(call, "rule"))) facts.rule = *rule;
    if (typed(call, "mark") == "yes") {
        const auto on = base::Date::parse(typed(call, "marked_on"));
        if (!on) problems.add(base::problem("marked_on", "registry.document.day_unreadable"));
        facts.marking = Marking{typed(call, "provision"), on ? *on : base::Date{}, typed(call, "authority"),
                                typed(call, "hides_counterpart") == "yes", typed(call, "hides_about") == "yes"};
    }
    return facts;
}

void fact_fields(Html& h, Call& call, const web::FormState& state) {
    web::radio_fields(h, state, {.name = "direction", .label = said(call, "field.direction"), .fallback = "in"},
                      direction_options(call));
    web::date_field(
        h, state,
        {.name = "day", .label = said(call, "field.day"), .fallback = call.today().iso(), .width = web::Width::medium});
    web::text_field(
        h, state,
        {.name = "counterpart", .label = said(call, "field.counterpart"), .unmarked = true, .max_length = 200});
    web::text_field(h, state, {.name = "about", .label = said(call, "field.about"), .max_length = 200});
    web::select_field(h, state, {.name = "rule", .label = said(call, "field.rule"), .unmarked = true},
                      rule_options(call));
    web::checkbox(h, state,
                  {.name = "mark",
                   .label = said(call, "field.mark"),
                   .description = said(call, "field.mark_help"),
                   .optional = true,
                   .unmarked = true});
    web::field_group(h, said(call, "fact.marking"), [&] {
        web::text_field(h, state,
                        {.name = "provision",
                         .label = said(call, "field.provision"),
                         .unmarked = true,
                         .max_length = 100,
                         .width = web::Width::medium});
        web::date_field(h, state,
                        {.name = "marked_on",
                         .label = said(call, "field.marked_on"),
                         .unmarked = true,
                         .fallback = call.today().iso(),
                         .width = web::Width::medium});
        web::text_field(
            h, state,
            {.name = "authority", .label = said(call, "field.authority"), .unmarked = true, .max_length = 100});
        web::checkbox(h, state,
                      {.name = "hides_counterpart",
                       .label = said(call, "field.hides_counterpart"),
                       .optional = true,
                       .unmarked = true});
        web::checkbox(
            h, state,
            {.name = "hides_about", .label = said(call, "field.hides_about"), .optional = true, .unmarked = true});
    });
}

web::Fields fact_values(const Document& one) {
    web::Fields values;
    values.add("direction", std::string(code_of(one.direction)));
    values.add("day", one.on.iso());
    values.add("counterpart", one.counterpart);
    values.add("about", one.about);
    if (one.rule) values.add("rule", one.rule->text());
    if (!one.marking) return values;
    values.add("mark", "yes");
    values.add("provision", one.marking->provision);
    values.add("marked_on", one.marking->on.iso());
    values.add("authority", one.marking->authority);
    if (one.marking->hides_counterpart) values.add("hides_counterpart", "yes");
    if (one.marking->hides_about) values.add("hides_about", "yes");
    return values;
}

void row_of(web::Rows& rows, Html& h, Call& call, const Document& one) {
    rows.row({[&h, &call, &one] {
                  web::link(h, call.link("/registry/documents/" + one.id.text()),
                            [&h, &one] { web::isolated(h, one.number + " – " + std::to_string(one.position)); });
              },
              [&h, &call, &one] { web::date(h, call.words, one.on); },
              said(call, "direction." + std::string(code_of(one.direction))),
              [&h, &one] { one.counterpart.empty() ? h.text("–") : web::name(h, one.counterpart); },
              [&h, &call, &one] {
                  h.text(one.about);
                  if (one.marking) h.text(" "), web::badge(h, Tone::warning, said(call, "marked"));
                  if (one.disposal) h.text(" "), web::badge(h, Tone::neutral, said(call, "disposed"));
              }});
}

web::Response show_new(Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return *std::move(refused);
    const web::FormState state{call.words, call.request.form, problems};
    return module::page(
        call, {.title = said(call, "new"), .crumbs = {{said(call, "title"), call.link("/registry")}}},
        [&](Html& h) {
            web::error_summary(h, state);
            web::upload_form(h, call.csrf, call.link("/registry/new"), [&] {
                web::text_field(h, state,
                                {.name = "number",
                                 .label = said(call, "field.number"),
                                 .description = said(call, "field.number_help"),
                                 .optional = true,
                                 .max_length = 40,
                                 .width = web::Width::medium});
                std::vector<web::Option> series;
                for (const Series& one : load_series(call.room()))
                    if (!one.closed) series.push_back({one.id.text(), one.name + " (" + one.shape + ")", ""});
                if (series.size() > 1)
                    web::select_field(
                        h, state, {.name = "series", .label = said(call, "field.series"), .unmarked = true}, series);
                fact_fields(h, call, state);
                web::file_field(h, state, {.name = "file", .label = said(call, "field.file"), .optional = true});
                web::submit_button(h, said(call, "new"));
            });
        },
        problems.empty() ? 200 : 422);
}

std::optional<Document> document_of_path(Call& call) {
    const auto id = DocumentId::parse(call.part("id"));
    return id ? read_document(call.room(), call.caller, *id) : std::nullopt;
}

void document_facts(Html& h, Call& call, const Document& one) {
    std::vector<web::Term> terms{
        {said(call, "column.day"), [&] { web::date(h, call.words, one.on); }},
        {said(call, "column.direction"), said(call, "direction." + std::string(code_of(one.direction)))},
        {said(call, "column.counterpart"), one.counterpart.empty() ? "–" : one.counterpart},
        {said(call, "column.about"), one.about},
        {said(call, "fact.by"), one.registered_by}};
    if (one.rule)
        if (const auto rule = load_rule(call.room(), *one.rule)) terms.push_back({said(call, "fact.rule"), rule->what});
    if (one.file)
        terms.push_back({said(call, "fact.file"), [&] {
                             web::link(h, call.link("/registry/documents/" + one.id.text() + "/file"),
                                       said(call, "open_file"));
                         }});
    if (!one.link.empty())
        terms.push_back({said(call, "fact.link"), [&] { web::link(h, call.link(one.link), one.about); }});
    if (one.marking)
        terms.push_back({said(call, "fact.marking"), [&] {
                             h.text(said(call, "fact.marking_text",
                                         {{"provision", one.marking->provision},
                                          {"day", call.words.date(one.marking->on)},
                                          {"authority", one.marking->authority}}));
                             h.text(". " + said(call, "fact.tested_anew"));
                         }});
    web::definition_list(h, terms);
    if (one.disposal) web::notice(h, Tone::info, said(call, "disposed"), said(call, "fact.disposed"));
}

web::Response show_document(Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return *std::move(refused);
    const auto one = document_of_path(call);
    if (!one) return module::not_found(call);
    const std::string title =
        said(call, "document_of", {{"position", std::int64_t{one->position}}, {"number", one->number}});
    const web::FormState state{call.words, problems.empty() ? fact_values(*one) : call.request.form, problems};
    const bool may_keep = in_use(call.room()) && module::may_anywhere(call.caller, kKeepRegistry);
    return module::page(
        call, {.title = title, .crumbs = {{said(call, "title"), call.link("/registry")}}},
        [&](Html& h) {
            web::error_summary(h, state);
            web::section(h, said(call, "facts"), [&] { document_facts(h, call, *one); });
            if (!may_keep) return;
            web::section(h, said(call, "correct"), [&] {
                web::form(h, call.csrf, call.link("/registry/documents/" + one->id.text()), [&] {
                    web::hidden(h, "revision", std::to_string(one->revision));
                    fact_fields(h, call, state);
                    web::submit_button(h, said(call, "save"), web::Variant::secondary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

web::Response registry_page(Call& call) {
    const bool on = in_use(call.room());
    if (!on && load_series(call.room()).empty()) return off_page(call, {});
    const auto view = view_of(call);
    const auto found = list_documents(call.room(), call.caller, search_of(call, view));
    if (!found) return module::not_found(call);
    if (!on && found->total == 0) return off_page(call, {});
    const bool may_keep = on && module::may_anywhere(call.caller, kKeepRegistry);
    return module::page(
        call, {.title = said(call, "title"), .lead = said(call, on ? "lead" : "off.kept"), .wide = true}, [&](Html& h) {
            web::actions(h, [&] {
                if (may_keep) web::link_button(h, call.link("/registry/new"), said(call, "new"));
                web::link_button(h, call.link("/registry/numbers"), said(call, "numbers"), web::Variant::secondary);
                web::link_button(h, call.link("/registry/plan"), said(call, "plan"), web::Variant::secondary);
                if (on) web::link_button(h, call.link("/register"), said(call, "open_list"), web::Variant::tertiary);
            });
            search_form(h, call, call.link("/registry"));
            const std::string query = call.request.query.encoded();
            web::table(h, call.words,
                       {.caption = said(call, "list"),
                        .columns = list_columns(call),
                        .view = view,
                        .total = found->total,
                        .path = call.link("/registry"),
                        .query = call.request.query,
                        .export_href = call.link("/registry/list.csv") + (query.empty() ? "" : "?" + query),
                        .empty = said(call, "none.why")},
                       [&](web::Rows& rows) {
                           for (const Document& one : found->documents) row_of(rows, h, call, one);
                       });
            if (on)
                web::confirm(h, call.words,
                             {.id = "switch-off",
                              .opener = said(call, "switch_off"),
                              .title = said(call, "switch_off.title"),
                              .text = said(call, "switch_off.text"),
                              .csrf = call.csrf,
                              .action = call.link("/registry/off")});
            else
                web::form(h, call.csrf, call.link("/registry/on"),
                          [&] { web::submit_button(h, said(call, "on.submit")); });
        });
}

web::Response registry_file(Call& call) {
    Search search = search_of(call, view_of(call));
    search.offset = 0;
    search.limit = kMostExported;
    const auto found = list_documents(call.room(), call.caller, search);
    if (!found) return module::not_found(call);
    std::vector<PublicLine> lines;
    for (const Document& one : found->documents)
        lines.push_back({one.id.text(), one.on, one.number, one.position, one.direction, one.counterpart, one.about});
    auto response =
        web::Response::file(csv_of(call, lines), "text/csv; charset=utf-8", said(call, "public.file") + ".csv");
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

web::Response switch_on_now(Call& call) {
    const auto done = switch_on(call.room(), call.caller, call.today(),
                                {typed(call, "name"), typed(call, "shape"), typed(call, "first")}, starting_plan(call));
    return done ? call.done(call.link("/registry"), "registry.flash.on") : off_page(call, done.problems());
}

web::Response switch_off_now(Call& call) {
    const auto done = switch_off(call.room(), call.caller, call.today());
    return done ? call.done(call.link("/registry"), "registry.flash.off") : module::not_found(call);
}

web::Response new_document_page(Call& call) {
    if (!in_use(call.room())) return off_page(call, {});
    if (call.request.method != web::Method::post) return show_new(call, {});
    base::ProblemList problems;
    const NewDocument facts = facts_typed(call, problems);
    std::optional<NewFile> file;
    for (const web::Upload& upload : call.request.uploads)
        if (!upload.bytes.empty()) file = NewFile{upload.filename, upload.content_type, upload.bytes};
    std::optional<SeriesId> series;
    if (const auto chosen = SeriesId::parse(typed(call, "series"))) series = *chosen;
    if (!problems.empty()) {
        problems.add(judge_typed(facts, call.today()));
        return show_new(call, problems.all());
    }
    const auto done = add_document(call.room(), call.caller, call.today(), call.now(), facts, series, file);
    return done ? call.done(call.link("/registry/documents/" + done->text()), "registry.flash.registered")
                : show_new(call, done.problems());
}

web::Response document_page(Call& call) {
    if (call.request.method != web::Method::post) return show_document(call, {});
    const auto one = document_of_path(call);
    if (!one) return module::not_found(call);
    base::ProblemList problems;
    const NewDocument facts = facts_typed(call, problems);
    if (!problems.empty()) {
        problems.add(judge_typed(facts, call.today()));
        return show_document(call, problems.all());
    }
    const auto revision = base::whole_number(typed(call, "revision")).value_or(0);
    const auto done = correct_document(call.room(), call.caller, call.today(), one->id, revision, facts);
    return done ? call.done(call.link("/registry/documents/" + one->id.text()), "registry.flash.saved")
                : show_document(call, done.problems());
}

web::Response document_file(Call& call) {
    const auto id = DocumentId::parse(call.part("id"));
    auto file = id ? read_file(call.room(), call.caller, *id) : std::nullopt;
    if (!file) return module::not_found(call);
    auto response = web::Response::file(std::move(file->bytes), file->type, file->name);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

}  // namespace samrum::registry
