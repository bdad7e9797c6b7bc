#pragma once
#include "foundation/base/date.hpp"

#include <cstdint>
#include <vector>

namespace samrum::partnership::agreement {

/// Fewer people than this, but some, are never shown outside the room.
inline constexpr std::int64_t kSmallestShownPeople = 5;

inline bool are_few(std::int64_t people) {
    return people > 0 && people < kSmallestShownPeople;
}

// The rules below speak of one measure about people with one scope; such a measure leaves a room with one scope only,
// so that places cannot be subtracted from each other.

/// True when the period is made of whole half-years (1 January–30 June, 1 July–31 December): figures about people leave
/// a room for no other periods (design 9).
bool is_whole_half_years(const base::Period& period);

/// May `next` be shown beside `shown` without giving a hidden figure away? Figures over periods can be added and
/// subtracted whenever their ends meet, so every stretch between two ends of one connected group of periods becomes
/// known; no cell of those stretches may hold one to four people. `cells_of` counts the cells of a stretch exactly: the
/// measure's own, and those of the measures that are a part of it or that it is a part of, with their differences.
///
/// `shown` are the periods of figures that outsiders have as numbers; those they have as hidden are not among them.
template <class CellsOf>
bool gives_nothing_away(const std::vector<base::Period>& shown, const base::Period& next, CellsOf&& cells_of);

/// The stretches that become known when `next` is shown beside `shown`, `next` itself among them. Each lies between two
/// ends of the group of periods that hang together with `next`.
std::vector<base::Period> known_with(const std::vector<base::Period>& shown, const base::Period& next);

/// A number that outsiders have.
struct Told {
    base::Period period;
    std::int64_t number = 0;
};
/// What outsiders make of `next` without being told it: each number that was handed over for the same days, and, where
/// figures add over time, what the newest of the others come to. `told` is ordered by version, the oldest first.
/// A figure that differs from them by one to four tells of a change that concerns those few.
std::vector<std::int64_t> already_told(const std::vector<Told>& told, const base::Period& next, bool adds);

template <class CellsOf>
bool gives_nothing_away(const std::vector<base::Period>& shown, const base::Period& next, CellsOf&& cells_of) {
    for (const base::Period& stretch : known_with(shown, next))
        for (const std::int64_t people : cells_of(stretch))
            if (are_few(people)) return false;
    return true;
}

}  // namespace samrum::partnership::agreement
