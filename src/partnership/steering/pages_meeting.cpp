// A meeting: its agenda as it grows, the call, who was there, the notes as they settle.
#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_invitation.hpp"
#include "partnership/steering/actions_meeting.hpp"
#include "partnership/steering/pages.hpp"

#include <algorithm>

namespace samrum::partnership::steering {

using namespace web;

namespace {

std::optional<MeetingId> meeting_id(const module::Call& call) {
    const auto id = MeetingId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}
std::string here(const module::Call& call, std::string_view below = "") {
    return call.link("/steering/meetings/" + std::string(call.part("id")) + std::string(below));
}
MeetingInput meeting_input(const module::Call& call) {
    return {typed(call, "day"), typed(call, "starts"), typed(call, "ends"), typed(call, "place"),
            typed_each(call, "agreements")};
}
Fields meeting_values(const Meeting& one) {
    Fields values;
    values.add("day", one.day.iso());
    values.add("starts", one.starts.iso());
    values.add("ends", one.ends.iso());
    values.add("place", one.place);
    for (const AgreementId& id : one.agreements) values.add("agreements", id.text());
    return values;
}

/// What the parts of the page share.
struct Seen {
    module::Call& call;
    Html& h;
    const ReadMeeting& read;
    const Names& names;
    bool keep;
    bool may_do(Deed deed) const { return keep && may(read.meeting.state, deed); }
};

void small_post(const Seen& s, const std::string& path, std::string_view label, const std::string& about,
                std::string_view field = {}, std::string_view value = {}) {
    form(s.h, s.call.csrf, path, [&] {
        if (!field.empty()) hidden(s.h, field, value);
        s.h(tag::button, attr::cls("ds-button"), attr::set<"data-variant">("tertiary"), attr::set<"data-size">("sm"),
            attr::type("submit"), [&] {
                s.h.text(label);
                visually_hidden(s.h, ": " + about);
            });
    });
}

void item_part(const Seen& s, const Item& one, int number) {
    auto& [call, h, read, names, keep] = s;
    h(tag::section, attr::id("item-" + one.id.text()), [&] {
        heading(h, 3, std::to_string(number) + ". " + one.title);
        if (one.agreement && read.meeting.agreements.size() > 1)
            paragraph(h, [&] { agreement_badges(h, names, {*one.agreement}); });
        prose(h, one.text, 4);
        if (is_material_for(call, one.link))
            paragraph(h, [&] {
                link(h, call.link(one.link), [&] {
                    h.text(said(call, "item.material"));
                    visually_hidden(h, ": " + one.title);
                });
            });
        if (!one.notes.empty()) {
            heading(h, 4, said(call, "notes"));
            prose(h, one.notes, 5);
        }
        consensus_part(h, call, one);
        if (!s.may_do(Deed::note)) return;
        const std::string path = here(call, "/items/" + one.id.text());
        actions(h, [&] {
            link(h, path, [&] {
                h.text(said(call, "item.open"));
                visually_hidden(h, ": " + one.title);
            });
            if (!s.may_do(Deed::draw)) return;
            small_post(s, path + "/move", said(call, "item.up"), one.title, "way", "up");
            small_post(s, path + "/move", said(call, "item.down"), one.title, "way", "down");
            small_post(s, path + "/remove", said(call, "item.remove"), one.title);
        });
    });
}

void agenda_part(const Seen& s, const FormState& state) {
    auto& [call, h, read, names, keep] = s;
    if (read.items.empty()) {
        if (s.may_do(Deed::draw))
            empty_state(h, said(call, "agenda.empty"), said(call, "agenda.empty.why"));
        else
            paragraph(h, said(call, "agenda.none"));
    }
    int number = 0;
    for (const Item& one : read.items) item_part(s, one, ++number);
    if (s.may_do(Deed::draw)) {
        paragraph(h, said(call, "agenda.draw.about"));
        form(h, call.csrf, here(call, "/draw"), [&] {
            submit_button(h, said(call, "agenda.draw"), read.items.empty() ? Variant::primary : Variant::secondary);
        });
        const auto removed = removed_items(call.room(), call.caller, read.meeting.id);
        if (!removed.empty())
            details(h, said(call, "agenda.removed", {{"count", static_cast<std::int64_t>(removed.size())}}), [&] {
                for (const Item& one : removed) {
                    paragraph(h, one.title);
                    small_post(s, here(call, "/items/" + one.id.text() + "/remove"), said(call, "item.back"), one.title,
                               "back", "yes");
                }
            });
    }
    if (!s.may_do(Deed::note)) return;
    details(
        h, said(call, "item.add"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, here(call, "/items"), [&] {
                text_field(
                    h, state,
                    {.name = "title", .label = said(call, "item.title"), .max_length = static_cast<int>(kLongestLine)});
                std::vector<Option> options{{"", said(call, "item.common"), ""}};
                for (const AgreementId& one : read.meeting.agreements)
                    options.push_back({one.text(), names.of(one), ""});
                select_field(h, state, {.name = "agreement", .label = said(call, "action.agreement"), .optional = true},
                             options);
                text_area(h, state, {.name = "text", .label = said(call, "item.text"), .optional = true}, 3);
                actions(h, [&] { submit_button(h, said(call, "item.add"), Variant::secondary); });
            });
        },
        !state.problems.empty());
}

void call_part(const Seen& s) {
    auto& [call, h, read, names, keep] = s;
    if (!s.may_do(Deed::call)) return;
    const bool again = read.meeting.state == MeetingState::called;
    section(h, said(call, "call"), [&] {
        actions(h, [&] {
            confirm(h, call.words,
                    {.id = "call",
                     .opener = said(call, again ? "call.again" : "call.do"),
                     .title = said(call, "call.title"),
                     .text = said(call, "call.text"),
                     .csrf = call.csrf,
                     .action = here(call, "/call"),
                     .tone = Tone::accent});
            confirm(h, call.words,
                    {.id = "cancel",
                     .opener = said(call, "cancel"),
                     .title = said(call, "cancel.title"),
                     .text = said(call, again ? "cancel.called" : "cancel.planned"),
                     .csrf = call.csrf,
                     .action = here(call, "/cancel")});
        });
    });
}

void facts_part(const Seen& s, const FormState& state) {
    auto& [call, h, read, names, keep] = s;
    if (!s.may_do(Deed::change)) return;
    const auto group = see_group(call.room(), call.caller, read.meeting.group);
    details(
        h, said(call, "meeting.change"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, here(call), [&] {
                hidden(h, "revision", std::to_string(read.meeting.revision));
                meeting_fields(h, call, state);
                agreements_field(h, call, state, names, group ? group->group.agreements : read.meeting.agreements);
                actions(h, [&] { submit_button(h, said(call, "save"), Variant::secondary); });
            });
        },
        !state.problems.empty());
}

