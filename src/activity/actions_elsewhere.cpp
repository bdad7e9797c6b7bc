#include "activity/actions_elsewhere.hpp"

#include "activity/actions_names.hpp"
#include "activity/actions_permission.hpp"

namespace samrum::activity {
namespace {

/// The unit that only sessions of the log are counted in.
constexpr std::string_view kSessionUnit = "unit.sessions";
constexpr std::string_view kOwnMeasures = "activity.";

/// What the scope says of a dimension, as the room knows it: `id` stays empty where nothing is said. False when the
/// room has nothing of that name, so that no line of the log can be of it.
template <class Id, class Find>
bool told_by(const module::Dimensions& scope, std::string_view dimension, std::optional<Id>& id, const Find& find) {
    const auto said = scope.find(dimension);
    if (said == scope.end()) return true;
    id = find(said->second);
    return id.has_value();
}

}  // namespace

bool CountedElsewhere::is_of(const Facts& facts) const {
    return facts.kind == Kind::session && !facts.cancelled && (!activity || facts.activity == activity) &&
           (!place || facts.place == place);
}

std::vector<CountedElsewhere> sessions_counted_elsewhere(store::Reader& room, const module::House& house,
                                                         const module::Caller& caller, base::Date day) {
    std::vector<CountedElsewhere> all;
    if (!may(caller, kLog)) return all;
    const RoomNames names = RoomNames::load(room, day);
    for (const module::Module& slice : house.modules) {
        if (!slice.counted_promises) continue;
        for (const module::CountedPromise& promise : slice.counted_promises(room, day)) {
            const module::Measure* measure = house.measure(promise.measure);
            if (!measure || measure->unit != kSessionUnit || measure->name.starts_with(kOwnMeasures)) continue;
            CountedElsewhere one{promise.measure, {}, {}};
            const bool known =
                told_by(promise.scope, "activity", one.activity,
                        [&](const auto& name) { return names.activity(name); }) &&
                told_by(promise.scope, "place", one.place, [&](const auto& name) { return names.place(name); });
            if (known) all.push_back(std::move(one));
        }
    }
    return all;
}

}  // namespace samrum::activity
