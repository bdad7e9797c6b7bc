#pragma once
#include "advice/volunteers/actions_volunteer.hpp"

// When a volunteer can, and what is theirs to mend: the coordinator does it for all, everybody for themselves.
namespace samrum::advice::volunteers {

/// The volunteer whom the caller signs in as; nothing when the account is tied to none.
std::optional<Volunteer> oneself(store::Reader& room, const module::Caller& caller);
/// The same with all that their own page tells; names as the room has them.
std::optional<Seen> see_oneself(store::Reader& room, const module::Caller& caller);
/// The sites that are open on a day, to choose among.
std::vector<sites::Site> sites_open_on(store::Reader& room, base::Date day);
/// May the caller mend this volunteer's languages and times: the coordinator, or the volunteer.
bool may_mend(store::Reader& room, const module::Caller& caller, VolunteerId id);

base::Result<base::Done> save_languages(store::Session& room, const module::Caller& caller, VolunteerId id,
                                        const std::vector<std::string>& codes);
/// `most`: shifts a month, empty for "not said".
base::Result<base::Done> save_availability(store::Session& room, const module::Caller& caller, VolunteerId id,
                                           const std::vector<std::string>& marks, std::string_view most);
base::Result<base::Done> begin_break(store::Session& room, const module::Caller& caller, VolunteerId id,
                                     std::string_view first, std::string_view last);
/// Back today. Problem `advice.volunteers.break.none`.
base::Result<base::Done> back_from_break(store::Session& room, const module::Caller& caller, base::Date today,
                                         VolunteerId id);
/// Takes a break away as if it had not been planned.
base::Result<base::Done> remove_break(store::Session& room, const module::Caller& caller, VolunteerId id,
                                      std::string_view first);

/// A volunteer ends by themselves: as record_leaving, for oneself.
base::Result<base::Done> leave(store::Session& room, const module::Caller& caller, base::Date today,
                               const LeavingInput& input);

}  // namespace samrum::advice::volunteers
