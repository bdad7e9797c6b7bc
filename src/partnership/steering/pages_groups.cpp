// A steering group: the agreements it follows, its functions and who holds them, its meetings.
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/pages.hpp"

#include <algorithm>

namespace samrum::partnership::steering {

using namespace web;

namespace {

std::string group_path(const module::Call& call, std::string_view below = "") {
    return call.link("/steering/groups/" + std::string(call.part("id")) + std::string(below));
}
std::optional<GroupId> group_id(const module::Call& call) {
    const auto id = GroupId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
GroupInput group_input(const module::Call& call) {
    return {typed(call, "name"), typed(call, "text"), typed_each(call, "agreements")};
}

void group_fields(Html& h, module::Call& call, const FormState& state, const Names& names) {
    text_field(h, state,
               {.name = "name", .label = said(call, "group.name"), .max_length = static_cast<int>(kLongestLine)});
    std::vector<Option> options;
    options.reserve(names.agreements.size());
    for (const auto& one : names.agreements) options.push_back({one.head.id.text(), one.head.title, ""});
    checkbox_fields(h, state,
                    {.name = "agreements",
                     .label = said(call, "group.agreements"),
                     .description = said(call, "group.agreements.hint")},
                    options);
    text_area(h, state, {.name = "text", .label = said(call, "group.text"), .optional = true}, 3);
}
Fields group_values(const Group& group) {
    Fields values;
    values.add("name", group.name);
    values.add("text", group.text);
    for (const AgreementId& one : group.agreements) values.add("agreements", one.text());
    return values;
}

Response show_new_group(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const Names names(call);
    const FormState state{call.words, call.request.form, problems};
    return module::page(
        call, {.title = said(call, "group.new"), .crumbs = steering_crumbs(call), .lead = said(call, "group.new.lead")},
        [&](Html& h) {
            if (names.agreements.empty())
                return empty_state(h, said(call, "group.no_agreements"), said(call, "group.no_agreements.why"));
            error_summary(h, state);
            form(h, call.csrf, call.link("/steering/groups/new"), [&] {
                group_fields(h, call, state, names);
                actions(h, [&] { submit_button(h, said(call, "save")); });
            });
        },
        problems.empty() ? 200 : 422);
}

void holder_words(Html& h, const module::Call& call, const SeatSeen& seen) {
    for (const auto& [holding, known] : seen.holders) {
        if (!holding.period.contains(call.today())) continue;
        known.empty() ? h.text(said(call, "holder.protected")) : name(h, known);
        return;
    }
    h.text(said(call, "holder.nobody"));
}

void seats_part(Html& h, module::Call& call, const GroupSeen& seen) {
    const bool keep = may_keep_here(call);
    std::vector<Column> columns{{.label = said(call, "seat.function")},
                                {.label = said(call, "seat.organisation")},
                                {.label = said(call, "seat.holder")},
                                {.label = said(call, "seat.period")}};
    if (keep) columns.push_back({.label = said(call, "seat.change"), .hide_label = true});
    table(h, call.words,
          {.caption = said(call, "seats"), .hide_caption = true, .columns = columns, .empty = said(call, "seats.none")},
          [&](Rows& rows) {
              for (const SeatSeen& one : seen.seats) {
                  std::vector<Content> cells{[&] {
                                                 name(h, one.seat.function);
                                                 if (one.seat.convener)
                                                     h.text(" "), badge(h, Tone::info, said(call, "seat.convener"));
                                                 if (one.seat.co_opted)
                                                     h.text(" "), badge(h, Tone::neutral, said(call, "seat.co_opted"));
                                             },
                                             [&] { name(h, one.seat.organisation); },
                                             [&] { holder_words(h, call, one); },
                                             [&] { period(h, call.words, one.seat.period); }};
                  if (keep)
                      cells.emplace_back([&] {
                          link(h, group_path(call, "/seats/" + one.seat.id.text()), [&] {
                              h.text(said(call, "seat.change"));
                              visually_hidden(h, ": " + one.seat.function);
                          });
                      });
                  rows.row(cells);
              }
          });
}

void seat_form(Html& h, module::Call& call, const FormState& state) {
    form(h, call.csrf, group_path(call, "/seats"), [&] {
        text_field(
            h, state,
            {.name = "function", .label = said(call, "seat.function"), .max_length = static_cast<int>(kLongestLine)});
        text_field(h, state,
                   {.name = "organisation",
                    .label = said(call, "seat.organisation"),
                    .max_length = static_cast<int>(kLongestLine)});
        email_field(h, state,
                    {.name = "email",
                     .label = said(call, "seat.email"),
                     .description = said(call, "seat.email.hint"),
                     .optional = true});
        date_field(h, state,
                   {.name = "first",
                    .label = said(call, "seat.first"),
                    .fallback = call.today().iso(),
                    .width = Width::medium});
        checkbox(h, state,
                 {.name = "convener", .label = said(call, "seat.convener"), .optional = true, .unmarked = true});
        checkbox(h, state,
                 {.name = "co_opted", .label = said(call, "seat.co_opted.label"), .optional = true, .unmarked = true});
        actions(h, [&] { submit_button(h, said(call, "seat.add"), Variant::secondary); });
    });
}

void group_meetings(Html& h, module::Call& call, const GroupSeen& seen) {
    std::vector<Content> lines;
    lines.reserve(seen.meetings.size());
    for (const Meeting& one : seen.meetings)
        lines.emplace_back([&h, &call, &seen, one] {
            link(h, meeting_link(call, one.id), meeting_title(call, one, seen.group.name));
            h.text(" ");
            meeting_badge(h, call, one);
        });
    if (lines.empty())
        empty_state(h, said(call, "meetings.none"), said(call, "meetings.none.why"));
    else
        bullets(h, lines);
    if (may_keep_here(call))
        actions(h, [&] { link_button(h, group_path(call, "/meetings/new"), said(call, "meeting.new")); });
}

Response show_group(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = group_id(call);
    const auto seen = id ? see_group(call.room(), call.caller, *id) : std::nullopt;
    if (!seen) return module::not_found(call);
    const Names names(call);
    return module::page(
        call, {.title = seen->group.name, .crumbs = steering_crumbs(call), .wide = true},
        [&](Html& h) {
            problems_on_top(h, call, problems);
            paragraph(h, [&] { agreement_badges(h, names, seen->group.agreements); });
            prose(h, seen->group.text, 3);
            section(h, said(call, "meetings"), [&] { group_meetings(h, call, *seen); });
            section(h, said(call, "seats"), [&] { seats_part(h, call, *seen); });
            if (!may_keep_here(call)) return;
            const FormState seat = state_for(call, "seat", form_name, problems);
            details(
                h, said(call, "seat.add"),
                [&] {
                    error_summary(h, seat);
                    seat_form(h, call, seat);
                },
                !seat.problems.empty());
            const FormState state = state_for(call, "group", form_name, problems, group_values(seen->group));
            details(
                h, said(call, "group.change"),
                [&] {
                    error_summary(h, state);
                    form(h, call.csrf, group_path(call), [&] {
                        hidden(h, "revision", std::to_string(seen->group.revision));
                        group_fields(h, call, state, names);
                        actions(h, [&] { submit_button(h, said(call, "save"), Variant::secondary); });
                    });
                },
                !state.problems.empty());
        },
        problems.empty() ? 200 : 422);
}

Response show_seat(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = group_id(call);
    const auto seen = id && may_keep_here(call) ? see_group(call.room(), call.caller, *id) : std::nullopt;
    if (!seen) return module::not_found(call);
    const auto found =
        std::ranges::find_if(seen->seats, [&](const SeatSeen& one) { return one.seat.id.text() == call.part("seat"); });
    if (found == seen->seats.end()) return module::not_found(call);
    auto crumbs = steering_crumbs(call);
    crumbs.emplace_back(seen->group.name, group_path(call));
    const std::string path = group_path(call, "/seats/" + found->seat.id.text());
    return module::page(
        call, {.title = found->seat.function, .crumbs = crumbs, .lead = said(call, "holder.lead")},
        [&](Html& h) {
            problems_on_top(h, call, problems);
            section(h, said(call, "holders"), [&] {
                table(h, call.words,
                      {.caption = said(call, "holders"),
                       .hide_caption = true,
                       .columns = {{.label = said(call, "holder.name")}, {.label = said(call, "seat.period")}},
                       .empty = said(call, "holder.nobody")},
                      [&](Rows& rows) {
                          for (const auto& [holding, known] : found->holders)
                              rows.row({[&, known = known] {
                                            known.empty() ? h.text(said(call, "holder.protected")) : name(h, known);
                                        },
                                        [&, days = holding.period] { period(h, call.words, days); }});
                      });
                const FormState state = state_for(call, "holder", form_name, problems);
                error_summary(h, state);
                form(h, call.csrf, path + "/holder", [&] {
                    text_field(h, state, {.name = "name", .label = said(call, "holder.name"), .autocomplete = "off"});
                    email_field(h, state,
                                {.name = "email",
                                 .label = said(call, "holder.email"),
                                 .optional = true,
                                 .autocomplete = "off"});
                    date_field(h, state,
                               {.name = "first",
                                .label = said(call, "holder.first"),
                                .fallback = call.today().iso(),
                                .width = Width::medium});
                    actions(h, [&] { submit_button(h, said(call, "holder.set")); });
                });
            });
            if (found->seat.period.last()) return;
            section(h, said(call, "seat.email"), [&] {
                Fields values;
                values.add("seat_email", found->seat.email);
                const FormState state = state_for(call, "email", form_name, problems, values);
                error_summary(h, state);
                form(h, call.csrf, path + "/email", [&] {
                    email_field(h, state,
                                {.name = "seat_email",
                                 .label = said(call, "seat.email"),
                                 .description = said(call, "seat.email.hint"),
                                 .optional = true});
                    actions(h, [&] { submit_button(h, said(call, "save"), Variant::secondary); });
                });
            });
            section(h, said(call, "seat.end"), [&] {
                const FormState state = state_for(call, "end", form_name, problems);
                error_summary(h, state);
                form(h, call.csrf, path + "/end", [&] {
                    date_field(h, state,
                               {.name = "last",
                                .label = said(call, "seat.last"),
                                .fallback = call.today().iso(),
                                .width = Width::medium});
                    actions(h, [&] { submit_button(h, said(call, "seat.end"), Variant::secondary); });
                });
            });
        },
        problems.empty() ? 200 : 422);
}

SeatId seat_id(const module::Call& call) {
    const auto id = SeatId::parse(call.part("seat"));
    return id ? *id : SeatId();
}

}  // namespace

Response new_group_page(module::Call& call) {
    return show_new_group(call, {});
}
Response new_group_now(module::Call& call) {
    const auto added = add_group(call.room(), call.caller, group_input(call));
    if (!added) return show_new_group(call, added.problems());
    return call.done(call.link("/steering/groups/" + added->text()), "partnership.steering.flash.saved");
}
Response group_page(module::Call& call) {
    return show_group(call, "", {});
}
Response save_group_now(module::Call& call) {
    const auto id = group_id(call);
    if (!id) return module::not_found(call);
    const auto done = save_group(call.room(), call.caller, *id, typed_revision(call), group_input(call));
    return done ? call.done(group_path(call), "partnership.steering.flash.saved")
                : show_group(call, "group", done.problems());
}
Response add_seat_now(module::Call& call) {
    const auto id = group_id(call);
    if (!id) return module::not_found(call);
    const auto done =
        add_seat(call.room(), call.caller, *id,
                 {typed(call, "function"), typed(call, "organisation"), typed(call, "email"), typed(call, "first"),
                  typed(call, "convener") == "yes", typed(call, "co_opted") == "yes"});
    return done ? call.done(group_path(call), "partnership.steering.flash.saved")
                : show_group(call, "seat", done.problems());
}
Response seat_page(module::Call& call) {
    return show_seat(call, "", {});
}
Response seat_email_now(module::Call& call) {
    const auto id = group_id(call);
    if (!id) return module::not_found(call);
    const auto done = set_seat_email(call.room(), call.caller, *id, seat_id(call), typed(call, "seat_email"));
    if (done) return call.done(group_path(call), "partnership.steering.flash.saved");
    base::Problems problems = done.problems();
    for (auto& one : problems)
        if (one.field == "email") one.field = "seat_email";
    return show_seat(call, "email", problems);
}
Response end_seat_now(module::Call& call) {
    const auto id = group_id(call);
    if (!id) return module::not_found(call);
    const auto done = end_seat(call.room(), call.caller, *id, seat_id(call), typed(call, "last"));
    return done ? call.done(group_path(call), "partnership.steering.flash.saved")
                : show_seat(call, "end", done.problems());
}
Response set_holder_now(module::Call& call) {
    const auto id = group_id(call);
    if (!id) return module::not_found(call);
    const auto done = set_holder(call.room(), call.caller, call.today(), *id, seat_id(call),
                                 {typed(call, "name"), typed(call, "email"), typed(call, "first")});
    return done ? call.done(group_path(call), "partnership.steering.flash.saved")
                : show_seat(call, "holder", done.problems());
}

}  // namespace samrum::partnership::steering
