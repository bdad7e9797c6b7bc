#pragma once
#include "activity/model.hpp"
#include "foundation/store/store.hpp"

#include <string>

namespace samrum::activity {

/// The columns that entry_of reads, in its order.
inline const std::string kEntryColumns =
    "id, kind, day, start, place, activity, participants, women, volunteers, minutes, cancelled, title, amount, "
    "reason, "
    "logged_on, revision";
Entry entry_of(const store::Row& row);

}  // namespace samrum::activity
