#pragma once
#include "activity/model.hpp"
#include "activity/repository_count.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::activity {

/// How many volunteers were active at the end of a day: for each activity the last count stated by then, and those who
/// joined and left after it. The lines it comes from, each with what it adds. No count stated: unknown, no lines.
struct HeadLine {
    Entry entry;
    std::int64_t adds = 0;
};
std::optional<std::vector<HeadLine>> active_volunteers(store::Reader& room, std::string_view activity, base::Date day);

/// What the log counts for a stated figure's own period; nothing when it has none or nothing is recorded.
std::optional<std::int64_t> counted_for(store::Reader& room, const StatedFigure& figure);

}  // namespace samrum::activity
