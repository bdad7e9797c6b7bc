#include "advice/day/actions_booking.hpp"

#include "advice/day/actions_queue.hpp"
#include "advice/day/repository_day.hpp"
#include "advice/day/rules_code.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "foundation/store/secrets.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

constexpr std::string_view kBookingPurpose = "advice.booking";
constexpr int kBookAhead = 28;  ///< days
constexpr std::string_view kBookingLock = "advice/booking";

base::Problem slot_is_gone() {
    return base::problem("slot", "advice.day.problem.slot");
}
base::Problem unknown_code() {
    return base::problem("code", "advice.day.problem.code");
}

std::vector<std::byte> code_hash(const store::Reader& room, std::string_view normal) {
    const store::Hash hash = room.secrets().sign(kBookingPurpose, normal);
    return {hash.begin(), hash.end()};
}

std::optional<Booking> find_booking(store::Reader& room, std::string_view typed) {
    const auto normal = normal_booking_code(typed);
    return normal ? booking_by_code(room, code_hash(room, *normal)) : std::nullopt;
}

/// The free times of a session, for somebody new or for the holder of a time that holds no longer.
std::vector<Slot> slots_for(store::Reader& room, const sites::Session& session, const Booking* moving) {
    auto booked = bookings_of(room, session.id);
    std::erase_if(booked,
                  [&](const Booking& one) { return moving && one.id == moving->id && !still_holds(one, session); });
    return free_slots(session, booked);
}

/// The slot, if it is free, at a site that takes bookings, and not in the past.
std::optional<Slot> free_slot(store::Reader& room, base::Date today, SessionId id, base::ClockTime starts,
                              const Booking* moving = nullptr) {
    const auto session = sites::load_session(room, id);
    if (!session || session->state != sites::SessionState::planned) return std::nullopt;
    if (session->day <= today || session->day > today.plus_days(kBookAhead)) return std::nullopt;
    const auto site = sites::load_site(room, session->site);
    if (!site || !site->takes_bookings) return std::nullopt;
    for (const Slot& slot : slots_for(room, *session, moving))
        if (slot.starts == starts) return slot;
    return std::nullopt;
}

base::Result<Booked> insert_at(store::Transaction& tx, base::Date today, SessionId session, base::ClockTime starts,
                               std::string_view language) {
    tx.lock(kBookingLock);
    const auto slot = free_slot(tx, today, session, starts);
    if (!slot) return slot_is_gone();
    const std::string code = new_booking_code();
    const Booking booking{BookingId::random(),   session, starts,   kBookedMinutes,
                          std::string(language), false,   slot->day};
    insert_booking(tx, booking, code_hash(tx, *normal_booking_code(code)));
    tx.journal_anonymous({"advice.booked", session.text(), slot->day, {{"booked", 1}}, {}});
    return Booked{code, *slot};
}

/// A number for a booked time; its session's lock is held.
base::Result<int> ticket_for(store::Transaction& tx, const Booking& booking, base::Instant now,
                             std::string_view owner) {
    auto open = open_session(tx, booking.session);
    if (!open) return base::problem("", "advice.day.problem.not_open_yet");
    if (booking.arrived) return changed_meanwhile();
    Ticket ticket;
    ticket.id = TicketId::random();
    ticket.session = booking.session;
    ticket.number = ++open->last_number;
    ticket.channel = Channel::booked;
    ticket.needs.language = booking.language;
    ticket.needs.length = Length::long_;
    ticket.booked = booking.starts.minutes;
    ticket.arrived = now;
    if (!owner.empty()) {
        const store::Hash hash = store::blake2b(owner);
        ticket.owner = {hash.begin(), hash.end()};
    }
    insert_ticket(tx, ticket);
    save_open(tx, *open);
    Booking there = booking;
    there.arrived = true;
    move_booking(tx, there);
    return ticket.number;
}

}  // namespace

