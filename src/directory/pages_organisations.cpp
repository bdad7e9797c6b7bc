// Organisations' public facts: searched by everybody in the room, kept right by its administrators and officers.
#include "directory/actions_organisation.hpp"
#include "directory/model_permissions.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

using namespace web;

std::string type_words(const Words& words, OrganisationType type) {
    return words("directory.organisation_type." + std::string(type_name(type)));
}

std::vector<Option> type_options(const Words& words) {
    std::vector<Option> options;
    for (const auto type : kOrganisationTypes)
        options.push_back({std::string(type_name(type)), type_words(words, type)});
    return options;
}

std::vector<Column> columns(const Words& words) {
    return {{.label = words("directory.organisation.name"), .key = "name"},
            {.label = words("directory.organisation.type_label"), .key = "type"},
            {.label = words("directory.organisation.number_label")},
            {.label = words("directory.organisation.website_label")}};
}

/// They come in alphabetical order; by type the alphabet stays within each.
void sort_by(std::vector<Organisation>& all, const ListView& view) {
    if (view.sort == "type")
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.type < b.type; });
    if (view.descending) std::reverse(all.begin(), all.end());
}

void website(Html& h, const Organisation& one) {
    if (one.website) link(h, *one.website, [&] { isolated(h, *one.website); });
}

void name_cell(module::Call& call, Html& h, const Organisation& one) {
    link(h, call.link("/organisations/" + one.id.text()), [&] { name(h, one.name); });
    if (!one.synthetic) return;
    h.text(" ");
    badge(h, Tone::neutral, call.words("directory.synthetic"));
}

void list(module::Call& call, Html& h, const std::vector<Organisation>& all, const ListView& view,
          const std::vector<Column>& heads) {
    const auto& words = call.words;
    const Table frame{.caption = words("directory.organisations.title"),
                      .hide_caption = true,
                      .columns = heads,
                      .view = view,
                      .total = static_cast<std::int64_t>(all.size()),
                      .path = call.link("/organisations"),
                      .query = call.request.query,
                      .empty = words("directory.organisations.empty")};
    table(h, words, frame, [&](Rows& rows) {
        const std::size_t first = std::min(static_cast<std::size_t>(view.offset()), all.size());
        const std::size_t last = std::min(first + static_cast<std::size_t>(view.page_size), all.size());
        for (std::size_t i = first; i < last; ++i) {
            const Organisation& one = all[i];
            rows.row({[&] { name_cell(call, h, one); }, type_words(words, one.type),
                      [&] {
                          if (one.number) isolated(h, one.number->text());
                      },
                      [&] { website(h, one); }});
        }
    });
}

void organisation_fields(module::Call& call, Html& h, const FormState& state) {
    const auto& words = call.words;
    text_field(h, state, {.name = "name", .label = words("directory.organisation.name"), .max_length = 200});
    select_field(h, state,
                 {.name = "type",
                  .label = words("directory.organisation.type_label"),
                  .description = words("directory.organisation.type_hint")},
                 type_options(words));
    text_field(h, state,
               {.name = "number",
                .label = words("directory.organisation.number_label"),
                .description = words("directory.organisation.number_hint"),
                .optional = true,
                .input_mode = "numeric",
                .width = Width::medium});
    text_field(h, state,
               {.name = "website",
                .label = words("directory.organisation.website_label"),
                .optional = true,
                .autocomplete = "url",
                .input_mode = "url"});
}

OrganisationInput organisation_input(const module::Call& call) {
    return {typed(call, "type"), typed(call, "name"), typed(call, "number"), typed(call, "website")};
}

Fields values_of(const Organisation& one) {
    Fields values;
    values.add("name", one.name);
    values.add("type", std::string(type_name(one.type)));
    values.add("number", one.number ? one.number->text() : "");
    values.add("website", one.website.value_or(""));
    return values;
}

