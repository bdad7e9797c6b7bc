#pragma once
#include "advice/volunteers/model.hpp"

#include <vector>

namespace samrum::advice::volunteers {

/// The stages that may follow on one, the usual next one first. Leaving and coming back are verbs of their own.
std::vector<Stage> stages_after(Stage stage);
bool may_follow(Stage from, Stage to);

/// A job and studies are what the work is for (seed 002): shown as successes.
bool is_success(LeaveReason reason);
inline constexpr LeaveReason kAllLeaveReasons[] = {LeaveReason::full_time_job, LeaveReason::studies,
                                                   LeaveReason::moved,         LeaveReason::health,
                                                   LeaveReason::time,          LeaveReason::other};

/// Months that are kept, counted from when a row came to rest.
inline constexpr int kDeclinedKeptMonths = 3;     ///< somebody who was declined: then all is gone
inline constexpr int kUnansweredKeptMonths = 12;  ///< no step further towards the rota: then all is gone
inline constexpr int kNoteKeptMonths = 3;         ///< note, message, background and availability after leaving

/// The last day on which the whole person is kept for this slice's sake; nothing while there is no end in sight, and
/// for those who have left: the directory keeps them so many months after their last function.
std::optional<base::Date> applicant_kept_until(const Volunteer& one);
/// The last day on which the note of somebody who left is kept.
std::optional<base::Date> note_kept_until(const Volunteer& one);

/// What is not as it should be, as message keys below `advice.volunteers.warning.`; it stops nothing.
std::vector<std::string_view> warnings_of(const Volunteer& one);

/// Somebody who left comes back on a day: the time between becomes a break, so that the years before still count.
void come_back(Volunteer& one, base::Date day);

}  // namespace samrum::advice::volunteers
