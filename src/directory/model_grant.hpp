#pragma once
#include "foundation/base/id.hpp"
#include "foundation/module/permission.hpp"

#include <optional>
#include <string>

namespace samrum::directory {

struct GrantRowKind;
using GrantId = base::Id<GrantRowKind>;

/// Who may enter a room, as what, for whom and when. A grant is never erased while its account lives: it is ended.
struct RoomGrant {
    GrantId id;
    module::AccountId account;
    std::optional<store::RoomId> room;  ///< nothing: the whole installation (operators only)
    module::Role role = module::Role::volunteer;
    std::optional<module::OrganisationId> organisation;  ///< nothing: an operator acts for none
    std::string function;                                ///< what the journal of this room calls the person
    base::Period period;
    std::string given_by;                 ///< label of who gave it
    std::optional<std::string> ended_by;  ///< label of who ended it before its time
};

}  // namespace samrum::directory
