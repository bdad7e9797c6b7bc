// The persons of a room: for its own administrators and coordinators.
#include "directory/actions_person.hpp"
#include "directory/model_permissions.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

namespace samrum::directory {
namespace {

using namespace web;

std::vector<Column> people_columns(const Words& words) {
    return {{.label = words("directory.person.name"), .key = "name"},
            {.label = words("directory.person.functions")},
            {.label = words("directory.person.contact")},
            {.label = words("directory.person.since"), .key = "first"}};
}

/// A name, or that it is not shown, as a link to the person.
void name_cell(module::Call& call, Html& h, const PersonView& person) {
    const auto& words = call.words;
    link(h, call.link("/people/" + person.id.text()),
         [&] { person.name ? name(h, *person.name) : h.text(words("directory.person.protected")); });
    if (!person.synthetic) return;
    h.text(" ");
    badge(h, Tone::neutral, words("directory.synthetic"));
}

void functions_cell(Html& h, const PersonView& person) {
    bool first = true;
    for (const auto& one : person.functions) {
        if (!first) h.text(", ");
        first = false;
        name(h, one.function);
    }
}

void contact_cell(Html& h, const PersonView& person) {
    if (!person.email.empty()) isolated(h, person.email);
    if (!person.email.empty() && !person.phone.empty()) h(tag::br);
    if (!person.phone.empty()) isolated(h, person.phone);
}

void filter(module::Call& call, Html& h) {
    const auto& words = call.words;
    const FormState state{words, call.request.query};
    query_form(h, call.link("/people"), [&] {
        search_field(h, state, {.name = "search", .label = words("directory.person.search"), .optional = true});
        checkbox(h, state, {.name = "all", .label = words("directory.person.all"), .optional = true});
        actions(h, [&] { submit_button(h, words("directory.search"), Variant::secondary); });
    });
}

void person_fields(module::Call& call, Html& h, const FormState& state, bool hidden_now) {
    const auto& words = call.words;
    if (hidden_now)
        notice(h, Tone::info, words("directory.person.protected"), words("directory.person.protected.edit"));
    text_field(h, state,
               {.name = "name",
                .label = words("directory.person.name"),
                .optional = hidden_now,
                .autocomplete = "off",
                .max_length = 200});
    email_field(h, state,
                {.name = "email", .label = words("directory.account.email"), .optional = true, .autocomplete = "off"});
    text_field(h, state,
               {.name = "phone",
                .label = words("directory.person.phone.label"),
                .optional = true,
                .autocomplete = "off",
                .input_mode = "tel",
                .width = Width::medium});
    checkbox(h, state,
             {.name = "protected",
              .label = words("directory.person.protected.label"),
              .description = words("directory.person.protected.hint"),
              .optional = true});
}

void function_fields(module::Call& call, Html& h, const FormState& state) {
    const auto& words = call.words;
    text_field(h, state,
               {.name = "function",
                .label = words("directory.person.function"),
                .description = words("directory.person.function.hint"),
                .max_length = 80});
    date_field(h, state, {.name = "first", .label = words("directory.first"), .fallback = call.today().iso()});
    date_field(h, state,
               {.name = "last",
                .label = words("directory.last"),
                .description = words("directory.last.hint"),
                .optional = true});
}

PersonInput person_input(const module::Call& call) {
    return {typed(call, "name"), typed(call, "email"), typed(call, "phone"),
            call.request.form.get("protected") == "yes"};
}
FunctionInput function_input(const module::Call& call) {
    return {typed(call, "function"), typed(call, "first"), typed(call, "last")};
}

Response show_new_person(module::Call& call, const FormState& state) {
    const auto& words = call.words;
    return module::page(
        call,
        {.title = words("directory.person.new"),
         .crumbs = {{words("directory.people.title"), call.link("/people")}},
         .lead = words("directory.person.new.lead")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link("/people/new"), [&] {
                person_fields(call, h, state, false);
                field_group(h, words("directory.person.first_function"), [&] { function_fields(call, h, state); });
                actions(h, [&] { submit_button(h, words("directory.save")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

void function_row(module::Call& call, Html& h, Rows& rows, const PersonView& person, const PersonFunction& one) {
    const auto& words = call.words;
    const bool goes_on = !one.period.last() || *one.period.last() > call.today();
    rows.row({[&] { name(h, one.function); }, [&] { period(h, words, one.period); },
              [&] {
                  if (!goes_on) return;
                  form(h, call.csrf, call.link("/people/" + person.id.text() + "/functions/" + one.id.text() + "/end"),
                       [&] {
                           hidden(h, "last", call.today().iso());
                           submit_button(h, words("directory.person.function.end"), Variant::tertiary);
                       });
              }});
}

void functions(module::Call& call, Html& h, const PersonView& person, const FormState& state) {
    const auto& words = call.words;
    section(h, words("directory.person.functions"), [&] {
        const Table frame{.caption = words("directory.person.functions"),
                          .hide_caption = true,
                          .columns = {{.label = words("directory.person.function")},
                                      {.label = words("directory.period")},
                                      {.label = words("directory.person.function.end"), .hide_label = true}},
                          .empty = words("directory.person.no_functions")};
        table(h, words, frame, [&](Rows& rows) {
            for (const auto& one : person.functions) function_row(call, h, rows, person, one);
        });
        details(
            h, words("directory.person.function.add"),
            [&] {
                form(h, call.csrf, call.link("/people/" + person.id.text() + "/functions"), [&] {
                    function_fields(call, h, state);
                    actions(h, [&] { submit_button(h, words("directory.save")); });
                });
            },
            state.values.has("function"));
    });
}

void rights(module::Call& call, Html& h, const PersonView& person) {
    const auto& words = call.words;
    section(h, words("directory.person.rights"), [&] {
        if (person.kept_until)
            paragraph(h, words("directory.person.kept_until", {{"date", words.date(*person.kept_until)}}));
        if (!module::may_anywhere(call.caller, kErasePeople)) return;
        actions(h, [&] {
            link_button(h, call.link("/people/" + person.id.text() + "/extract"), words("directory.person.extract"),
                        Variant::secondary);
            confirm(h, words,
                    {.id = "erase",
                     .opener = words("directory.person.erase"),
                     .title = words("directory.person.erase.title"),
                     .text = words("directory.person.erase.text"),
                     .csrf = call.csrf,
                     .action = call.link("/people/" + person.id.text() + "/erase")});
        });
    });
}

/// The person of the path; nothing for an address that leads to none.
base::Result<std::optional<PersonView>> person_of(module::Call& call) {
    const auto id = PersonAliasId::parse(call.part("id"));
    return id ? open_person(call.room(), call.caller, call.house, *id)
              : base::Result<std::optional<PersonView>>{std::optional<PersonView>{}};
}

Fields values_of(const PersonView& person) {
    Fields values;
    values.add("name", person.name.value_or(""));
    values.add("email", person.email);
    values.add("phone", person.phone);
    if (!person.name) values.add("protected", "yes");
    return values;
}

/// `about_function`: the problems are of the form that adds a function, else of the person's own.
Response show_person(module::Call& call, const base::Problems& problems, bool about_function) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto found = person_of(call);
    if (!found || !*found) return module::not_found(call);
    const PersonView& person = **found;
    const auto& words = call.words;
    const bool own_form = !problems.empty() && !about_function;
    const FormState state{words, own_form ? call.request.form : values_of(person),
                          own_form ? problems : base::Problems{}};
    const FormState function_state = about_function ? shown_again(call, problems) : FormState{words};
    return module::page(
        call,
        {.title = person.name ? *person.name : words("directory.person.protected"),
         .crumbs = {{words("directory.people.title"), call.link("/people")}}},
        [&](Html& h) {
            error_summary(h, about_function ? function_state : state);
            form(h, call.csrf, call.link("/people/" + person.id.text()), [&] {
                person_fields(call, h, state, !person.name);
                actions(h, [&] { submit_button(h, words("directory.save")); });
            });
            functions(call, h, person, function_state);
            rights(call, h, person);
        },
        problems.empty() ? 200 : 422);
}

std::string people_path_of(module::Call& call) {
    return call.link("/people/" + std::string(call.part("id")));
}

}  // namespace

Response people_page(module::Call& call) {
    const auto& words = call.words;
    const auto heads = people_columns(words);
    const ListView view = list_view(call.request.query, heads, {.sort = "name"});
    const auto page = list_people(call.room(), call.caller, call.house, call.today(),
                                  {.search = std::string(call.request.query.get("search")),
                                   .only_current = call.request.query.get("all") != "yes",
                                   .sort = view.sort,
                                   .descending = view.descending,
                                   .offset = static_cast<std::size_t>(view.offset()),
                                   .limit = static_cast<std::size_t>(view.page_size)});
    if (!page) return module::not_found(call);
    const Table frame{.caption = words("directory.people.title"),
                      .hide_caption = true,
                      .columns = heads,
                      .view = view,
                      .total = static_cast<std::int64_t>(page->total),
                      .path = call.link("/people"),
                      .query = call.request.query,
                      .empty = words("directory.people.empty")};
    return module::page(
        call, {.title = words("directory.people.title"), .lead = words("directory.people.lead"), .wide = true},
        [&](Html& h) {
            actions(h, [&] { link_button(h, call.link("/people/new"), words("directory.person.new")); });
            filter(call, h);
            table(h, words, frame, [&](Rows& rows) {
                for (const auto& one : page->people)
                    rows.row({[&] { name_cell(call, h, one); }, [&] { functions_cell(h, one); },
                              [&] { contact_cell(h, one); },
                              [&] {
                                  if (!one.functions.empty()) date(h, words, one.functions.front().period.first());
                              }});
            });
        });
}

Response new_person_page(module::Call& call) {
    return show_new_person(call, {call.words});
}

Response new_person(module::Call& call) {
    const auto added = add_person(call.room(), call.caller, call.today(), person_input(call), function_input(call));
    if (added) return call.done(call.link("/people"), "directory.person.added");
    if (auto refused = module::refused_page(call, added.problems())) return std::move(*refused);
    return show_new_person(call, shown_again(call, added.problems()));
}

Response person_page(module::Call& call) {
    return show_person(call, {}, false);
}

Response save_person_now(module::Call& call) {
    const auto id = PersonAliasId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto saved = change_person(call.room(), call.caller, call.house, *id, person_input(call));
    return saved ? call.done(people_path_of(call), "directory.saved") : show_person(call, saved.problems(), false);
}

Response add_function_now(module::Call& call) {
    const auto id = PersonAliasId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto added = add_function(call.room(), call.caller, call.house, *id, function_input(call));
    return added ? call.done(people_path_of(call), "directory.saved") : show_person(call, added.problems(), true);
}

Response end_function_now(module::Call& call) {
    const auto id = PersonAliasId::parse(call.part("id"));
    const auto function = PersonFunctionId::parse(call.part("function"));
    if (!id || !function) return module::not_found(call);
    const auto ended =
        close_function(call.room(), call.caller, call.house, *id, *function, call.request.form.get("last"));
    return ended ? call.done(people_path_of(call), "directory.saved") : show_person(call, ended.problems(), false);
}

Response erase_person_now(module::Call& call) {
    const auto id = PersonAliasId::parse(call.part("id"));
    const auto erased =
        id ? erase_person(call.room(), call.caller, call.house, *id) : base::Result<base::Done>{id.problems()};
    return erased ? call.done(call.link("/people"), "directory.person.erased") : module::not_found(call);
}

Response person_extract(module::Call& call) {
    const auto id = PersonAliasId::parse(call.part("id"));
    const auto extract =
        id ? extract_person(call.room(), call.caller, call.house, *id) : base::Result<std::string>{id.problems()};
    if (!extract) return module::not_found(call);
    auto response = Response::file(*extract, "application/json", "person-" + id->text() + ".json");
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

}  // namespace samrum::directory
