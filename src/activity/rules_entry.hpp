#pragma once
#include "activity/model_codes.hpp"
#include "foundation/base/result.hpp"

#include <functional>

namespace samrum::activity {

/// Finds a place or an activity by what was written: its id or its name.
struct Names {
    std::function<std::optional<PlaceId>(std::string_view)> place;
    std::function<std::optional<ActivityId>(std::string_view)> activity;
};

inline constexpr int kMostParticipants = 10'000;
inline constexpr int kMostVolunteers = 1'000;
inline constexpr int kLongestTitle = 120;

/// Reads and judges a line. Problems name the fields of Draft; all are told at once. A day after `today` is refused:
/// the log tells what happened.
base::Result<Facts> read_facts(const Draft& draft, const Names& names, base::Date today);
/// Reads and judges a stated figure: `day` and `until` are its period, both empty when the document gives none. A
/// period that is not over by `today` is refused: what a document states, it states of what has been.
base::Result<StatedFigure> read_figure(const Draft& draft, const Names& names, base::Date today);
/// What the form shows for a line that is kept: ids for place and activity, hours as `2,5`.
Draft draft_of(const Facts& facts);

/// Whole minutes of "2,5", "2.5", "2:30" or "150 min". Problem `activity.hours.unreadable`.
base::Result<int> read_hours(std::string_view text);
/// "2,5" or "2.5" by `decimal_mark`; at most two decimals, read back to the same minutes.
std::string hours_text(std::int64_t minutes, char decimal_mark);

/// Reads `2019-07-01/2020-01-31` (ISO 8601). Problems `activity.command.period`, `base.period.*`.
base::Result<base::Period> read_period(std::string_view text);

/// What makes a line the one it is, whatever its figures say: kind, day, start, place, activity, title, reason.
std::string identity(const Facts& facts);
std::string identity(const StatedFigure& figure);
/// Could both be the same occasion, entered twice? Sessions of a day at one place, with the same start or one without.
bool may_be_same(const Facts& one, const Facts& other);
/// A volunteer may mend what was logged today; what is older is for the coordinator.
bool is_fresh(const Entry& entry, base::Date today);

}  // namespace samrum::activity
