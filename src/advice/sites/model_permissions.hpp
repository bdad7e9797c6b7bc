#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::advice {

// Advice is confidential: only the association's own coordinator and volunteers reach any of it. No officer, partner,
// administrator or operator holds one of these, and Guard::confidential keeps grants for other organisations out.

/// Sites, hours, volunteers, the rota of all, figures.
inline const module::Permission kRunAdvice{"advice.run", module::Guard::confidential, {module::Role::coordinator}};
/// Own shifts, the desk, the host's count, case sheets.
inline const module::Permission kAdvise{
    "advice.advise", module::Guard::confidential, {module::Role::coordinator, module::Role::volunteer}};

/// What is one's own as a volunteer: languages, times, breaks, leaving.
inline const module::Permission kActAsVolunteer{"advice.own", module::Guard::confidential, {module::Role::volunteer}};

/// May the caller do this in the room's own name?
inline bool may(const module::Caller& caller, const module::Permission& permission) {
    return module::may_for(caller, permission, caller.room_organisation);
}

}  // namespace samrum::advice