std::vector<FreeTimes> free_times(store::Session& room, base::Date today, std::string_view municipality,
                                  const Booking* moving) {
    std::vector<FreeTimes> all;
    const auto first = today.plus_days(1);
    const auto last = today.plus_days(kBookAhead);
    for (const auto& site : sites::load_sites(room)) {
        if (!site.takes_bookings || site.closed_on || site.municipality != municipality) continue;
        FreeTimes one{site, {}};
        for (const auto& session : sites::sessions_between(room, first, last, site.id)) {
            if (session.state != sites::SessionState::planned) continue;
            const auto slots = slots_for(room, session, moving);
            one.slots.insert(one.slots.end(), slots.begin(), slots.end());
        }
        if (!one.slots.empty()) all.push_back(std::move(one));
    }
    return all;
}

std::int64_t booked_at(store::Session& room, SessionId session) {
    return std::ranges::count(bookings_of(room, session), false, &Booking::arrived);
}

base::Result<Booked> book_for(store::Session& room, const module::Caller& caller, base::Date today, SessionId session,
                              base::ClockTime starts, std::string_view language) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) { return insert_at(tx, today, session, starts, language); });
}

base::Result<Booked> book_own(store::Session& room, base::Date today, std::string_view owner, SessionId session,
                              base::ClockTime starts, base::Instant now) {
    const store::Hash hash = store::blake2b(owner);
    return room.transaction([&](store::Transaction& tx) -> base::Result<Booked> {
        const auto found = ticket_of_owner(tx, hash);
        if (!found) return closed_meanwhile();
        tx.lock(lock_of(found->session));
        auto ticket = load_ticket(tx, found->id);
        if (!ticket || ticket->state != TicketState::waiting) return changed_meanwhile();
        auto booked = insert_at(tx, today, session, starts, ticket->needs.language);
        if (!booked) return booked.problems();
        ticket->state = TicketState::left;
        ticket->ended = now;
        base::ensure(update_ticket(tx, *ticket), "nobody else changes the queue under its lock");
        return booked;
    });
}

std::optional<OwnBooking> own_booking(store::Session& room, std::string_view code) {
    const auto booking = find_booking(room, code);
    const auto session = booking ? sites::load_session(room, booking->session) : std::nullopt;
    const auto site = session ? sites::load_site(room, session->site) : std::nullopt;
    if (!site) return std::nullopt;
    return OwnBooking{*booking, *site, *session};
}

base::Result<base::Done> move_own(store::Session& room, base::Date today, std::string_view code, SessionId session,
                                  base::ClockTime starts) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kBookingLock);
        auto booking = find_booking(tx, code);
        if (!booking) return unknown_code();
        if (booking->arrived) return changed_meanwhile();
        const auto slot = free_slot(tx, today, session, starts, &*booking);
        if (!slot) return slot_is_gone();
        booking->session = session;
        booking->day = slot->day;
        booking->starts = starts;
        move_booking(tx, *booking);
        return base::Done{};
    });
}

base::Result<base::Done> cancel_booking(store::Session& room, std::string_view code) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kBookingLock);
        const auto booking = find_booking(tx, code);
        if (!booking) return unknown_code();
        if (booking->arrived) return changed_meanwhile();
        remove_booking(tx, booking->id);
        return base::Done{};
    });
}

base::Result<std::string> arrive_own(store::Session& room, std::string_view code, base::Instant now) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::string> {
        const auto found = find_booking(tx, code);
        if (!found) return unknown_code();
        tx.lock(lock_of(found->session));
        const auto booking = load_booking(tx, found->id);
        if (!booking) return unknown_code();
        std::string owner = new_owner_secret();
        const auto number = ticket_for(tx, *booking, now, owner);
        if (!number) return number.problems();
        return owner;
    });
}

base::Result<int> arrive(store::Session& room, const module::Caller& caller, BookingId id, base::Instant now) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<int> {
        const auto found = load_booking(tx, id);
        if (!found) return closed_meanwhile();
        tx.lock(lock_of(found->session));
        const auto booking = load_booking(tx, id);
        if (!booking) return closed_meanwhile();
        return ticket_for(tx, *booking, now, {});
    });
}

}  // namespace samrum::advice::day
