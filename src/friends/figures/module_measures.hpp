#pragma once
#include "foundation/module/measure.hpp"

#include <vector>

namespace samrum::friends::figures {

/// What a friend programme is counted by. Pairs started and lasted and activities held are the association's own result
/// and exact; the rest is about people.
std::vector<module::Measure> measures();

/// Hours are counted in full; the notes keep half hours.
inline constexpr std::string_view kHours = "friends.hours";
/// The rows of `kHours` to the minute, for the room's own pages: half an hour that was noted is not nothing.
std::vector<module::TraceRow> noted_minutes(store::Reader& room, const module::Dimensions& scope,
                                            const base::Period& period);

}  // namespace samrum::friends::figures
