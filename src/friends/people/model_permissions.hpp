#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::friends {

// Who takes part is confidential: only the association's own coordinator reaches any of it. Guard::confidential keeps
// grants for other organisations out.

/// Programmes, people, matching, pairs, activities, figures.
inline const module::Permission kRunFriends{"friends.run", module::Guard::confidential, {module::Role::coordinator}};

/// May the caller do this in the room's own name?
inline bool may(const module::Caller& caller, const module::Permission& permission) {
    return module::may_for(caller, permission, caller.room_organisation);
}

}  // namespace samrum::friends
