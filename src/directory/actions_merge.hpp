#pragma once
#include "directory/rules_merge.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::directory {

/// Pairs that look like one organisation, as far as the room keeps one of the two.
std::vector<Candidate> list_candidates(store::Reader& lobby, const module::RoomHead& room,
                                       const module::Caller& caller);

/// Which of two the page chooses at first: the one that may go on where the other may not, else `first`.
OrganisationId kept_at_first(store::Reader& lobby, const module::RoomHead& room, const module::Caller& caller,
                             const Organisation& first, const Organisation& second);

/// Merges `gone` into `kept`. From now on its id, its name and its number lead to the kept entry; links and grants are
/// the kept one's; what rooms have written with the old id stays as it is and reads as the kept organisation. The room
/// must keep `gone`, and `kept` where its facts change. Problems `directory.merge.*`, or a refusal.
base::Result<MergeId> merge_organisations(store::Session& lobby, const module::RoomHead& room,
                                          const module::Caller& caller, OrganisationId kept, OrganisationId gone,
                                          const MergeChoice& choice);
/// Everything as it was before the merge, to the day a link ends. Problems of judge_undo, or a refusal.
base::Result<base::Done> undo_merge(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                    base::Date today, MergeId id);
/// The merges of this room, the newest first.
std::vector<Merge> list_merges(store::Reader& lobby, const module::RoomHead& room);

// For commands: operators may merge what any room keeps, and it counts in every room.
base::Result<MergeId> merge_by_command(store::Session& lobby, const store::Actor& who, OrganisationId kept,
                                       OrganisationId gone, const MergeChoice& choice);
base::Result<base::Done> undo_merge_by_command(store::Session& lobby, const store::Actor& who, base::Date today,
                                               MergeId id);
std::vector<Candidate> list_all_candidates(store::Reader& lobby);

}  // namespace samrum::directory
