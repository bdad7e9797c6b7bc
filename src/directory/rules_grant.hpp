#pragma once
#include "directory/model_grant.hpp"
#include "foundation/base/result.hpp"

#include <vector>

namespace samrum::directory {

/// The room a grant is for, as far as the rules need it.
struct RoomFacts {
    store::RoomId id;
    module::OrganisationId organisation;
    bool is_public_party = false;
};

/// May this role be given in this room for that organisation? A partner acts for another organisation than the room's
/// own; every other role for the room's own; an officer only in a public party's room. An operator's role is given by
/// command only. Problems `directory.grant.role.*` at `role`.
base::Problems judge_role(const RoomFacts& room, module::Role role, module::OrganisationId organisation);

/// Does anybody but `without` hold the administrator's role on `day` and every day after? A room without administrator
/// could let nobody in any more.
bool has_other_administrator(const std::vector<RoomGrant>& grants_of_room, GrantId without, base::Date day);

}  // namespace samrum::directory
