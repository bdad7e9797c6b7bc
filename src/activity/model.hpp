#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {
struct PlaceKind;
struct ActivityKind;
}  // namespace samrum::directory

/// The plain activity log of an association's room: what was done, when, where and how many came. Nothing in it says
/// who.
namespace samrum::activity {

using PlaceId = base::Id<directory::PlaceKind>;
using ActivityId = base::Id<directory::ActivityKind>;
struct EntryKind;
using EntryId = base::Id<EntryKind>;
struct FigureKind;
using FigureId = base::Id<FigureKind>;

/// What a line of the log tells.
enum class Kind {
    session,   ///< an occasion of a running activity: advice at a library on a day
    training,  ///< of the association's own people
    theme_evening,
    network_meeting,
    workshop,
    exchange,  ///< exchange of experience with others
    outreach,
    other_event,
    volunteers_active,  ///< how many were active as of a day
    volunteers_joined,
    volunteers_left
};
enum class Family { session, event, headcount };

/// Why volunteers left. A job or studies is a goal reached (seed 002), so it is worth knowing; nobody is named.
enum class LeaveReason { full_time_job, studies, moved, other };

/// What one line says. Which parts a kind has stands in the table of model_codes.cpp. What was not recorded is empty:
/// never zero.
struct Facts {
    Kind kind = Kind::session;
    base::Date day = {};
    std::optional<base::ClockTime> start = {};  ///< planned start; no other clock time is ever kept (L-GDPR-02)
    std::optional<PlaceId> place = {};
    std::optional<ActivityId> activity = {};
    std::optional<int> participants = {};
    std::optional<int> women = {};  ///< of the participants, by their own statement
    std::optional<int> volunteers = {};
    std::optional<int> volunteer_minutes = {};  ///< of all volunteers together
    bool cancelled = false;                     ///< a cancelled session does not count
    std::string title = {};                     ///< of an event
    std::optional<int> count = {};              ///< of a dated count of volunteers
    std::optional<LeaveReason> reason = {};
    bool operator==(const Facts&) const = default;
};

/// A line as it is kept. Its id is random, for a session's row is anonymous.
struct Entry {
    EntryId id;
    std::int64_t revision = 1;  ///< grows with each correction, so that two people do not overwrite each other
    base::Date logged_on;
    Facts facts;
};

/// What a figure stated in a document is about.
enum class FigureOf {
    sessions,
    visits,
    visits_growth,  ///< per cent, against the equally long period before
    women_percent,  ///< of the visitors
    volunteers,
    volunteer_hours,
    volunteers_joined,
    volunteers_left
};

/// A figure that a document states, with its own period or none. It stands beside the log and is never added to it.
struct StatedFigure {
    FigureId id = {};
    FigureOf of = FigureOf::visits;
    std::int64_t value = 0;  ///< in the unit of `of`: persons, hours or per cent
    bool approximate = false;
    std::optional<base::Period> period = {};  ///< empty: the document gives none
    std::optional<ActivityId> activity = {};
    std::string source = {};  ///< the document
    bool operator==(const StatedFigure&) const = default;
};

/// What a person or a file wrote, before anything is judged. Forms and CSV files share it.
struct Draft {
    std::string kind, day, start, place, activity, participants, women, volunteers, hours, cancelled;
    std::string title, count, reason;
    std::string until, approximate, source;  ///< of a stated figure
};

enum class Sort { newest, oldest, most_visited, least_visited };

/// Which lines of the log are asked for. Everything empty: all.
struct Filter {
    std::string kinds = {};  ///< codes of the kinds, separated by spaces
    std::optional<PlaceId> place = {};
    std::optional<ActivityId> activity = {};
    std::optional<base::Date> first = {};
    std::optional<base::Date> last = {};
    std::string text = {};          ///< folded; in the title, or in the name of a place or activity
    std::string named_places = {};  ///< ids of places and activities whose names hold `text`, separated by spaces
    Sort sort = Sort::newest;
};

/// What a set of lines adds up to. `*_known` says in how many held sessions the figure was recorded.
struct Totals {
    std::int64_t lines = 0;
    std::int64_t sessions = 0;  ///< held
    std::int64_t cancelled = 0;
    std::int64_t participants = 0, participants_known = 0;
    std::int64_t women = 0, women_known = 0;
    std::int64_t women_of = 0;  ///< participants of the sessions where women were recorded
    std::int64_t volunteer_minutes = 0, volunteer_minutes_known = 0;
    std::int64_t events = 0;
};

}  // namespace samrum::activity
