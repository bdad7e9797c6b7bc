// Who may enter a room: seen and changed by its administrators.
#include "directory/actions_grant.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

namespace samrum::directory {
namespace {

using namespace web;

enum class State { now, coming, over };

State state_of(const RoomGrant& grant, base::Date today) {
    if (grant.period.first() > today) return State::coming;
    return grant.period.contains(today) ? State::now : State::over;
}

void state_badge(Html& h, const Words& words, State state) {
    if (state == State::now) badge(h, Tone::success, words("directory.grant.state.now"));
    if (state == State::coming) badge(h, Tone::info, words("directory.grant.state.coming"));
    if (state == State::over) badge(h, Tone::neutral, words("directory.grant.state.over"));
}

void end_button(module::Call& call, Html& h, const GrantView& view, State state) {
    const bool ends_today = view.grant.period.last() == call.today();
    if (state == State::over || ends_today) return;
    const auto& words = call.words;
    const std::string id = view.grant.id.text();
    confirm(h, words,
            {.id = "end-" + id,
             .opener = words("directory.grant.end"),
             .title = words("directory.grant.end.title", {{"email", view.email}}),
             .text = words(state == State::coming ? "directory.grant.end.coming" : "directory.grant.end.text"),
             .csrf = call.csrf,
             .action = call.link("/grants/" + id + "/end")});
}

void list(module::Call& call, Html& h, const std::vector<GrantView>& grants) {
    const auto& words = call.words;
    const Table frame{.caption = words("directory.grants.title"),
                      .hide_caption = true,
                      .columns = {{.label = words("directory.account.email")},
                                  {.label = words("directory.account.function")},
                                  {.label = words("directory.grant.role")},
                                  {.label = words("directory.grant.organisation")},
                                  {.label = words("directory.period")},
                                  {.label = words("directory.grant.state")},
                                  {.label = words("directory.grant.end"), .hide_label = true}},
                      .empty = words("directory.grants.empty")};
    table(h, words, frame, [&](Rows& rows) {
        for (const auto& view : grants) {
            const State state = state_of(view.grant, call.today());
            rows.row({[&] { isolated(h, view.email); }, [&] { name(h, view.grant.function); },
                      words("directory.role." + std::string(module::role_name(view.grant.role))),
                      [&] { name(h, view.organisation); }, [&] { period(h, words, view.grant.period); },
                      [&] { state_badge(h, words, state); }, [&] { end_button(call, h, view, state); }});
        }
    });
}

/// Roles that may be given here. An officer's only in a public party's room; an operator's never on a page.
std::vector<Option> roles(const module::Call& call) {
    std::vector<Option> options;
    for (const auto role : module::kRoles) {
        if (role == module::Role::operator_ || (role == module::Role::officer && !call.head->is_public_party)) continue;
        const std::string key = "directory.role." + std::string(module::role_name(role));
        options.push_back({std::string(module::role_name(role)), call.words(key), call.words(key + ".about")});
    }
    return options;
}

std::vector<Option> organisations(module::Call& call) {
    std::vector<Option> options{{call.head->organisation.text(), call.head->name}};
    for (const auto& one : list_organisations(call.lobby()))
        if (one.id != call.head->organisation) options.push_back({one.id.text(), one.name});
    return options;
}

void add_form(module::Call& call, Html& h, const FormState& state) {
    const auto& words = call.words;
    section(h, words("directory.grant.add"), [&] {
        form(h, call.csrf, call.link("/grants"), [&] {
            email_field(h, state,
                        {.name = "email",
                         .label = words("directory.account.email"),
                         .description = words("directory.grant.email.hint"),
                         .autocomplete = "off"});
            text_field(h, state,
                       {.name = "function",
                        .label = words("directory.account.function"),
                        .description = words("directory.grant.function.hint"),
                        .max_length = 80});
            radio_fields(h, state, {.name = "role", .label = words("directory.grant.role")}, roles(call));
            select_field(h, state,
                         {.name = "organisation",
                          .label = words("directory.grant.organisation"),
                          .description = words("directory.grant.organisation.hint"),
                          .fallback = call.head->organisation.text()},
                         organisations(call));
            date_field(h, state, {.name = "first", .label = words("directory.first"), .fallback = call.today().iso()});
            date_field(h, state,
                       {.name = "last",
                        .label = words("directory.last"),
                        .description = words("directory.last.hint"),
                        .optional = true});
            actions(h, [&] { submit_button(h, words("directory.grant.add")); });
        });
    });
}

Response show(module::Call& call, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const auto grants = list_grants(call.lobby(), *call.head, call.caller);
    if (!grants) return module::not_found(call);
    const auto& words = call.words;
    return module::page(
        call, {.title = words("directory.grants.title"), .lead = words("directory.grants.lead"), .wide = true},
        [&](Html& h) {
            error_summary(h, state);
            list(call, h, *grants);
            add_form(call, h, state);
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

Response grants_page(module::Call& call) {
    return show(call, {call.words});
}

Response add_grant(module::Call& call) {
    const GrantInput input{typed(call, "email"),        typed(call, "function"), typed(call, "role"),
                           typed(call, "organisation"), typed(call, "first"),    typed(call, "last")};
    const auto given = give_grant(call.lobby(), call.house, *call.head, call.caller, call.today(), input);
    return given ? call.done(call.link("/grants"), "directory.grant.given")
                 : show(call, shown_again(call, given.problems()));
}

Response end_grant_now(module::Call& call) {
    const auto id = GrantId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto ended = withdraw_grant(call.lobby(), *call.head, call.caller, call.today(), *id);
    return ended ? call.done(call.link("/grants"), "directory.grant.withdrawn")
                 : show(call, {call.words, {}, ended.problems()});
}

}  // namespace samrum::directory
