// A meeting: its agenda as it grows, the call, who was there, the notes as they settle.
#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_invitation.hpp"
#include "partnership/steering/actions_meeting.hpp"
#include "partnership/steering/pages_meeting_parts.hpp"

#include <algorithm>

namespace samrum::partnership::steering {

using namespace web;

namespace {

std::optional<MeetingId> meeting_id(const module::Call& call) {
    const auto id = MeetingId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
MeetingInput meeting_input(const module::Call& call) {
    return {typed(call, "day"), typed(call, "starts"), typed(call, "ends"), typed(call, "place"),
            typed_each(call, "agreements")};
}
Response show_meeting(module::Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = meeting_id(call);
    const auto read = id ? find_meeting(call.room(), call.caller, *id) : std::nullopt;
    if (!read) return module::not_found(call);
    const Names names(call);
    const std::string title = meeting_title(call, read->meeting, read->group);
    return module::page(
        call, {.title = title, .crumbs = steering_crumbs(call), .own_heading = true},
        [&](Html& h) {
            const SeenMeeting s{call, h, *read, names, may_keep_here(call)};
            page_heading(h, {.title = title,
                             .lead = [&] { where_and_when(h, call, read->meeting); },
                             .meta =
                                 [&] {
                                     meeting_badge(h, call, read->meeting);
                                     h.text(" ");
                                     agreement_badges(h, names, read->meeting.agreements);
                                 },
                             .actions =
                                 [&] {
                                     link_button(h, meeting_here(call, "/paper"), said(call, "paper"),
                                                 Variant::tertiary);
                                     link_button(h, meeting_here(call, "/invitation.ics"), said(call, "file"),
                                                 Variant::tertiary);
                                 }});
            problems_on_top(h, call, problems);
            call_part(s);
            attendance_part(s, state_for(call, "hold", form_name, problems, attendance_values(read->meeting)));
            section(h, said(call, "agenda"), [&] { agenda_part(s, state_for(call, "item", form_name, problems)); });
            if (!read->actions.empty() || read->meeting.is_over())
                section(h, said(call, "actions"), [&] { actions_table(h, call, names, read->actions); });
            settle_part(s, state_for(call, "addendum", form_name, problems));
            facts_part(s, state_for(call, "facts", form_name, problems, meeting_values(read->meeting)));
        },
        problems.empty() ? 200 : 422);
}

Response meeting_answer(module::Call& call, const base::Result<base::Done>& done, std::string_view form_name,
                        std::string_view flash = "partnership.steering.flash.saved") {
    return done ? call.done(meeting_here(call), flash) : show_meeting(call, form_name, done.problems());
}

Response show_new_meeting(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto id = GroupId::parse(call.part("id"));
    const auto group = id && may_keep_here(call) ? see_group(call.room(), call.caller, *id) : std::nullopt;
    if (!group) return module::not_found(call);
    const Names names(call);
    Fields values = call.request.form;
    if (call.request.method == Method::get)
        for (const AgreementId& one : group->group.agreements) values.add("agreements", one.text());
    const FormState state{call.words, values, problems};
    auto crumbs = steering_crumbs(call);
    crumbs.emplace_back(group->group.name, call.link("/steering/groups/" + id->text()));
    return module::page(
        call, {.title = said(call, "meeting.new"), .crumbs = crumbs, .lead = said(call, "meeting.new.lead")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link("/steering/groups/" + id->text() + "/meetings/new"), [&] {
                meeting_fields(h, call, state);
                agreements_field(h, call, state, names, group->group.agreements);
                actions(h, [&] { submit_button(h, said(call, "meeting.plan")); });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response new_meeting_page(module::Call& call) {
    return show_new_meeting(call, {});
}
Response new_meeting_now(module::Call& call) {
    const auto group = GroupId::parse(call.part("id"));
    if (!group) return module::not_found(call);
    const auto planned = plan_meeting(call.room(), call.caller, *group, meeting_input(call));
    if (!planned) return show_new_meeting(call, planned.problems());
    return call.done(meeting_link(call, *planned), "partnership.steering.flash.planned");
}
Response meeting_page(module::Call& call) {
    return show_meeting(call, "", {});
}
Response save_meeting_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    return meeting_answer(call, save_meeting(call.room(), call.caller, *id, typed_revision(call), meeting_input(call)),
                          "facts");
}
Response call_meeting_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    return meeting_answer(call, call_meeting(call.room(), call.caller, *id), "", "partnership.steering.flash.called");
}
Response cancel_meeting_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    return meeting_answer(call, cancel_meeting(call.room(), call.caller, *id), "",
                          "partnership.steering.flash.cancelled");
}
Response draw_agenda_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    const auto drawn = draw_agenda(call.room(), call.house, call.caller, call.words, *id);
    if (!drawn) return show_meeting(call, "", drawn.problems());
    return call.done(meeting_here(call),
                     *drawn > 0 ? "partnership.steering.flash.drawn" : "partnership.steering.flash.nothing_new");
}
Response hold_meeting_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    return meeting_answer(
        call,
        hold_meeting(call.room(), call.caller, call.today(), *id, {typed_each(call, "present"), typed(call, "others")}),
        "hold");
}
Response settle_meeting_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    return meeting_answer(call, settle_meeting(call.room(), call.caller, call.today(), *id), "");
}
Response add_addendum_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    return meeting_answer(call, add_addendum(call.room(), call.caller, call.today(), *id, typed(call, "addendum")),
                          "addendum");
}
Response add_item_now(module::Call& call) {
    const auto id = meeting_id(call);
    if (!id) return module::not_found(call);
    const auto added =
        add_item(call.room(), call.caller, *id, {typed(call, "title"), typed(call, "text"), typed(call, "agreement")});
    if (!added) return show_meeting(call, "item", added.problems());
    return call.done(meeting_here(call), "partnership.steering.flash.saved");
}

