#pragma once
#include "foundation/module/module.hpp"

#include <vector>

namespace samrum::partnership::agreement {

/// What the agreements of a room ask for by a day, from 30 days back to a year ahead: computed from their documents,
/// never stored. In the home room they are the officer's; a copy in an association's room asks its coordinator. While
/// standing deliveries rest because nobody coordinates the room, its administrator is asked to find somebody.
std::vector<module::Duty> duties_of_room(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::agreement