Response show_new(module::Call& call, const FormState& state) {
    const auto& words = call.words;
    return module::page(
        call,
        {.title = words("directory.organisation.new"),
         .crumbs = {{words("directory.organisations.title"), call.link("/organisations")}},
         .lead = words("directory.organisation.public")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link("/organisations/new"), [&] {
                organisation_fields(call, h, state);
                actions(h, [&] { submit_button(h, words("directory.save")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

void facts(module::Call& call, Html& h, const Organisation& one) {
    const auto& words = call.words;
    std::vector<Term> terms{{words("directory.organisation.type_label"), type_words(words, one.type)}};
    if (one.number)
        terms.push_back({words("directory.organisation.number_label"), [&] { isolated(h, one.number->text()); }});
    if (one.website) terms.push_back({words("directory.organisation.website_label"), [&] { website(h, one); }});
    definition_list(h, terms);
}

/// "part of", or seen from the other end "consists of".
std::string link_words(const Words& words, const LinkView& view) {
    return words("directory.link_type." + std::string(link_name(view.link.type)) + (view.outgoing ? "" : ".back"));
}

void link_row(module::Call& call, Html& h, Rows& rows, const Organisation& one, const LinkView& view, bool keeps) {
    const auto& words = call.words;
    const bool goes_on = !view.link.period.last() || *view.link.period.last() > call.today();
    rows.row(
        {link_words(words, view), [&] { name_cell(call, h, view.other); }, [&] { period(h, words, view.link.period); },
         [&] {
             if (!keeps || !view.outgoing || !goes_on) return;
             form(h, call.csrf, call.link("/organisations/" + one.id.text() + "/links/" + view.link.id.text() + "/end"),
                  [&] { submit_button(h, words("directory.link.end"), Variant::tertiary); });
         }});
}

void link_fields(module::Call& call, Html& h, const Organisation& one, const FormState& state) {
    const auto& words = call.words;
    std::vector<Option> types;
    for (const auto type : kLinkTypes)
        types.push_back({std::string(link_name(type)), words("directory.link_type." + std::string(link_name(type)))});
    std::vector<Option> others;
    for (const auto& other : list_organisations(call.lobby()))
        if (other.id != one.id) others.push_back({other.id.text(), other.name});
    select_field(h, state, {.name = "link_type", .label = words("directory.link.type_label")}, types);
    select_field(h, state, {.name = "other", .label = words("directory.link.other_label")}, others);
    date_field(h, state, {.name = "first", .label = words("directory.first"), .fallback = call.today().iso()});
    date_field(h, state,
               {.name = "last",
                .label = words("directory.last"),
                .description = words("directory.last.hint"),
                .optional = true});
}

void links(module::Call& call, Html& h, const Organisation& one, bool keeps, const FormState& state) {
    const auto& words = call.words;
    section(h, words("directory.links"), [&] {
        const Table frame{.caption = words("directory.links"),
                          .hide_caption = true,
                          .columns = {{.label = words("directory.link.type_label")},
                                      {.label = words("directory.link.other_label")},
                                      {.label = words("directory.period")},
                                      {.label = words("directory.link.end"), .hide_label = true}},
                          .empty = words("directory.links.empty")};
        table(h, words, frame, [&](Rows& rows) {
            for (const auto& view : links_of(call.lobby(), one.id)) link_row(call, h, rows, one, view, keeps);
        });
        if (!keeps) return;
        details(
            h, words("directory.link.add"),
            [&] {
                form(h, call.csrf, call.link("/organisations/" + one.id.text() + "/links"), [&] {
                    link_fields(call, h, one, state);
                    actions(h, [&] { submit_button(h, words("directory.save")); });
                });
            },
            !state.problems.empty());
    });
}

std::optional<Organisation> organisation_of(module::Call& call) {
    const auto id = OrganisationId::parse(call.part("id"));
    return id ? find_organisation(call.lobby(), *id) : std::nullopt;
}

Response show(module::Call& call, const base::Problems& problems, bool about_link) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto one = organisation_of(call);
    if (!one) return module::not_found(call);
    const auto& words = call.words;
    const bool keeps = may_keep(call.lobby(), call.caller, *call.head, *one);
    const bool own_form = !problems.empty() && !about_link;
    const FormState state{words, own_form ? call.request.form : values_of(*one),
                          own_form ? problems : base::Problems{}};
    const FormState link_state = about_link ? shown_again(call, problems) : FormState{words};
    return module::page(
        call, {.title = one->name, .crumbs = {{words("directory.organisations.title"), call.link("/organisations")}}},
        [&](Html& h) {
            error_summary(h, about_link ? link_state : state);
            facts(call, h, *one);
            links(call, h, *one, keeps, link_state);
            if (!keeps) return small_print(h, words("directory.organisation.kept_elsewhere"));
            section(h, words("directory.organisation.change"), [&] {
                form(h, call.csrf, call.link("/organisations/" + one->id.text()), [&] {
                    organisation_fields(call, h, state);
                    actions(h, [&] { submit_button(h, words("directory.save")); });
                });
            });
        },
        problems.empty() ? 200 : 422);
}

std::string path_of(module::Call& call) {
    return call.link("/organisations/" + std::string(call.part("id")));
}

}  // namespace

Response organisations_page(module::Call& call) {
    const auto& words = call.words;
    const auto heads = columns(words);
    const ListView view = list_view(call.request.query, heads, {.sort = "name"});
    auto all = list_organisations(call.lobby(), call.request.query.get("search"));
    sort_by(all, view);
    return module::page(
        call,
        {.title = words("directory.organisations.title"), .lead = words("directory.organisation.public"), .wide = true},
        [&](Html& h) {
            if (module::may_for(call.caller, kKeepOrganisations, call.head->organisation))
                actions(h, [&] {
                    link_button(h, call.link("/organisations/new"), words("directory.organisation.new"));
                    link_button(h, call.link("/organisations/import"), words("directory.import.title"),
                                Variant::secondary);
                    link_button(h, call.link("/organisations/merge"), words("directory.merge.title"),
                                Variant::secondary);
                });
            query_form(h, call.link("/organisations"), [&] {
                search_field(h, {words, call.request.query},
                             {.name = "search", .label = words("directory.organisation.search"), .optional = true});
                actions(h, [&] { submit_button(h, words("directory.search"), Variant::secondary); });
            });
            list(call, h, all, view, heads);
        });
}

Response new_organisation_page(module::Call& call) {
    return show_new(call, {call.words});
}

Response new_organisation(module::Call& call) {
    const auto added = add_organisation(call.lobby(), *call.head, call.caller, organisation_input(call));
    if (added) return call.done(call.link("/organisations/" + added->text()), "directory.organisation.added");
    if (auto refused = module::refused_page(call, added.problems())) return std::move(*refused);
    return show_new(call, shown_again(call, added.problems()));
}

Response organisation_page(module::Call& call) {
    return show(call, {}, false);
}

Response save_organisation_now(module::Call& call) {
    const auto one = organisation_of(call);
    if (!one) return module::not_found(call);
    const auto saved = change_organisation(call.lobby(), *call.head, call.caller, one->id, organisation_input(call));
    return saved ? call.done(path_of(call), "directory.saved") : show(call, saved.problems(), false);
}

Response add_link_now(module::Call& call) {
    const auto one = organisation_of(call);
    if (!one) return module::not_found(call);
    const auto added =
        add_link(call.lobby(), *call.head, call.caller, one->id,
                 {typed(call, "link_type"), typed(call, "other"), typed(call, "first"), typed(call, "last")});
    return added ? call.done(path_of(call), "directory.saved") : show(call, added.problems(), true);
}

Response end_link_now(module::Call& call) {
    const auto id = OrganisationLinkId::parse(call.part("link"));
    if (!id) return module::not_found(call);
    const auto ended = close_link(call.lobby(), *call.head, call.caller, *id, call.today());
    return ended ? call.done(path_of(call), "directory.saved") : show(call, ended.problems(), false);
}

}  // namespace samrum::directory
