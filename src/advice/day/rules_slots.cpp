#include "advice/day/rules_slots.hpp"

#include <algorithm>

namespace samrum::advice::day {

std::vector<Slot> free_slots(const sites::Session& session, std::span<const Booking> booked) {
    std::vector<Slot> slots;
    for (int at = session.starts.minutes; at + kBookedMinutes <= session.ends.minutes; at += kBookedMinutes) {
        const bool taken = std::ranges::any_of(booked, [&](const Booking& one) { return one.starts.minutes == at; });
        if (!taken) slots.push_back({session.id, session.site, session.day, {at}});
    }
    return slots;
}

bool still_holds(const Booking& booking, const sites::Session& session) {
    const bool takes_place =
        session.state == sites::SessionState::planned || session.state == sites::SessionState::open;
    return takes_place && session.day == booking.day && booking.starts >= session.starts &&
           booking.starts.minutes + booking.minutes <= session.ends.minutes;
}

}  // namespace samrum::advice::day
