#pragma once
#include "foundation/store/store.hpp"
#include "partnership/changes/model.hpp"

#include <optional>
#include <vector>

/// What other slices ask of an agreement's way. They have judged who may; pages read through actions_timeline.hpp.
namespace samrum::partnership::changes {

/// Where the agreement is on `today`. A Bug when the room has none of that id.
State state_of(store::Reader& room, AgreementId id, base::Date today);
/// What happened to it, by the day it happened and then by number, with corrected lines marked.
std::vector<Event> events_of(store::Reader& room, AgreementId id);
/// Its last day as things stand: that of notice, agreed end or termination, else the agreement's; nothing: until
/// further notice, or unknown.
std::optional<base::Date> current_end(store::Reader& room, AgreementId id);

}  // namespace samrum::partnership::changes
