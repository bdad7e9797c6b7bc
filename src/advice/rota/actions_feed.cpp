#include "advice/rota/actions_feed.hpp"

#include "advice/rota/actions_shift.hpp"
#include "advice/rota/repository_rota.hpp"
#include "advice/sites/repository_site.hpp"
#include "foundation/document/calendar.hpp"

namespace samrum::advice::rota {
namespace {

constexpr int kFeedPastDays = 31;

document::CalendarEvent event_of(const module::FeedCall& call, const Held& held, const sites::Session& session) {
    const auto site = sites::load_site(call.room, session.site);
    document::CalendarEvent event;
    event.uid = "advice-shift-" + held.session.text() + "-" + held.volunteer.text();
    event.day = session.day;
    event.hours = document::EventHours{session.starts, session.ends};
    event.title = call.words(held.state == ShiftState::offered ? "advice.rota.feed.offered" : "advice.rota.feed.shift");
    event.location = site ? site->name : "";
    event.url = call.address("/advice/shifts");
    event.cancelled = session.state == sites::SessionState::cancelled;
    // An offer is a change too, and taking it back another: the session's own changes weigh more.
    event.sequence = session.revision * 2 + (held.state == ShiftState::offered ? 1 : 0);
    return event;
}

}  // namespace

std::vector<document::CalendarEvent> shift_events(const module::FeedCall& call) {
    std::vector<document::CalendarEvent> events;
    const auto me = own_volunteer(call.room, call.owner);
    if (!me) return events;
    for (const Held& one : every_shift_of(call.room, *me)) {
        if (one.day < call.today.plus_days(-kFeedPastDays)) continue;
        if (const auto session = sites::load_session(call.room, one.session))
            events.push_back(event_of(call, one, *session));
    }
    return events;
}

}  // namespace samrum::advice::rota
