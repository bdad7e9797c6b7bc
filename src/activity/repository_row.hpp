#pragma once
#include "activity/model.hpp"
#include "foundation/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::activity {

/// The columns that entry_of reads, in its order.
inline const std::string kEntryColumns =
    "id, kind, day, start, place, activity, participants, women, volunteers, minutes, cancelled, title, amount, "
    "reason, "
    "logged_on, revision";
Entry entry_of(const store::Row& row);

/// The lines that a Filter selects. $1 kinds, $2 place, $3 activity, $4 first day, $5 last day, $6 folded text, $7 ids
/// whose names hold the text. replace() stands for "contains": one function that both engines have and that folds
/// nothing.
inline constexpr std::string_view kSelected =
    "($1 = '' or replace($1, kind, '') <> $1) and ($2 = '' or place = $2) and ($3 = '' or activity = $3) and day >= $4 "
    "and"
    " day <= $5 and ($6 = '' or replace(title_folded, $6, '') <> title_folded or"
    " replace($7, coalesce(place, '-'), '') <> $7 or replace($7, coalesce(activity, '-'), '') <> $7)";
std::vector<store::Value> selection_arguments(const Filter& filter);

}  // namespace samrum::activity
