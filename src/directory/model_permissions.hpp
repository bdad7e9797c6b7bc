#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::directory {

/// Public facts of organisations: read by anybody in a room, kept right by its administrators and officers (their own
/// organisation's, and those that the room entered). What another room keeps is not theirs to change.
extern const module::Permission kReadOrganisations;
extern const module::Permission kKeepOrganisations;

/// Compacts, and who joins them: kept by the room's officer; a partner sends in its own association's joining.
extern const module::Permission kReadCompacts;
extern const module::Permission kKeepCompacts;
extern const module::Permission kJoinCompacts;

/// Where a room works and what it runs there: facts seen by everybody in the room.
extern const module::Permission kReadPlaces;
extern const module::Permission kKeepPlaces;

/// The persons of a room: its own administrators and coordinators.
extern const module::Permission kKeepPeople;
/// Erasing, and the extract of what is held: its own administrators.
extern const module::Permission kErasePeople;

/// Who may enter the room: seen and changed by its own administrators.
extern const module::Permission kManageGrants;
/// Letting volunteers in and out, and nobody else: the room's own coordinators.
extern const module::Permission kLetVolunteersIn;

}  // namespace samrum::directory
