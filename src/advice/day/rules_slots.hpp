#pragma once
#include "advice/day/model.hpp"

#include <span>
#include <vector>

namespace samrum::advice::day {

/// A time that can be booked.
struct Slot {
    SessionId session;
    SiteId site;
    base::Date day;
    base::ClockTime starts;
};

/// The free times of one session: one after the other from its start, the last ending within it.
std::vector<Slot> free_slots(const sites::Session& session, std::span<const Booking> booked);

/// Does the session still take place on the booked day, with the booked time within its hours?
bool still_holds(const Booking& booking, const sites::Session& session);

}  // namespace samrum::advice::day
