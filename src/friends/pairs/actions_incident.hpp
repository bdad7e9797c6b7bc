#pragma once
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"
#include "friends/pairs/rules_activity.hpp"

#include <optional>
#include <vector>

// Safeguarding incidents, apart from pairs and people. Every look at one is noted in the journal. A refusal for those
// without kHandleIncidents.
namespace samrum::friends::pairs {

/// The newest first.
base::Result<std::vector<Incident>> list_incidents(store::Session& room, const module::Caller& caller);
base::Result<std::optional<Incident>> see_incident(store::Session& room, const module::Caller& caller, IncidentId id);
base::Result<IncidentId> report_incident(store::Session& room, const module::Caller& caller, base::Date today,
                                         const IncidentInput& input);
/// Problems of read_incident, `friends.incidents.unknown`, `friends.pairs.changed_meanwhile`.
base::Result<base::Done> save_incident(store::Session& room, const module::Caller& caller, base::Date today,
                                       IncidentId id, std::int64_t revision, const IncidentInput& input);
base::Result<base::Done> close_incident(store::Session& room, const module::Caller& caller, base::Date today,
                                        IncidentId id);
/// What was closed long enough ago goes.
std::int64_t remove_old_incidents(store::Transaction& room, base::Date today);

}  // namespace samrum::friends::pairs
