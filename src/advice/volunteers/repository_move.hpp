#pragma once
#include "advice/volunteers/model.hpp"
#include "foundation/store/store.hpp"

#include <vector>

namespace samrum::advice::volunteers {

/// Moves of these days, oldest first. They are what figures are counted from: they stay when people's data are gone.
std::vector<Move> moves_between(store::Reader& room, base::Date first, base::Date last);
/// How many were active on a day: all who had joined by then, less those whose last day had been.
std::int64_t active_on(store::Reader& room, base::Date day);

void add_move(store::Transaction& room, const Move& move);
/// Takes one such move back (a mistake); false when there is none.
bool remove_move(store::Transaction& room, const Move& move);

}  // namespace samrum::advice::volunteers
