// The referral directory: kept by those who advise, read by anybody.
#include "advice/sheets/actions_unit.hpp"
#include "advice/sheets/pages.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/module/page.hpp"

namespace samrum::advice::sheets {
namespace {

using namespace web;

constexpr int kUnitsOnPage = 25;

std::string told(const module::Call& call, std::string_view key) {
    return call.words("advice.units." + std::string(key));
}

UnitSearch search_in(const Fields& query) {
    UnitSearch search;
    search.topic = query.get("topic");
    search.language = query.get("language");
    search.type = query.get("type");
    return search;
}

/// The words of codes, with a comma between.
std::string listed(const text::Words& words, std::string_view family, const std::vector<std::string>& codes) {
    std::string text;
    for (const std::string& code : codes) text += (text.empty() ? "" : ", ") + coded(words, family, code);
    return text;
}
std::vector<std::string> codes_in(const std::vector<Topic>& topics) {
    std::vector<std::string> codes;
    codes.reserve(topics.size());
    for (const Topic topic : topics) codes.emplace_back(code_of(topic));
    return codes;
}

void search_form(module::Call& call, Html& h, const UnitPage& page, std::string_view path) {
    const FormState state{call.words, call.request.query};
    query_form(h, call.link(path), [&] {
        search_field(h, state, {.name = "q", .label = told(call, "search"), .optional = true});
        auto topic_choice = coded_options(call.words, "topic", topics());
        topic_choice.insert(topic_choice.begin(), Option{"", told(call, "any"), {}});
        select_field(h, state, {.name = "topic", .label = told(call, "topic"), .optional = true}, topic_choice);
        select_field(h, state, {.name = "language", .label = told(call, "language"), .optional = true},
                     language_options(call.words, told(call, "any")));
        if (page.municipalities.size() > 1) {
            std::vector<Option> options{{"", told(call, "any"), {}}};
            for (const std::string& one : page.municipalities) options.push_back({one, one, {}});
            select_field(h, state, {.name = "municipality", .label = told(call, "municipality"), .optional = true},
                         options);
        }
        submit_button(h, told(call, "show"), Variant::secondary);
    });
}

void freshness(module::Call& call, Html& h, const Unit& unit) {
    small_print(h, [&] {
        h.text(told(call, "revised") + " ");
        date(h, call.words, unit.revised_on);
        if (!is_stale(unit, call.today())) return;
        h.text(" ");
        badge(h, Tone::warning, told(call, "stale"));
    });
}

void unit_facts(module::Call& call, Html& h, const Unit& unit) {
    const auto& words = call.words;
    if (!unit.description.empty()) paragraph(h, unit.description);
    std::vector<Term> terms;
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) terms.push_back({told(call, key), text});
    };
    add("type", coded(words, "unit_type", code_of(unit.type)));
    if (unit.organisation) terms.push_back({told(call, "organisation"), [&] { name(h, *unit.organisation); }});
    add("topics", listed(words, "topic", codes_in(unit.topics)));
    add("languages", listed(words, "language", unit.languages));
    add("hours", unit.hours);
    if (!unit.address.empty()) terms.push_back({told(call, "address"), [&] { name(h, unit.address); }});
    if (!unit.phone.empty()) terms.push_back({told(call, "phone"), [&] { isolated(h, unit.phone); }});
    if (!unit.email.empty())
        terms.push_back({told(call, "email"), [&] { link(h, "mailto:" + unit.email, unit.email); }});
    if (!unit.website.empty()) terms.push_back({told(call, "website"), [&] { link(h, unit.website, unit.website); }});
    add("municipality", unit.municipality);
    definition_list(h, terms);
    freshness(call, h, unit);
}

UnitPage searched(module::Call& call, const ListView& view) {
    const auto& query = call.request.query;
    return find_units(call.room(), query.get("municipality"), query.get("q"), search_in(query), view.page_size,
                      view.offset());
}

Table unit_table(module::Call& call, std::string_view path, const ListView& view, const UnitPage& page) {
    Table table{.caption = told(call, "title"), .hide_caption = true};
    table.columns = {{.label = told(call, "name")},
                     {.label = told(call, "topics")},
                     {.label = told(call, "languages")},
                     {.label = told(call, "municipality")},
                     {.label = told(call, "revised")}};
    table.view = view;
    table.total = page.total;
    table.path = call.link(path);
    table.query = call.request.query;
    return table;
}

/// Earlier and later cards of the public directory, with the same search.
void page_links(module::Call& call, Html& h, const ListView& view, const UnitPage& page) {
    const auto to = [&](int number, const char* label) {
        Fields query;
        for (const auto& [field, value] : call.request.query.all())
            if (field != "page") query.add(field, value);
        query.add("page", std::to_string(number));
        link_button(h, call.link("/help?" + query.encoded()), told(call, label), Variant::secondary);
    };
    actions(h, [&] {
        if (view.page > 1) to(view.page - 1, "page.before");
        if (view.offset() + view.page_size < page.total) to(view.page + 1, "page.after");
    });
}

