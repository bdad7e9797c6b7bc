#include "partnership/steering/actions_invitation.hpp"

#include "directory/actions_person.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "partnership/steering/actions_read.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/repository_group.hpp"
#include "partnership/steering/repository_meeting.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::steering {
namespace {

constexpr std::string_view kInvitationKinds[] = {"call", "change", "cancel"};

/// Where a letter to the function goes on a day: to who holds it, else to the function's own address.
std::optional<std::string> address_of(store::Reader& room, const Seat& seat, base::Date day) {
    for (const Holding& one : load_holdings(room, seat.group))
        if (one.seat == seat.id && one.period.contains(day))
            if (auto address = directory::mail_address(room, directory::PersonAliasId{one.person})) return address;
    return seat.email.empty() ? std::nullopt : std::optional(seat.email);
}

std::string address_of_meeting(const module::JobCall& call, MeetingId id) {
    const auto room = directory::find_room(*call.work.store().lobby(), call.work.place().value());
    return call.house.public_address + "/" + (room ? room->short_name : "") + "/steering/meetings/" + id.text();
}

/// The invitation itself: only with somebody who invites, for programs refuse it otherwise (RFC 5546).
std::string invitation_of(const document::CalendarEvent& event, const std::string& to,
                          const std::optional<std::string>& organizer) {
    if (!organizer) return "";
    document::CalendarEvent invited = event;
    invited.organizer = *organizer;
    invited.attendees = {to};
    return document::icalendar({.name = event.title,
                                .language = "sv",
                                .made = base::Instant::now(),
                                .events = {invited},
                                .method = event.cancelled ? "CANCEL" : "REQUEST"});
}

}  // namespace

void write_invitations(store::Transaction& tx, const Meeting& meeting, Invitation kind) {
    for (const Seat& seat : load_seats(tx, meeting.group)) {
        if (!seat.period.contains(meeting.day)) continue;
        const nlohmann::ordered_json job{{"meeting", meeting.id.text()},
                                         {"seat", seat.id.text()},
                                         {"kind", kInvitationKinds[static_cast<std::size_t>(kind)]},
                                         {"sequence", meeting.sequence}};
        jobs::enqueue(tx, kInvitationJob, job.dump(), base::Instant::now());
    }
}

std::vector<Reached> reached_by_call(store::Reader& room, const module::Caller& caller, const Meeting& meeting) {
    std::vector<Reached> all;
    if (!module::may_for(caller, kKeepSteering, caller.room_organisation)) return all;
    for (const Seat& seat : load_seats(room, meeting.group))
        if (seat.period.contains(meeting.day))
            all.push_back({seat.function, seat.organisation, address_of(room, seat, meeting.day).has_value()});
    return all;
}

void send_invitation(module::JobCall& call) {
    const auto job = nlohmann::json::parse(call.work.arguments());
    const auto id = MeetingId::parse(job.at("meeting").get<std::string>()).value();
    const std::string kind = job.at("kind");
    const text::Words& words = call.house.catalogues->words("sv");
    const std::string address = address_of_meeting(call, id);
    call.work.open()->transaction([&](store::Transaction& tx) {
        call.work.complete(tx);
        const auto meeting = load_meeting(tx, id);
        // What changed again meanwhile is told by its own letter.
        if (!meeting || meeting->sequence != job.at("sequence").get<std::int64_t>()) return;
        const auto group = load_group(tx, meeting->group);
        std::optional<std::string> to;
        std::optional<std::string> organizer;
        for (const Seat& seat : load_seats(tx, meeting->group)) {
            if (seat.id.text() == job.at("seat").get<std::string>()) to = address_of(tx, seat, meeting->day);
            if (seat.convener && seat.period.contains(meeting->day)) organizer = address_of(tx, seat, meeting->day);
        }
        if (!to) return;
        const auto event = event_of_meeting(*meeting, group->name, words, address);
        const base::MessageArgs args{{"group", group->name},
                                     {"day", words.weekday(meeting->day) + " " + words.date(meeting->day)},
                                     {"hours", words.times(meeting->starts, meeting->ends)},
                                     {"place", meeting->place},
                                     {"address", address}};
        const std::string key = "partnership.steering.letter." + kind;
        jobs::queue_mail(
            tx, {*to, words(key + ".subject", args), words(key + ".text", args), invitation_of(event, *to, organizer)});
    });
}

document::CalendarEvent event_of_meeting(const Meeting& meeting, const std::string& group, const text::Words& words,
                                         const std::string& address) {
    document::CalendarEvent event;
    event.uid = "steering-meeting-" + meeting.id.text();
    event.day = meeting.day;
    event.hours = document::EventHours{meeting.starts, meeting.ends};
    event.title = words("partnership.steering.event", {{"group", group}});
    event.description = words("partnership.steering.event.about", {{"address", address}});
    event.location = meeting.place;
    event.url = address;
    event.cancelled = meeting.state == MeetingState::cancelled;
    event.sequence = meeting.sequence;
    return event;
}

std::vector<document::CalendarEvent> meeting_events(const module::FeedCall& call) {
    constexpr int kPastDays = 400;
    std::vector<document::CalendarEvent> events;
    for (const Meeting& one : all_meetings(call.room, call.owner)) {
        if (one.day < call.today.plus_days(-kPastDays)) continue;
        const auto group = load_group(call.room, one.group);
        events.push_back(
            event_of_meeting(one, group->name, call.words, call.address("/steering/meetings/" + one.id.text())));
    }
    return events;
}

}  // namespace samrum::partnership::steering
