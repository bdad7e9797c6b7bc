#include "friends/pairs/actions_incident.hpp"

#include "friends/pairs/model_permissions.hpp"
#include "friends/pairs/repository_activity.hpp"
#include "friends/people/model_permissions.hpp"

#include <functional>

namespace samrum::friends::pairs {
namespace {

base::Result<base::Done> change_incident(store::Session& room, const module::Caller& caller, IncidentId id,
                                         std::string_view what,
                                         const std::function<base::Result<base::Done>(Incident&)>& change) {
    if (!may(caller, kHandleIncidents)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.incident");
        auto one = load_incident(tx, id);
        if (!one) return base::problem("", "friends.incidents.unknown");
        if (const auto changed = change(*one); !changed) return changed.problems();
        base::ensure(update_incident(tx, *one), "a locked row has the revision it was loaded with");
        tx.journal(caller.actor(), {std::string(what), id.text(), "{}"});
        return base::Done{};
    });
}

}  // namespace

base::Result<std::vector<Incident>> list_incidents(store::Session& room, const module::Caller& caller) {
    if (!may(caller, kHandleIncidents)) return module::refusal();
    return load_incidents(room);
}

base::Result<std::optional<Incident>> see_incident(store::Session& room, const module::Caller& caller, IncidentId id) {
    if (!may(caller, kHandleIncidents)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::optional<Incident>> {
        auto one = load_incident(tx, id);
        if (one) tx.journal(caller.actor(), {"incident.seen", id.text(), "{}"});
        return one;
    });
}

base::Result<IncidentId> report_incident(store::Session& room, const module::Caller& caller, base::Date today,
                                         const IncidentInput& input) {
    if (!may(caller, kHandleIncidents)) return module::refusal();
    Incident one;
    if (const auto read = read_incident(input, today, one); !read) return read.problems();
    one.id = IncidentId::random();
    one.reported_on = today;
    return room.transaction([&](store::Transaction& tx) -> base::Result<IncidentId> {
        insert_incident(tx, one);
        tx.journal(caller.actor(), {"incident.reported", one.id.text(), "{}"});
        return one.id;
    });
}

base::Result<base::Done> save_incident(store::Session& room, const module::Caller& caller, base::Date today,
                                       IncidentId id, std::int64_t revision, const IncidentInput& input) {
    return change_incident(room, caller, id, "incident.changed", [&](Incident& one) -> base::Result<base::Done> {
        if (one.revision != revision) return base::problem("", "friends.pairs.changed_meanwhile");
        return read_incident(input, today, one);
    });
}

base::Result<base::Done> close_incident(store::Session& room, const module::Caller& caller, base::Date today,
                                        IncidentId id) {
    return change_incident(room, caller, id, "incident.closed", [&](Incident& one) -> base::Result<base::Done> {
        one.closed_on = today;
        return base::Done{};
    });
}

std::int64_t remove_old_incidents(store::Transaction& room, base::Date today) {
    const auto removed = delete_incidents_before(room, today.plus_months(-kIncidentKeptMonths));
    if (removed > 0) room.journal({"system", "Samrum"}, {"incident.removed", "", R"({"by":"retention"})"});
    return removed;
}

}  // namespace samrum::friends::pairs
