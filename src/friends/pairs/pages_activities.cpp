// The coordinator's social activities: plan, who will come, how many came.
#include "friends/pairs/actions_activity.hpp"
#include "friends/pairs/pages.hpp"
#include "friends/pairs/pages_parts.hpp"

namespace samrum::friends::pairs {

using namespace web;

namespace {

std::optional<SocialActivityId> activity_id(const module::Call& call) {
    const auto id = SocialActivityId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string activity_path(const module::Call& call, std::string_view below = "") {
    return call.link("/friends/activities/" + std::string(call.part("id")) + std::string(below));
}

ActivityInput activity_input(const module::Call& call) {
    return {typed(call, "title"), typed(call, "day"),         typed(call, "starts"), typed(call, "ends"),
            typed(call, "place"), typed(call, "description"), typed(call, "places"), typed(call, "public") == "yes"};
}
Fields activity_values(const SocialActivity& one) {
    Fields values;
    values.add("title", one.title);
    values.add("day", one.day.iso());
    values.add("starts", one.starts.iso());
    values.add("ends", one.ends.iso());
    values.add("place", one.place);
    values.add("description", one.description);
    if (one.places > 0) values.add("places", std::to_string(one.places));
    if (one.is_public) values.add("public", "yes");
    return values;
}

void activity_fields(module::Call& call, Html& h, const FormState& state) {
    text_field(h, state, {.name = "title", .label = said(call, "activities.field.title"), .max_length = 120});
    date_field(h, state, {.name = "day", .label = said(call, "activities.field.day"), .width = Width::medium});
    time_field(h, state, {.name = "starts", .label = said(call, "activities.field.starts"), .width = Width::narrow});
    time_field(h, state, {.name = "ends", .label = said(call, "activities.field.ends"), .width = Width::narrow});
    text_field(h, state, {.name = "place", .label = said(call, "activities.field.place"), .max_length = 120});
    text_area(h, state, {.name = "description", .label = said(call, "activities.field.description"), .optional = true},
              3);
    number_field(h, state,
                 {.name = "places",
                  .label = said(call, "activities.field.places"),
                  .description = said(call, "activities.field.places.hint"),
                  .optional = true,
                  .max_length = 3,
                  .width = Width::narrow});
    checkbox(h, state,
             {.name = "public",
              .label = said(call, "activities.field.public"),
              .description = said(call, "activities.field.public.hint"),
              .optional = true,
              .unmarked = true});
}

Tone tone_of(ActivityState state) {
    return state == ActivityState::held        ? Tone::success
           : state == ActivityState::cancelled ? Tone::warning
                                               : Tone::info;
}
void activity_badge(module::Call& call, Html& h, ActivityState state) {
    badge(h, tone_of(state), said(call, "activities.state." + std::string(code_of(state))));
}

Response show_new(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const FormState state{call.words, call.request.form, problems};
    const auto programmes = people::list_programmes(call.room());
    return module::page(
        call,
        {.title = said(call, "activities.new"),
         .crumbs = {{said(call, "activities.title"), call.link("/friends/activities")}}},
        [&](Html& h) {
            if (programmes.empty())
                return empty_state(h, said(call, "activities.no_programme"), said(call, "activities.no_programme.why"));
            error_summary(h, state);
            form(h, call.csrf, call.link("/friends/activities/new"), [&] {
                std::vector<Option> options;
                options.reserve(programmes.size());
                for (const auto& one : programmes) options.push_back({one.id.text(), one.name, ""});
                if (programmes.size() > 1)
                    select_field(h, state, {.name = "programme", .label = said(call, "pairs.programme")}, options);
                else
                    hidden(h, "programme", options.front().value);
                activity_fields(call, h, state);
                actions(h, [&] { submit_button(h, said(call, "activities.save")); });
            });
        },
        problems.empty() ? 200 : 422);
}

void sign_ups_part(module::Call& call, Html& h, const ActivitySeen& seen) {
    int people = 0;
    for (const SignUp& one : seen.sign_ups) people += one.people;
    paragraph(h, said(call, "activities.signed_up.text",
                      {{"count", std::int64_t{people}}, {"places", std::int64_t{seen.activity.places}}}));
    std::vector<Content> items;
    for (const SignUp& one : seen.sign_ups) {
        const auto found = seen.names.find(one.participant);
        items.emplace_back([&call, &h, one, known = found == seen.names.end() ? std::string() : found->second] {
            known.empty() ? h.text(said(call, "pairs.protected")) : name(h, known);
            if (one.people > 1)
                h.text(" "), isolated(h, said(call, "activities.people", {{"count", std::int64_t{one.people}}}));
        });
    }
    if (!items.empty()) bullets(h, items);
    small_print(h, said(call, "activities.signed_up.kept", {{"days", std::int64_t{kSignUpKeptDays}}}));
}

void held_part(module::Call& call, Html& h, const SocialActivity& one, const FormState& state) {
    if (one.state == ActivityState::cancelled) return;
    if (one.day > call.today()) return paragraph(h, said(call, "activities.not_yet.text"));
    error_summary(h, state);
    form(h, call.csrf, activity_path(call, "/held"), [&] {
        number_field(h, state,
                     {.name = "came",
                      .label = said(call, "activities.came"),
                      .description = said(call, "activities.came.hint"),
                      .optional = true,
                      .fallback = one.came ? std::to_string(*one.came) : "",
                      .max_length = 4,
                      .width = Width::narrow});
        actions(h, [&] { submit_button(h, said(call, "activities.held"), Variant::secondary); });
    });
}

Response show_activity(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = activity_id(call);
    if (!id) return module::not_found(call);
    const auto found = see_activity(call.room(), call.caller, *id);
    if (!found || !*found) return module::not_found(call);
    const ActivitySeen& seen = **found;
    const SocialActivity& one = seen.activity;
    return module::page(
        call,
        {.title = one.title,
         .crumbs = {{said(call, "activities.title"), call.link("/friends/activities")}},
         .own_heading = true},
        [&](Html& h) {
            page_heading(h, {.title = one.title,
                             .lead =
                                 [&] {
                                     date(h, call.words, one.day);
                                     h.text(", ");
                                     isolated(h, call.words.times(one.starts, one.ends));
                                     h.text(", ");
                                     name(h, one.place);
                                 },
                             .meta = [&] { activity_badge(call, h, one.state); }});
            problems_of_page(call, h, problems);
            section(h, said(call, "activities.signed_up"), [&] { sign_ups_part(call, h, seen); });
            section(h, said(call, "activities.attendance"),
                    [&] { held_part(call, h, one, state_of_form(call, "held", form_name, problems)); });
            section(h, said(call, "activities.facts"), [&] {
                const FormState state = state_of_form(call, "facts", form_name, problems, activity_values(one));
                error_summary(h, state);
                form(h, call.csrf, activity_path(call), [&] {
                    hidden(h, "revision", std::to_string(one.revision));
                    activity_fields(call, h, state);
                    actions(h, [&] { submit_button(h, said(call, "activities.save"), Variant::secondary); });
                });
                if (one.state == ActivityState::planned)
                    confirm(h, call.words,
                            {.id = "cancel",
                             .opener = said(call, "activities.cancel"),
                             .title = said(call, "activities.cancel.title"),
                             .text = said(call, "activities.cancel.text"),
                             .csrf = call.csrf,
                             .action = activity_path(call, "/cancel")});
            });
        },
        problems.empty() ? 200 : 422);
}

Response activity_answer(module::Call& call, const base::Result<base::Done>& done, std::string_view form_name) {
    return done ? call.done(activity_path(call), "friends.pairs.saved")
                : show_activity(call, form_name, done.problems());
}

}  // namespace

Response activities_page(module::Call& call) {
    const auto all = list_activities(call.room(), call.caller, call.today());
    if (!all) return module::not_found(call);
    const Table frame{.caption = said(call, "activities.title"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "activities.field.title")},
                                  {.label = said(call, "activities.field.day")},
                                  {.label = said(call, "activities.field.place")},
                                  {.label = said(call, "activities.state")},
                                  {.label = said(call, "activities.signed_up"), .numeric = true},
                                  {.label = said(call, "activities.came.short"), .numeric = true}}};
    return module::page(
        call, {.title = said(call, "activities.title"), .lead = said(call, "activities.lead"), .wide = true},
        [&](Html& h) {
            actions(h, [&] {
                link_button(h, call.link("/friends/activities/new"), said(call, "activities.new"));
                if (!all->empty())
                    link_button(h, call.link("/friend/activities"), said(call, "activities.public.link"),
                                Variant::tertiary);
            });
            if (all->empty()) return empty_state(h, said(call, "activities.empty"), said(call, "activities.empty.why"));
            table(h, call.words, frame, [&](Rows& rows) {
                for (const ListedActivity& each : *all) {
                    const SocialActivity& one = each.activity;
                    rows.row(
                        {[&] {
                             link(h, call.link("/friends/activities/" + one.id.text()), [&] { name(h, one.title); });
                         },
                         [&] { date(h, call.words, one.day); }, [&] { name(h, one.place); },
                         [&] { activity_badge(call, h, one.state); }, [&] { number(h, call.words, each.signed_up); },
                         [&] {
                             if (one.came) number(h, call.words, *one.came);
                         }});
                }
            });
        });
}

