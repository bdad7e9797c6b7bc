#pragma once
#include "advice/sites/model.hpp"
#include "advice/volunteers/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who stands at which session: taken, swapped and left by the people themselves; the solver only suggests.
namespace samrum::advice::rota {

using sites::SessionId;
using volunteers::VolunteerId;

/// `offered`: the volunteer still has the shift and asks somebody to take over, so a full shift can be left.
enum class ShiftState { taken, offered };
std::string_view code_of(ShiftState state);
std::optional<ShiftState> shift_state_of(std::string_view code);

/// Who put the volunteer there.
enum class ShiftSource { self, coordinator, solver };
std::string_view code_of(ShiftSource source);
std::optional<ShiftSource> shift_source_of(std::string_view code);

struct Shift {
    SessionId session;
    VolunteerId volunteer;
    ShiftState state = ShiftState::taken;
    ShiftSource source = ShiftSource::self;
};

/// A shift with when and where it is: what clashes and limits are judged by.
struct Held {
    VolunteerId volunteer;
    SessionId session;
    sites::SiteId site;
    base::Date day;
    base::ClockTime starts;
    base::ClockTime ends;
    ShiftState state = ShiftState::taken;
};

/// Between sessions at different sites, at least.
inline constexpr int kTravelMinutes = 30;
/// Leaving a shift so many days ahead frees the place at once; later it is offered and others are asked.
inline constexpr int kEarlyDays = 7;

struct DraftKind;
using DraftId = base::Id<DraftKind>;

/// What the solver suggests for a period. It lacks what people have taken themselves: that stands.
struct Draft {
    DraftId id;
    base::Date first;
    base::Date last;
    std::string municipality = {};  ///< empty: all
    bool proven = false;
    std::int64_t points = 0;
    std::int64_t bound = 0;
    base::Instant made_at = {};
    std::string made_by = {};
};
struct Suggestion {
    SessionId session;
    VolunteerId volunteer;
    ShiftSource source = ShiftSource::solver;
};

/// Who advised at a session and for how long together.
struct Hours {
    int advisers = 0;
    int minutes = 0;
};

}  // namespace samrum::advice::rota
