#pragma once
#include "advice/volunteers/rules_input.hpp"
#include "foundation/base/result.hpp"
#include "foundation/store/store.hpp"

namespace samrum::advice::volunteers {

/// Can one apply here: is advice given in this room, and are not too many applications waiting already?
enum class Door { open, full, none };
Door application_door(store::Reader& room);

/// Anybody asks to become a volunteer, without an account. Becomes a person of the room and a volunteer of stage
/// `applied`. All problems at once; `advice.volunteers.application.full` when more wait than a person can read.
base::Result<base::Done> apply(store::Session& room, base::Date today, const ApplicationInput& input);

}  // namespace samrum::advice::volunteers
