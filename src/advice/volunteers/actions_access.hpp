#pragma once
#include "advice/volunteers/model.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"

// A volunteer's own way in: an account with the role volunteer, by the mail address that the room has of the person,
// who signs in by mailed links. The account lies in the lobby, what ties it to the volunteer in the room: two short
// transactions, each of which may be done again.
namespace samrum::advice::volunteers {

/// Lets them in and mails them. Problems `advice.volunteers.access.no_email`, `advice.volunteers.access.taken` when
/// another volunteer has the address, those of directory::let_volunteer_in.
base::Result<base::Done> give_access(module::Call& call, VolunteerId id);
/// Out from tomorrow, or after the last day of somebody who leaves later.
base::Result<base::Done> withdraw_access(module::Call& call, VolunteerId id, base::Date last);
/// Does the volunteer come in on that day?
bool has_access(module::Call& call, const Volunteer& one, base::Date day);

}  // namespace samrum::advice::volunteers