Response new_activity_page(module::Call& call) {
    return show_new(call, {});
}
Response new_activity_now(module::Call& call) {
    const auto programme = ProgrammeId::parse(typed(call, "programme"));
    const auto added =
        add_activity(call.room(), call.caller, programme ? *programme : ProgrammeId(), activity_input(call));
    if (!added) return show_new(call, added.problems());
    return call.done(call.link("/friends/activities/" + added->text()), "friends.pairs.saved");
}
Response activity_page(module::Call& call) {
    return show_activity(call, "", {});
}
Response save_activity_now(module::Call& call) {
    const auto id = activity_id(call);
    if (!id) return module::not_found(call);
    return activity_answer(
        call, save_activity(call.room(), call.caller, *id, typed_revision(call), activity_input(call)), "facts");
}
Response cancel_activity_now(module::Call& call) {
    const auto id = activity_id(call);
    if (!id) return module::not_found(call);
    return activity_answer(call, cancel_activity(call.room(), call.caller, *id), "cancel");
}
Response hold_activity_now(module::Call& call) {
    const auto id = activity_id(call);
    if (!id) return module::not_found(call);
    return activity_answer(call, hold_activity(call.room(), call.caller, call.today(), *id, typed(call, "came")),
                           "held");
}

}  // namespace samrum::friends::pairs
