#pragma once
#include "foundation/store/store.hpp"
#include "friends/pairs/model.hpp"

#include <map>
#include <optional>
#include <vector>

namespace samrum::friends::pairs {

/// Every pair with its pauses, by the day it began.
std::vector<Pair> load_pairs(store::Reader& room);
std::optional<Pair> load_pair(store::Reader& room, PairId id);
/// The pairs of a participant, the latest first.
std::vector<Pair> pairs_of(store::Reader& room, ParticipantId participant);
void insert_pair(store::Transaction& room, const Pair& one);
/// Writes the row and adds the pauses that are new; false when somebody changed it since its revision.
bool update_pair(store::Transaction& room, const Pair& one);
/// Empties the participant in every pair; answers in how many.
std::int64_t forget_participant(store::Transaction& room, ParticipantId participant);

/// The notes of a pair, the earliest first.
std::vector<Meeting> meetings_of(store::Reader& room, PairId pair);
/// All notes of days between, the earliest first.
std::vector<Meeting> meetings_between(store::Reader& room, base::Date first, base::Date last);
/// The last day on which each pair met.
std::map<PairId, base::Date> last_meetings(store::Reader& room);
/// One note a day and pair: a later one takes its place.
void save_meeting(store::Transaction& room, const Meeting& one);
bool delete_meeting(store::Transaction& room, PairId pair, base::Date day);

}  // namespace samrum::friends::pairs
