#pragma once
#include "friends/people/model.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::friends::people {

/// The function of a participant among the room's persons.
inline constexpr std::string_view kFunction = "Deltagare i vänprogram";

/// Months that are kept, counted from when a row came to rest.
inline constexpr int kLeftKeptMonths = 6;       ///< after leaving: what is measured after six months may still come in
inline constexpr int kUntalkedKeptMonths = 12;  ///< never got a first talk
/// The last day on which a participant is kept; nothing while there is no end in sight.
std::optional<base::Date> kept_until(const Participant& one);

/// How long somebody has waited for a first talk, in days; nothing when the talk has been.
std::optional<int> days_without_talk(const Participant& one, base::Date today);
/// The last day on which the first talk keeps the programme's norm.
base::Date talk_due(const Participant& one, const Programme& programme);

/// May the person pause, or the coordinator, and come back?
bool may_pause(const Participant& one);
bool may_resume(const Participant& one);
/// May the side still be changed? Not of somebody who was proposed to another or meets one: they are two by their
/// sides.
bool may_change_side(const Participant& one);
/// Where somebody goes who comes back from a pause: to the talk that has not been, else to the queue.
Stage stage_after_pause(const Participant& one);

}  // namespace samrum::friends::people
