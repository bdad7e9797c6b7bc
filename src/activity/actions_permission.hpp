#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::activity {

// The log is the association's own: only its own coordinator and volunteers reach a row. Officers, partners,
// administrators and operators hold none of these, and Guard::confidential keeps grants for other organisations out.

/// Enters what was done, and mends what was entered today.
inline const module::Permission kLog{
    "activity.log", module::Guard::confidential, {module::Role::coordinator, module::Role::volunteer}};
/// Sees the log, its sums and where a figure comes from.
inline const module::Permission kRead{
    "activity.read", module::Guard::confidential, {module::Role::coordinator, module::Role::volunteer}};
/// Mends older lines, reads files in and out, keeps the figures of documents, is asked about quiet weeks.
inline const module::Permission kManage{"activity.manage", module::Guard::confidential, {module::Role::coordinator}};

/// May the caller do this in the room's own name?
inline bool may(const module::Caller& caller, const module::Permission& permission) {
    return module::may_for(caller, permission, caller.room_organisation);
}

}  // namespace samrum::activity
