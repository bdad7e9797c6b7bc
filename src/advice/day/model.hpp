#pragma once
#include "advice/sites/model.hpp"
#include "advice/sites/model_words.hpp"
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The day: the queue before the doors and at the desks, visitors' pages in their languages, booked times.
namespace samrum::advice::day {

using sites::SessionId;
using sites::SiteId;
struct TicketKind;
using TicketId = base::Id<TicketKind>;
struct BookingKind;
using BookingId = base::Id<BookingKind>;

/// A session whose queue runs. It begins before the doors open: people stand there already (seed 002).
struct OpenSession {
    SessionId session;
    std::string secret;  ///< in the QR code: who has it stands in the library
    int last_number = 0;
    bool full = false;  ///< no more numbers today
};
/// More numbers than any day needs: beyond it a queue counts as full.
inline constexpr int kMostNumbers = 300;
inline constexpr int kMostPeople = 20;  ///< who come together with one number

enum class TicketState {
    waiting,
    called,        ///< the number is on the wall; nobody has come yet
    with_adviser,  ///< talks at the desk
    on_hold,       ///< fetches a paper, waits for an interpreter; comes back to the same desk
    done,
    no_show,  ///< called, and nobody came
    left      ///< gave up waiting, as far as it was told
};
std::string_view code_of(TicketState state);
std::optional<TicketState> ticket_state_of(std::string_view code);
inline bool is_over(TicketState state) {
    return state == TicketState::done || state == TicketState::no_show || state == TicketState::left;
}

/// Where the number came from.
enum class Channel { host, phone, kiosk, booked };
std::string_view code_of(Channel channel);
std::optional<Channel> channel_of(std::string_view code);

/// What the first assessment tells while somebody waits; all of it may be empty.
struct Assessment {
    std::string language = {};  ///< wished for; empty: not said, Swedish will do
    std::vector<Topic> topics = {};
    std::optional<Length> length = {};
    bool urgent = false;
    bool operator==(const Assessment&) const = default;
};

struct Ticket {
    TicketId id;
    SessionId session;
    int number = 0;
    TicketState state = TicketState::waiting;
    Assessment needs = {};
    int people = 1;
    Channel channel = Channel::host;
    std::vector<std::byte> owner = {};  ///< hash of the phone's secret; empty: a number on paper
    std::optional<int> desk = {};       ///< who called, holds or is to take it
    std::optional<int> booked = {};     ///< minute of the day of the booked time
    base::Instant arrived = {};
    std::optional<base::Instant> called = {};
    std::optional<base::Instant> ended = {};
    std::string undo = {};  ///< state and desk before the desk's last step
    std::int64_t revision = 1;

    /// A long case wants somebody experienced.
    bool complex() const { return needs.length == Length::long_; }
};

/// A table where advice is given today.
struct Desk {
    int number = 1;
    std::string volunteer = {};  ///< id of who sits there; may be empty
    std::vector<std::string> languages = {};
    bool experienced = false;
    bool open = true;
};

/// A time at the quieter site. The code itself is with the visitor alone.
struct Booking {
    BookingId id;
    SessionId session;
    base::ClockTime starts;
    int minutes = 45;
    std::string language = {};
    bool arrived = false;
    base::Date day = {};  ///< that the visitor was told: the session may have moved since
};
inline constexpr int kBookedMinutes = 45;

}  // namespace samrum::advice::day
