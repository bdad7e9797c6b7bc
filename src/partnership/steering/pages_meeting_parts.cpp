#include "partnership/steering/pages_meeting_parts.hpp"

#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_invitation.hpp"
#include "partnership/steering/actions_meeting.hpp"

#include <algorithm>

namespace samrum::partnership::steering {

using namespace web;

std::string meeting_here(const module::Call& call, std::string_view below) {
    return call.link("/steering/meetings/" + std::string(call.part("id")) + std::string(below));
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

namespace {

void small_post(const SeenMeeting& s, const std::string& path, std::string_view label, const std::string& about,
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

void item_part(const SeenMeeting& s, const Item& one, int number) {
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
        const std::string path = meeting_here(call, "/items/" + one.id.text());
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

}  // namespace

void agenda_part(const SeenMeeting& s, const FormState& state) {
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
        form(h, call.csrf, meeting_here(call, "/draw"), [&] {
            submit_button(h, said(call, "agenda.draw"), read.items.empty() ? Variant::primary : Variant::secondary);
        });
        const auto removed = removed_items(call.room(), call.caller, read.meeting.id);
        if (!removed.empty())
            details(h, said(call, "agenda.removed", {{"count", static_cast<std::int64_t>(removed.size())}}), [&] {
                for (const Item& one : removed) {
                    paragraph(h, one.title);
                    small_post(s, meeting_here(call, "/items/" + one.id.text() + "/remove"), said(call, "item.back"),
                               one.title, "back", "yes");
                }
            });
    }
    if (!s.may_do(Deed::note)) return;
    details(
        h, said(call, "item.add"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, meeting_here(call, "/items"), [&] {
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

namespace {

/// Who gets the letter, and who has no address to send it to.
void reached_part(const SeenMeeting& s) {
    auto& [call, h, read, names, keep] = s;
    std::vector<Content> reached, missed;
    for (const Reached& one : reached_by_call(call.room(), call.caller, read.meeting))
        (one.by_letter ? reached : missed)
            .emplace_back(said(call, "seat", {{"function", one.function}, {"organisation", one.organisation}}));
    if (!reached.empty()) {
        heading(h, 3, said(call, "call.reaches"));
        bullets(h, reached);
    }
    if (missed.empty()) return;
    notice(h, Tone::warning, said(call, "call.misses"), [&] {
        bullets(h, missed);
        paragraph(h, [&] {
            link(h, call.link("/steering/groups/" + read.meeting.group.text()), said(call, "call.misses.do"));
        });
    });
}

}  // namespace

void call_part(const SeenMeeting& s) {
    auto& [call, h, read, names, keep] = s;
    if (!s.may_do(Deed::call)) return;
    const bool again = read.meeting.state == MeetingState::called;
    section(h, said(call, "call"), [&] {
        reached_part(s);
        actions(h, [&] {
            confirm(h, call.words,
                    {.id = "call",
                     .opener = said(call, again ? "call.again" : "call.do"),
                     .title = said(call, "call.title"),
                     .text = said(call, "call.text"),
                     .csrf = call.csrf,
                     .action = meeting_here(call, "/call"),
                     .tone = Tone::accent});
            confirm(h, call.words,
                    {.id = "cancel",
                     .opener = said(call, "cancel"),
                     .title = said(call, "cancel.title"),
                     .text = said(call, again ? "cancel.called" : "cancel.planned"),
                     .csrf = call.csrf,
                     .action = meeting_here(call, "/cancel")});
        });
    });
}

void facts_part(const SeenMeeting& s, const FormState& state) {
    auto& [call, h, read, names, keep] = s;
    if (!s.may_do(Deed::change)) return;
    const auto group = see_group(call.room(), call.caller, read.meeting.group);
    details(
        h, said(call, "meeting.change"),
        [&] {
            error_summary(h, state);
            form(h, call.csrf, meeting_here(call), [&] {
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
void attendance_part(const SeenMeeting& s, const FormState& state) {
    auto& [call, h, read, names, keep] = s;
    const Meeting& meeting = read.meeting;
    const auto group = see_group(call.room(), call.caller, meeting.group);
    if (!group) return;
    if (s.may_do(Deed::hold) && meeting.day <= call.today())
        return section(h, said(call, "held"), [&] {
            error_summary(h, state);
            form(h, call.csrf, meeting_here(call, "/hold"), [&] {
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

void settle_part(const SeenMeeting& s, const FormState& state) {
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
                     .action = meeting_here(call, "/settle"),
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
        form(h, call.csrf, meeting_here(call, "/addendum"), [&] {
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

}  // namespace samrum::partnership::steering
