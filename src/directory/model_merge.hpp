#pragma once
#include "directory/model_grant.hpp"
#include "directory/model_organisation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::directory {

struct OrganisationMergeKind;
using MergeId = base::Id<OrganisationMergeKind>;

/// A link as it was before a merge, and whether it had to go: it would have repeated another or tied the organisation
/// to itself.
struct MergedLink {
    OrganisationLink link;
    bool removed = false;
};

/// Two entries of one organisation made into one.
struct Merge {
    MergeId id;
    OrganisationId kept;                     ///< the entry that goes on
    OrganisationId gone;                     ///< the one that leads to it
    std::optional<store::RoomId> room = {};  ///< whose people did it; nothing: operators, and it counts in every room
    base::Instant made_at;
    std::string made_by;       ///< a function
    Organisation kept_before;  ///< facts, as they were
    Organisation kept_after;   ///< as the merge left them
    Organisation gone_before;
    std::vector<MergedLink> links = {};  ///< of `gone`
    std::vector<GrantId> grants = {};    ///< given for `gone`
    std::optional<base::Date> undone_on = {};
};

}  // namespace samrum::directory