Response meeting_file(module::Call& call) {
    const auto id = meeting_id(call);
    const auto read = id ? find_meeting(call.room(), call.caller, *id) : std::nullopt;
    if (!read) return module::not_found(call);
    const std::string address = call.house.public_address + meeting_here(call);
    Response response = Response::file(
        document::icalendar({.name = read->group,
                             .language = std::string(call.words.language()),
                             .made = call.now(),
                             .events = {event_of_meeting(read->meeting, read->group, call.words, address)}}),
        document::kCalendarType, "mote-" + read->meeting.day.iso() + ".ics");
    return response;
}

/// The agenda, or the notes once it was held, without anything to press: for the printer and for reading.
Response meeting_paper(module::Call& call) {
    const auto id = meeting_id(call);
    const auto read = id ? find_meeting(call.room(), call.caller, *id) : std::nullopt;
    if (!read) return module::not_found(call);
    const Names names(call);
    const Meeting& meeting = read->meeting;
    const std::string title = said(call, meeting.is_over() ? "paper.notes" : "paper.agenda",
                                   {{"meeting", meeting_title(call, meeting, read->group)}});
    auto crumbs = steering_crumbs(call);
    crumbs.emplace_back(meeting_title(call, meeting, read->group), meeting_here(call));
    return module::page(call, {.title = title, .crumbs = crumbs, .own_heading = true}, [&](Html& h) {
        const SeenMeeting s{call, h, *read, names, false};
        page_heading(h, {.title = title,
                         .lead = [&] { where_and_when(h, call, meeting); },
                         .meta = [&] { agreement_badges(h, names, meeting.agreements); },
                         .actions = [&] { print_button(h, call.words); }});
        attendance_part(s, {call.words});
        section(h, said(call, meeting.is_over() ? "notes" : "agenda"), [&] { agenda_part(s, {call.words}); });
        if (!read->actions.empty())
            section(h, said(call, "actions"), [&] {
                std::vector<Content> lines;
                for (const Action& one : read->actions)
                    lines.emplace_back(said(call, "action.line",
                                            {{"what", one.what},
                                             {"owner", one.owner},
                                             {"day", call.words.date(one.due)},
                                             {"agreement", names.of(one.agreement)}}));
                bullets(h, lines);
            });
        settle_part(s, {call.words});
    });
}

}  // namespace samrum::partnership::steering
