#pragma once
#include "advice/day/model.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace samrum::advice::day {

std::optional<OpenSession> open_session(store::Reader& room, SessionId session);
std::optional<OpenSession> open_by_secret(store::Reader& room, std::string_view secret);
std::vector<OpenSession> open_sessions(store::Reader& room);
void save_open(store::Transaction& room, const OpenSession& one);

/// Every ticket of a session, by number.
std::vector<Ticket> tickets_of(store::Reader& room, SessionId session);
std::optional<Ticket> load_ticket(store::Reader& room, TicketId id);
std::optional<Ticket> ticket_of_owner(store::Reader& room, std::span<const std::byte> owner);
void insert_ticket(store::Transaction& room, const Ticket& one);
/// False when somebody changed it since `ticket.revision`.
bool update_ticket(store::Transaction& room, const Ticket& one);

/// The desks of a session, by number; those that were left too.
std::vector<Desk> desks_of(store::Reader& room, SessionId session);
void save_desk(store::Transaction& room, SessionId session, const Desk& one);

/// Removes the day's transient rows of one session.
void remove_day(store::Transaction& room, SessionId session);

/// The booked times of a session, by clock.
std::vector<Booking> bookings_of(store::Reader& room, SessionId session);
std::optional<Booking> booking_by_code(store::Reader& room, std::span<const std::byte> code_hash);
std::optional<Booking> load_booking(store::Reader& room, BookingId id);
void insert_booking(store::Transaction& room, const Booking& one, std::span<const std::byte> code_hash);
void move_booking(store::Transaction& room, const Booking& one);
void remove_booking(store::Transaction& room, BookingId id);
void remove_bookings(store::Transaction& room, SessionId session);
/// Removes the booked times of sessions before a day, and of those that were held; answers how many. Those of a
/// cancelled session stay until its day has passed: the page of the code says that it is cancelled.
std::int64_t remove_past_bookings(store::Transaction& room, base::Date before);

/// A phrase that a person who knows the language has read.
struct PhraseReview {
    std::string language;
    std::string phrase;
    std::string text_hash;
    base::Date reviewed_on;
    std::string reviewed_by;
};
std::vector<PhraseReview> phrase_reviews(store::Reader& room, std::string_view language);
void save_review(store::Transaction& room, const PhraseReview& one);

}  // namespace samrum::advice::day