/// The fields of a unit's form that are one text.
constexpr std::pair<const char*, std::string UnitDraft::*> kTexts[] = {
    {"type", &UnitDraft::type},
    {"name", &UnitDraft::name},
    {"organisation", &UnitDraft::organisation},
    {"description", &UnitDraft::description},
    {"address", &UnitDraft::address},
    {"phone", &UnitDraft::phone},
    {"email", &UnitDraft::email},
    {"website", &UnitDraft::website},
    {"hours", &UnitDraft::hours},
    {"municipality", &UnitDraft::municipality},
    {"closed_on", &UnitDraft::closed_on},
};

UnitDraft unit_draft_in(const Fields& fields) {
    UnitDraft draft;
    for (const auto& [name, part] : kTexts) draft.*part = fields.get(name);
    for (const auto one : fields.every("languages")) draft.languages.emplace_back(one);
    for (const auto one : fields.every("topics")) draft.topics.emplace_back(one);
    return draft;
}

Fields unit_fields_in(const UnitDraft& draft) {
    Fields fields;
    for (const auto& [name, part] : kTexts) fields.add(name, draft.*part);
    for (const auto& one : draft.languages) fields.add("languages", one);
    for (const auto& one : draft.topics) fields.add("topics", one);
    return fields;
}

void unit_form_fields(module::Call& call, Html& h, const FormState& state, bool fresh) {
    const auto text = [&](const char* field, bool optional = true, const char* mode = "") {
        text_field(h, state, {.name = field, .label = told(call, field), .optional = optional, .input_mode = mode});
    };
    text("name", false);
    select_field(h, state, {.name = "type", .label = told(call, "type")},
                 coded_options(call.words, "unit_type", unit_types()));
    text("municipality", false);
    text("organisation");
    text_area(h, state,
              {.name = "description",
               .label = told(call, "description"),
               .description = told(call, "description_help"),
               .optional = true});
    h(tag::div, attr::cls("s-choices"), [&] {
        checkbox_fields(h, state, {.name = "topics", .label = told(call, "topics"), .optional = true},
                        coded_options(call.words, "topic", topics()));
    });
    details(h, told(call, "languages"), [&] {
        h(tag::div, attr::cls("s-choices"), [&] {
            checkbox_fields(h, state, {.name = "languages", .label = told(call, "languages"), .optional = true},
                            language_options(call.words));
        });
    });
    text_area(h, state, {.name = "hours", .label = told(call, "hours"), .optional = true}, 2);
    text("address");
    text("phone", true, "tel");
    text("email", true, "email");
    text("website", true, "url");
    if (!fresh) date_field(h, state, {.name = "closed_on", .label = told(call, "closed_on"), .optional = true});
}

std::vector<std::pair<std::string, std::string>> unit_crumbs(const module::Call& call) {
    return {{told(call, "title"), call.link("/advice/units")}};
}

Response show_new_unit(module::Call& call, const FormState& state, int status) {
    return module::page(
        call, {.title = told(call, "new"), .crumbs = unit_crumbs(call), .lead = told(call, "public_facts")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link("/advice/units/new"), [&] {
                unit_form_fields(call, h, state, true);
                submit_button(h, told(call, "save"));
            });
        },
        status);
}

void months_part(module::Call& call, Html& h, const FormState& state, const Unit& unit) {
    section(h, told(call, "months"), [&] {
        paragraph(h, told(call, "months_lead"));
        table(h, call.words,
              {.caption = told(call, "months"),
               .hide_caption = true,
               .columns = {{.label = told(call, "month")},
                           {.label = told(call, "direction")},
                           {.label = told(call, "n"), .numeric = true}},
               .empty = [&] { small_print(h, told(call, "months_none")); }},
              [&](Rows& rows) {
                  for (const UnitMonth& one : unit_months(call.room(), unit.id))
                      rows.row({call.words.month(one.month), told(call, code_of(one.direction)),
                                [&, n = one.n] { number(h, call.words, n); }});
              });
        if (!may(call.caller, kRunAdvice)) return;
        details(
            h, told(call, "month_state"),
            [&] {
                form(h, call.csrf, call.link("/advice/units/" + unit.id.text() + "/month"), [&] {
                    text_field(h, state,
                               {.name = "month",
                                .label = told(call, "month"),
                                .description = told(call, "month_help"),
                                .width = Width::narrow});
                    radio_fields(
                        h, state, {.name = "direction", .label = told(call, "direction"), .fallback = "received"},
                        {{"received", told(call, "received"), {}}, {"sent_here", told(call, "sent_here"), {}}});
                    number_field(h, state, {.name = "n", .label = told(call, "n"), .width = Width::narrow});
                    submit_button(h, told(call, "save"), Variant::secondary);
                });
            },
            !state.problems.empty());
    });
}

