#include "advice/day/repository_day.hpp"

namespace samrum::advice::day {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kOpenSelect = "select session, secret, last_number, is_full from advice_open";
const std::string kOpenText = kOpenSelect + " where session = $1";
const std::string kOpenBySecretText = kOpenSelect + " where secret = $1";
const std::string kOpenAllText = kOpenSelect + " order by session";
const Statement kOpen{Scope::room, kOpenText};
const Statement kOpenBySecret{Scope::room, kOpenBySecretText};
const Statement kOpenAll{Scope::room, kOpenAllText};
const Statement kSaveOpen{Scope::room,
                          "insert into advice_open (session, secret, last_number, is_full) values ($1, $2, $3, $4) "
                          "on conflict (session) do update set secret = excluded.secret, "
                          "last_number = excluded.last_number, is_full = excluded.is_full"};

const std::string kTicketSelect =
    "select id, session, number, state, language, topics, length, urgent, people, channel, owner, desk, booked, "
    "arrived, called, ended, undo, revision from advice_ticket";
const std::string kTicketsText = kTicketSelect + " where session = $1 order by number";
const std::string kTicketText = kTicketSelect + " where id = $1";
const std::string kTicketOfOwnerText = kTicketSelect + " where owner = $1";
const Statement kTickets{Scope::room, kTicketsText};
const Statement kTicket{Scope::room, kTicketText};
const Statement kTicketOfOwner{Scope::room, kTicketOfOwnerText};
const Statement kInsertTicket{
    Scope::room,
    "insert into advice_ticket (id, session, number, state, language, topics, length, urgent, complex, people, "
    "channel, "
    "owner, desk, booked, arrived, called, ended, undo, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)"};
const Statement kUpdateTicket{
    Scope::room,
    "update advice_ticket set state = $3, language = $4, topics = $5, length = $6, urgent = $7, complex = $8, "
    "people = $9, desk = $10, called = $11, ended = $12, undo = $13, revision = revision + 1 "
    "where id = $1 and revision = $2"};

const Statement kDesks{Scope::room,
                       "select desk, volunteer, languages, experienced, open from advice_desk where session = $1 "
                       "order by desk"};
const Statement kSaveDesk{
    Scope::room,
    "insert into advice_desk (session, desk, volunteer, languages, experienced, open) values ($1, $2, $3, $4, $5, $6) "
    "on conflict (session, desk) do update set volunteer = excluded.volunteer, languages = excluded.languages, "
    "experienced = excluded.experienced, open = excluded.open"};

const Statement kRemoveOpen{Scope::room, "delete from advice_open where session = $1"};
const Statement kRemoveTickets{Scope::room, "delete from advice_ticket where session = $1"};
const Statement kRemoveDesks{Scope::room, "delete from advice_desk where session = $1"};

const std::string kBookingSelect = "select id, session, starts, minutes, language, arrived, day from advice_booking";
const std::string kBookingsText = kBookingSelect + " where session = $1 order by starts";
const std::string kBookingByCodeText = kBookingSelect + " where code_hash = $1";
const std::string kBookingText = kBookingSelect + " where id = $1";
const Statement kBookings{Scope::room, kBookingsText};
const Statement kBookingByCode{Scope::room, kBookingByCodeText};
const Statement kBooking{Scope::room, kBookingText};
const Statement kInsertBooking{
    Scope::room,
    "insert into advice_booking (id, session, starts, minutes, language, code_hash, arrived, day) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Statement kMoveBooking{
    Scope::room, "update advice_booking set session = $2, starts = $3, arrived = $4, day = $5 where id = $1"};
const Statement kRemoveBooking{Scope::room, "delete from advice_booking where id = $1"};
const Statement kRemoveBookings{Scope::room, "delete from advice_booking where session = $1"};
const Statement kRemovePastBookings{Scope::room,
                                    "delete from advice_booking where session in (select id from advice_session "
                                    "where state <> 'open' and (day < $1 or state = 'held'))"};

const Statement kReviews{Scope::room,
                         "select language, phrase, text_hash, reviewed_on, reviewed_by from advice_phrase_review "
                         "where language = $1 order by phrase"};
const Statement kSaveReview{
    Scope::room,
    "insert into advice_phrase_review (language, phrase, text_hash, reviewed_on, reviewed_by) "
    "values ($1, $2, $3, $4, $5) on conflict (language, phrase) do update set text_hash = excluded.text_hash, "
    "reviewed_on = excluded.reviewed_on, reviewed_by = excluded.reviewed_by"};

OpenSession open_of(const Row& row) {
    return {row.id<SessionId>(0), row.text(1), static_cast<int>(row.integer(2)), row.flag(3)};
}

std::optional<int> number_in(const Row& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

std::vector<Topic> topics_in(std::string_view joined) {
    std::vector<Topic> all;
    for (const std::string& code : split_codes(joined))
        if (const auto topic = topic_of(code)) all.push_back(*topic);
    return all;
}
std::string joined(const std::vector<Topic>& topics) {
    std::vector<std::string> codes;
    codes.reserve(topics.size());
    for (const Topic topic : topics) codes.emplace_back(code_of(topic));
    return join_codes(codes);
}

Ticket ticket_of(const Row& row) {
    Ticket one;
    one.id = row.id<TicketId>(0);
    one.session = row.id<SessionId>(1);
    one.number = static_cast<int>(row.integer(2));
    one.state = ticket_state_of(row.view(3)).value();
    one.needs = {row.text(4), topics_in(row.view(5)), length_of(row.view(6)), row.flag(7)};
    one.people = static_cast<int>(row.integer(8));
    one.channel = channel_of(row.view(9)).value();
    if (!row.is_null(10)) one.owner = row.bytes(10);
    one.desk = number_in(row, 11);
    one.booked = number_in(row, 12);
    one.arrived = row.instant(13);
    one.called = row.maybe(14, &Row::instant);
    one.ended = row.maybe(15, &Row::instant);
    one.undo = row.text(16);
    one.revision = row.integer(17);
    return one;
}

std::string length_code(const Assessment& needs) {
    return needs.length ? std::string(code_of(*needs.length)) : std::string();
}

Desk desk_of(const Row& row) {
    return {static_cast<int>(row.integer(0)), row.text(1), split_codes(row.view(2)), row.flag(3), row.flag(4)};
}

Booking booking_of(const Row& row) {
    return {row.id<BookingId>(0),
            row.id<SessionId>(1),
            {static_cast<int>(row.integer(2))},
            static_cast<int>(row.integer(3)),
            row.text(4),
            row.flag(5),
            row.date(6)};
}

store::Bytes bytes_of(std::span<const std::byte> bytes) {
    return {bytes.begin(), bytes.end()};
}

}  // namespace

std::optional<OpenSession> open_session(store::Reader& room, SessionId session) {
    return room.one(kOpen, open_of, session);
}
std::optional<OpenSession> open_by_secret(store::Reader& room, std::string_view secret) {
    return room.one(kOpenBySecret, open_of, secret);
}
std::vector<OpenSession> open_sessions(store::Reader& room) {
    return room.all(kOpenAll, open_of);
}
void save_open(store::Transaction& room, const OpenSession& one) {
    room.run(kSaveOpen, one.session, one.secret, one.last_number, one.full);
}

std::vector<Ticket> tickets_of(store::Reader& room, SessionId session) {
    return room.all(kTickets, ticket_of, session);
}
std::optional<Ticket> load_ticket(store::Reader& room, TicketId id) {
    return room.one(kTicket, ticket_of, id);
}
std::optional<Ticket> ticket_of_owner(store::Reader& room, std::span<const std::byte> owner) {
    return room.one(kTicketOfOwner, ticket_of, bytes_of(owner));
}
void insert_ticket(store::Transaction& room, const Ticket& one) {
    const auto owner = one.owner.empty() ? std::nullopt : std::optional(one.owner);
    room.run(kInsertTicket, one.id, one.session, one.number, code_of(one.state), one.needs.language,
             joined(one.needs.topics), length_code(one.needs), one.needs.urgent, one.complex(), one.people,
             code_of(one.channel), owner, one.desk, one.booked, one.arrived, one.called, one.ended, one.undo);
}
bool update_ticket(store::Transaction& room, const Ticket& one) {
    return room.run(kUpdateTicket, one.id, one.revision, code_of(one.state), one.needs.language,
                    joined(one.needs.topics), length_code(one.needs), one.needs.urgent, one.complex(), one.people,
                    one.desk, one.called, one.ended, one.undo) == 1;
}

std::vector<Desk> desks_of(store::Reader& room, SessionId session) {
    return room.all(kDesks, desk_of, session);
}
void save_desk(store::Transaction& room, SessionId session, const Desk& one) {
    room.run(kSaveDesk, session, one.number, one.volunteer, join_codes(one.languages), one.experienced, one.open);
}

void remove_day(store::Transaction& room, SessionId session) {
    room.run(kRemoveTickets, session);
    room.run(kRemoveDesks, session);
    room.run(kRemoveOpen, session);
}

std::vector<Booking> bookings_of(store::Reader& room, SessionId session) {
    return room.all(kBookings, booking_of, session);
}
std::optional<Booking> booking_by_code(store::Reader& room, std::span<const std::byte> code_hash) {
    return room.one(kBookingByCode, booking_of, bytes_of(code_hash));
}
std::optional<Booking> load_booking(store::Reader& room, BookingId id) {
    return room.one(kBooking, booking_of, id);
}
void insert_booking(store::Transaction& room, const Booking& one, std::span<const std::byte> code_hash) {
    room.run(kInsertBooking, one.id, one.session, one.starts.minutes, one.minutes, one.language, bytes_of(code_hash),
             one.arrived, one.day);
}
void move_booking(store::Transaction& room, const Booking& one) {
    room.run(kMoveBooking, one.id, one.session, one.starts.minutes, one.arrived, one.day);
}
void remove_booking(store::Transaction& room, BookingId id) {
    room.run(kRemoveBooking, id);
}
void remove_bookings(store::Transaction& room, SessionId session) {
    room.run(kRemoveBookings, session);
}
std::int64_t remove_past_bookings(store::Transaction& room, base::Date before) {
    return room.run(kRemovePastBookings, before);
}

std::vector<PhraseReview> phrase_reviews(store::Reader& room, std::string_view language) {
    return room.all(
        kReviews,
        [](const Row& row) {
            return PhraseReview{row.text(0), row.text(1), row.text(2), row.date(3), row.text(4)};
        },
        language);
}
void save_review(store::Transaction& room, const PhraseReview& one) {
    room.run(kSaveReview, one.language, one.phrase, one.text_hash, one.reviewed_on, one.reviewed_by);
}

}  // namespace samrum::advice::day
