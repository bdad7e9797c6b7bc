#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {
struct PlaceKind;
struct ActivityKind;
}  // namespace samrum::directory

/// Where and when advice is given: sites, their weekly hours, and the single sessions that come of them.
namespace samrum::advice::sites {

using PlaceId = base::Id<directory::PlaceKind>;
using ActivityId = base::Id<directory::ActivityKind>;
struct SiteKind;
using SiteId = base::Id<SiteKind>;
struct RuleKind;
using RuleId = base::Id<RuleKind>;
struct ClosureKind;
using ClosureId = base::Id<ClosureKind>;
struct SessionKind;
using SessionId = base::Id<SessionKind>;

/// A place where advice is given, and how it is done there.
struct Site {
    SiteId id;
    PlaceId place;
    std::string name;  ///< of the place: "Lunds stadsbibliotek"
    std::string slug;  ///< in addresses: "stadsbiblioteket"
    ActivityId activity;
    std::string municipality;
    int desks = 2;
    bool takes_bookings = false;  ///< the quieter site, where long cases are offered a time
    bool phone_tickets = false;   ///< a QR code gives a number on the visitor's own phone
    bool kiosk = false;           ///< a screen of the library's gives numbers
    bool wall = false;            ///< a screen shows which number goes to which desk
    bool asks_gender = false;     ///< own statement, never required
    int note_days = 0;            ///< free-text notes die after so many days; 0: no notes
    base::Date opened_on;         ///< its sessions are kept here from this day on; its hours may tell of earlier times
    std::optional<base::Date> closed_on = {};
};

/// What a session wants of its advisers.
struct Wants {
    int advisers = 2;
    bool experienced = false;                 ///< at least one with experience
    bool mixed = false;                       ///< both established and newcomers among them
    std::vector<std::string> languages = {};  ///< codes, see model_words.hpp
    bool operator==(const Wants&) const = default;
};

/// "Tuesdays 16–18, from 3 September": part of a site's hours. A change of hours ends one rule and begins another.
struct WeeklyRule {
    RuleId id;
    SiteId site;
    unsigned weekday = 1;  ///< 1 Monday … 7 Sunday
    int every_weeks = 1;   ///< 1, or 2: every other week, counted from the week of the first day
    base::ClockTime starts;
    base::ClockTime ends;
    base::Period days;
    bool on_holidays = false;  ///< also on public holidays and their eves (base::is_statutory_rest_day)
    Wants wants;
};

/// Days without sessions at one site or all.
struct Closure {
    ClosureId id;
    std::optional<SiteId> site;  ///< nothing: every site
    base::Period days;
    std::string reason;
};

enum class SessionState { planned, cancelled, open, held };
std::string_view code_of(SessionState state);  ///< "planned"
std::optional<SessionState> session_state_of(std::string_view code);

/// One occasion at one site on one day. Only `held` counts; two sites on one day are two.
struct Session {
    SessionId id;
    SiteId site;
    base::Date day;
    base::ClockTime starts;
    base::ClockTime ends;
    SessionState state = SessionState::planned;
    std::optional<RuleId> rule = {};          ///< nothing: an extra session
    std::optional<base::Date> slot_day = {};  ///< the day that the rule gave, also when it was moved since
    bool edited = false;                      ///< by hand: a change of the rules leaves it alone
    Wants wants = {};
    std::string reason = {};           ///< why it was cancelled
    std::optional<int> advisers = {};  ///< who were there, when it was held
    std::optional<int> minutes = {};   ///< of all volunteers together, when it was held
    std::int64_t revision = 1;
};

}  // namespace samrum::advice::sites
