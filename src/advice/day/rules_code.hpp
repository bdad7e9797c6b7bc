#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace samrum::advice::day {

/// The secret of an open session, which the QR code holds: twelve letters without look-alikes, 59 random bits; short
/// enough to be typed on a library's screen.
std::string new_day_secret();
/// What makes a phone the owner of its ticket: 40 letters, 196 random bits. Long enough to be left out of every log.
std::string new_owner_secret();
/// Could it be one?
bool is_owner_secret(std::string_view text);
/// A code for a booked time, as it is written on paper: "K7QM-2XDF-9H", 49 random bits, with a limited number of tries.
std::string new_booking_code();
/// A code as it was typed, in any case and with any separators; nothing when it cannot be one.
std::optional<std::string> normal_booking_code(std::string_view typed);

}  // namespace samrum::advice::day
