#pragma once
#include "directory/model_merge.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::directory {

void save_merge(store::Transaction& lobby, const Merge& merge);
void set_undone(store::Transaction& lobby, MergeId id, base::Date on);
std::optional<Merge> load_merge(store::Reader& lobby, MergeId id);
/// The newest first.
std::vector<Merge> load_merges(store::Reader& lobby);
/// Does a merge that was made later than this one, and touches one of its two entries, still stand?
bool later_merge_stands(store::Reader& lobby, const Merge& merge);
/// The entries that stand merged into an organisation, directly or by way of others, as far as they count in a room:
/// those that its own people or operators merged.
std::vector<OrganisationId> load_merged_into(store::Reader& lobby, OrganisationId kept, store::RoomId room);

}  // namespace samrum::directory
