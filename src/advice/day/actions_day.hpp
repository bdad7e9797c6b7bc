#pragma once
#include "advice/day/model.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Opening and closing: before the official time, for people stand there already; after closing only counts remain.
namespace samrum::advice::day {

/// A site and its day as the coordinator and the volunteers see it.
struct DayView {
    sites::Site site;
    std::vector<sites::Session> today = {};      ///< of the day, by clock
    std::optional<sites::Session> session = {};  ///< the one that is open
    std::optional<OpenSession> open = {};
    std::vector<Ticket> tickets = {};
    std::vector<Desk> desks = {};
    std::vector<Booking> bookings = {};
    std::vector<base::Uuid> with_sheet = {};  ///< tickets that a case sheet was written for
};
/// Refused without kAdvise; a refusal too when there is no such site.
base::Result<DayView> day_view(store::Session& room, const module::Caller& caller, base::Date today,
                               std::string_view slug);
/// The same of a site for visitors, without asking who they are: its open session by its secret.
std::optional<DayView> view_by_secret(store::Session& room, std::string_view slug, std::string_view secret);
/// Is a session of the site open on this day? Opening hours are public.
bool is_open(store::Session& room, sites::SiteId site, base::Date today);

/// Opens a session that is planned for today; one at a time at a site.
base::Result<base::Done> open_day(store::Session& room, const module::Caller& caller, base::Date today, SessionId id);
/// What the one who closes says of the whole.
struct Held {
    int advisers = 0;
    int minutes = 0;  ///< of all advisers together
};
/// Closes it: the queue becomes counts, everything else goes, and the session counts as held. With `not_held` it was
/// opened by mistake: nothing is counted, and it is planned as before; refused once somebody has been helped.
base::Result<base::Done> close_day(store::Session& room, const module::Caller& caller, SessionId id, const Held& held,
                                   bool not_held);
/// A new secret: whoever has the old QR code can take no number and hear nothing more.
base::Result<base::Done> renew_secret(store::Session& room, const module::Caller& caller, SessionId session);
/// No more numbers today, or again.
base::Result<base::Done> set_full(store::Session& room, const module::Caller& caller, SessionId session, bool full);

/// Closes what somebody forgot to close, so that nothing lives over night; answers how many. For the nightly job.
int close_forgotten(store::Session& room, base::Date today);

/// The live topic of an open session: it says that something changed, to whoever knows the secret.
std::string live_topic(store::RoomId room, const OpenSession& open);
/// The topic of the room's own people, who need no secret: a new QR code does not cut their pages off.
std::string staff_topic(store::RoomId room);
/// Is this a live topic that whoever knows it may listen to? `below` is "day/<secret>".
bool is_open_topic(store::Reader& room, std::string_view below);

/// The lock that every change of a session's queue takes first.
std::string lock_of(SessionId session);
inline base::Problem closed_meanwhile() {
    return base::problem("", "advice.day.problem.closed");
}
inline base::Problem changed_meanwhile() {
    return base::problem("", "advice.day.problem.changed");
}

}  // namespace samrum::advice::day
