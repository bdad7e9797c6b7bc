#pragma once
#include "foundation/document/calendar.hpp"
#include "foundation/module/module.hpp"

#include <vector>

namespace samrum::advice::rota {

/// The owner's own shifts of the last month and all that come, cancelled sessions marked so.
std::vector<document::CalendarEvent> shift_events(const module::FeedCall& call);

}  // namespace samrum::advice::rota