Response show_unit(module::Call& call, const FormState* again, int status) {
    const auto id = UnitId::parse(call.part("id"));
    const auto unit = id && may(call.caller, kAdvise) ? load_unit(call.room(), *id) : std::nullopt;
    if (!unit) return module::not_found(call);
    const FormState fresh{call.words, unit_fields_in(draft_of(*unit))};
    const FormState& state = again ? *again : fresh;
    const std::string path = call.link("/advice/units/" + unit->id.text());
    return module::page(
        call, {.title = unit->name, .crumbs = unit_crumbs(call)},
        [&](Html& h) {
            error_summary(h, state);
            unit_facts(call, h, *unit);
            form(h, call.csrf, path + "/confirm", [&] { submit_button(h, told(call, "confirm"), Variant::secondary); });
            months_part(call, h, state, *unit);
            section(h, told(call, "revise"), [&] {
                form(h, call.csrf, path, [&] {
                    unit_form_fields(call, h, state, false);
                    submit_button(h, told(call, "save"));
                });
            });
        },
        status);
}

}  // namespace

Response units_page(module::Call& call) {
    const ListView view = list_view(call.request.query, {}, {.page_size = kUnitsOnPage});
    const UnitPage page = searched(call, view);
    return module::page(call, {.title = told(call, "title"), .lead = told(call, "lead"), .wide = true}, [&](Html& h) {
        actions(h, [&] {
            link_button(h, call.link("/advice/units/new"), told(call, "new"));
            link_button(h, call.link("/help"), told(call, "see_public"), Variant::secondary);
        });
        search_form(call, h, page, "/advice/units");
        Table frame = unit_table(call, "/advice/units", view, page);
        frame.empty = [&] { empty_state(h, told(call, "none"), told(call, "none_why")); };
        table(h, call.words, frame, [&](Rows& rows) {
            for (const Unit& one : page.units)
                rows.row({[&] { link(h, call.link("/advice/units/" + one.id.text()), one.name); },
                          listed(call.words, "topic", codes_in(one.topics)),
                          listed(call.words, "language", one.languages), one.municipality,
                          [&] {
                              date(h, call.words, one.revised_on);
                              if (is_stale(one, call.today()))
                                  h.text(" "), badge(h, Tone::warning, told(call, "stale"));
                          }});
        });
    });
}

Response help_page(module::Call& call) {
    const ListView view = list_view(call.request.query, {}, {.page_size = kUnitsOnPage});
    const UnitPage page = searched(call, view);
    return module::page(call,
                        {.title = told(call, "help.title"),
                         .lead = told(call, "help.lead"),
                         .description = told(call, "help.lead"),
                         .index = true},
                        [&](Html& h) {
                            search_form(call, h, page, "/help");
                            if (page.units.empty()) empty_state(h, told(call, "none"), told(call, "help.none_why"));
                            for (const Unit& one : page.units)
                                card(h, {.title = one.name, .content = [&] { unit_facts(call, h, one); }});
                            page_links(call, h, view, page);
                            small_print(h, [&] {
                                h.text(told(call, "help.data") + " ");
                                link(h, call.link("/hsds"), "Open Referral HSDS 3");
                            });
                        });
}

Response unit_page(module::Call& call) {
    return show_unit(call, nullptr, 200);
}
Response new_unit_page(module::Call& call) {
    return show_new_unit(call, {call.words}, 200);
}

Response new_unit_action(module::Call& call) {
    const auto& fields = call.request.form;
    const auto added = add_unit(call.room(), call.caller, call.today(), unit_draft_in(fields));
    if (!added) {
        if (auto refused = module::refused_page(call, added.problems())) return std::move(*refused);
        return show_new_unit(call, {call.words, fields, added.problems()}, 422);
    }
    return call.done(call.link("/advice/units/" + added->text()), "advice.units.flash.saved");
}

Response revise_unit_action(module::Call& call) {
    const auto id = UnitId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto& fields = call.request.form;
    const auto revised = revise_unit(call.room(), call.caller, call.today(), *id, unit_draft_in(fields));
    if (!revised) {
        if (auto refused = module::refused_page(call, revised.problems())) return std::move(*refused);
        const FormState again{call.words, fields, revised.problems()};
        return show_unit(call, &again, 422);
    }
    return call.done(call.link("/advice/units/" + id->text()), "advice.units.flash.saved");
}

Response confirm_unit_action(module::Call& call) {
    const auto id = UnitId::parse(call.part("id"));
    if (!id || !confirm_unit(call.room(), call.caller, call.today(), *id)) return module::not_found(call);
    return call.done(call.link("/advice/units/" + id->text()), "advice.units.flash.confirmed");
}

Response unit_month_action(module::Call& call) {
    const auto id = UnitId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto& fields = call.request.form;
    const auto stated = state_unit_month(call.room(), call.caller, call.today(), *id, fields.get("month"),
                                         fields.get("direction"), fields.get("n"));
    if (!stated) {
        if (auto refused = module::refused_page(call, stated.problems())) return std::move(*refused);
        const auto unit = load_unit(call.room(), *id);
        Fields values = unit ? unit_fields_in(draft_of(*unit)) : Fields();
        for (const char* name : {"month", "direction", "n"}) values.add(name, std::string(fields.get(name)));
        const FormState again{call.words, values, stated.problems()};
        return show_unit(call, &again, 422);
    }
    return call.done(call.link("/advice/units/" + id->text()), "advice.units.flash.month");
}

}  // namespace samrum::advice::sheets
