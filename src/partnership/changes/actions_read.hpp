#pragma once
#include "foundation/store/store.hpp"
#include "partnership/changes/rules.hpp"

#include <optional>
#include <vector>

/// What pages and other slices ask of an agreement's way. They have judged who may.
namespace samrum::partnership::changes {

/// Where the agreement is on `today`. A Bug when the room has none of that id.
State state_of(store::Reader& room, AgreementId id, base::Date today);
/// What happened to it, by the day it happened and then by number, with corrected lines marked.
std::vector<Event> events_of(store::Reader& room, AgreementId id);
/// Its last day as things stand: that of notice, agreed end or termination, else the agreement's; nothing: until
/// further notice, or unknown.
std::optional<base::Date> current_end(store::Reader& room, AgreementId id);

/// All that the rules ask. A Bug when the room has no such agreement.
Course course_of(store::Reader& room, AgreementId id);
/// The same of an agreement that was read already.
Course course_of(store::Reader& room, AgreementId id, const agreement::Agreement& agreement);

}  // namespace samrum::partnership::changes
