#pragma once
#include "advice/day/actions_day.hpp"
#include "advice/day/rules_slots.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Booked times at the quieter site: a code on paper or in the phone and no account.
namespace samrum::advice::day {

/// A site that takes bookings, with its free times of the coming weeks.
struct FreeTimes {
    sites::Site site;
    std::vector<Slot> slots = {};
};
/// Every site that takes bookings and has a free time, from the day after `today`; of the municipality. A time that
/// does not hold any more is no obstacle to its own holder: `moving`.
std::vector<FreeTimes> free_times(store::Session& room, base::Date today, std::string_view municipality,
                                  const Booking* moving = nullptr);
/// How many are booked at a session and have not come yet.
std::int64_t booked_at(store::Session& room, SessionId session);

/// A code that nobody but its holder has: only its hash is kept.
struct Booked {
    std::string code;
    Slot slot;
};
/// An adviser or host books for somebody who stands there.
base::Result<Booked> book_for(store::Session& room, const module::Caller& caller, base::Date today, SessionId session,
                              base::ClockTime starts, std::string_view language);
/// Whoever holds a number on the phone books with it; the number is given back.
base::Result<Booked> book_own(store::Session& room, base::Date today, std::string_view owner, SessionId session,
                              base::ClockTime starts, base::Instant now);

/// What the holder of a code sees.
struct OwnBooking {
    Booking booking;
    sites::Site site;
    sites::Session session;
};
std::optional<OwnBooking> own_booking(store::Session& room, std::string_view code);
base::Result<base::Done> move_own(store::Session& room, base::Date today, std::string_view code, SessionId session,
                                  base::ClockTime starts);
base::Result<base::Done> cancel_booking(store::Session& room, std::string_view code);
/// The holder is there, and the session open: a number that goes first at its time. Answers the phone's owner secret.
base::Result<std::string> arrive_own(store::Session& room, std::string_view code, base::Instant now);
/// A host sees them come.
base::Result<int> arrive(store::Session& room, const module::Caller& caller, BookingId id, base::Instant now);

}  // namespace samrum::advice::day
