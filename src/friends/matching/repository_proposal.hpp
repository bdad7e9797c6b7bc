#pragma once
#include "foundation/store/store.hpp"
#include "friends/matching/model.hpp"

#include <optional>
#include <vector>

namespace samrum::friends::matching {

std::vector<Marked> load_marks(store::Reader& room);
/// One mark for two: a later one takes its place.
void save_mark(store::Transaction& room, const Marked& one);
bool delete_mark(store::Transaction& room, const Two& two);
std::int64_t delete_marks_before(store::Transaction& room, base::Date day);

std::optional<Proposal> load_proposal(store::Reader& room, ProposalId id);
/// The latest of somebody; nothing when there was none.
std::optional<Proposal> latest_of(store::Reader& room, ParticipantId id);
std::vector<Proposal> load_open(store::Reader& room);  ///< the one that expires first stands first
std::vector<Proposal> load_of_programme(store::Reader& room, ProgrammeId programme);  ///< the newest first
void insert_proposal(store::Transaction& room, const Proposal& one);
/// False when somebody changed it since its revision.
bool update_proposal(store::Transaction& room, const Proposal& one);
/// Empties the participant in every proposal; answers in how many.
std::int64_t forget_in_proposals(store::Transaction& room, ParticipantId id);
std::int64_t delete_closed_before(store::Transaction& room, base::Date day);

}  // namespace samrum::friends::matching