Fields attendance_values(const Meeting& meeting) {
    Fields values;
    for (const SeatId& one : meeting.present) values.add("present", one.text());
    values.add("others", meeting.others);
    return values;
}

/// Who was there; the same form says that the meeting was held.
void attendance_part(const Seen& s, const FormState& state) {
    auto& [call, h, read, names, keep] = s;
    const Meeting& meeting = read.meeting;
    const auto group = see_group(call.room(), call.caller, meeting.group);
    if (!group) return;
    if (s.may_do(Deed::hold) && meeting.day <= call.today())
        return section(h, said(call, "held"), [&] {
            error_summary(h, state);
            form(h, call.csrf, here(call, "/hold"), [&] {
                std::vector<Option> options;
                for (const SeatSeen& one : group->seats)
                    if (one.seat.period.contains(meeting.day))
                        options.push_back({one.seat.id.text(), one.seat.function, one.seat.organisation});
                checkbox_fields(h, state, {.name = "present", .label = said(call, "present"), .optional = true},
                                options);
                text_field(h, state,
                           {.name = "others",
                            .label = said(call, "others"),
                            .description = said(call, "others.hint"),
                            .optional = true});
                actions(h, [&] {
                    submit_button(h, said(call, meeting.state == MeetingState::held ? "present.save" : "held.do"),
                                  Variant::secondary);
                });
            });
        });
    if (!meeting.is_over()) return;
    section(h, said(call, "present"), [&] {
        std::vector<Content> lines;
        for (const SeatSeen& one : group->seats)
            if (std::ranges::find(meeting.present, one.seat.id) != meeting.present.end())
                lines.emplace_back(
                    said(call, "seat", {{"function", one.seat.function}, {"organisation", one.seat.organisation}}));
        if (!meeting.others.empty()) lines.emplace_back(meeting.others);
        lines.empty() ? paragraph(h, said(call, "present.none")) : bullets(h, lines);
    });
}

void settle_part(const Seen& s, const FormState& state) {
    auto& [call, h, read, names, keep] = s;
    const Meeting& meeting = read.meeting;
    if (s.may_do(Deed::settle))
        section(h, said(call, "settle"), [&] {
            confirm(h, call.words,
                    {.id = "settle",
                     .opener = said(call, "settle.do"),
                     .title = said(call, "settle.title"),
                     .text = said(call, "settle.text"),
                     .csrf = call.csrf,
                     .action = here(call, "/settle"),
                     .tone = Tone::accent});
        });
    if (meeting.state != MeetingState::settled) return;
    section(h, said(call, "addenda"), [&] {
        paragraph(h, said(call, "settled", {{"day", call.words.date(meeting.settled_on.value_or(meeting.day))}}));
        for (const Addendum& one : read.addenda) {
            prose(h, one.text, 3);
            small_print(h, said(call, "added", {{"day", call.words.date(one.on)}, {"by", one.by}}));
        }
        if (!s.may_do(Deed::add)) return;
        error_summary(h, state);
        form(h, call.csrf, here(call, "/addendum"), [&] {
            text_area(h, state,
                      {.name = "addendum", .label = said(call, "addendum"), .description = said(call, "addendum.hint")},
                      3);
            actions(h, [&] { submit_button(h, said(call, "addendum.add"), Variant::secondary); });
        });
    });
}

void where_and_when(Html& h, const module::Call& call, const Meeting& meeting) {
    h.text(call.words.weekday(meeting.day) + " ");
    date(h, call.words, meeting.day);
    h.text(", ");
    isolated(h, call.words.times(meeting.starts, meeting.ends));
    h.text(", ");
    name(h, meeting.place);
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
            const Seen s{call, h, *read, names, may_keep_here(call)};
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
                                     link_button(h, here(call, "/paper"), said(call, "paper"), Variant::tertiary);
                                     link_button(h, here(call, "/invitation.ics"), said(call, "file"),
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
    return done ? call.done(here(call), flash) : show_meeting(call, form_name, done.problems());
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
    return call.done(here(call),
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
    return call.done(here(call), "partnership.steering.flash.saved");
}

Response meeting_file(module::Call& call) {
    const auto id = meeting_id(call);
    const auto read = id ? find_meeting(call.room(), call.caller, *id) : std::nullopt;
    if (!read) return module::not_found(call);
    const std::string address = call.house.public_address + here(call);
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
    crumbs.emplace_back(meeting_title(call, meeting, read->group), here(call));
    return module::page(call, {.title = title, .crumbs = crumbs, .own_heading = true}, [&](Html& h) {
        const Seen s{call, h, *read, names, false};
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
