#pragma once
#include "directory/model_place.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

std::vector<Place> list_places(store::Reader& room);
std::vector<Activity> list_activities(store::Reader& room);
std::vector<Body> list_bodies(store::Reader& room);
/// By folded name, for imports and for forms that name them.
std::optional<Place> find_place(store::Reader& room, std::string_view name);
std::optional<Activity> find_activity(store::Reader& room, std::string_view name);

/// As typed. Problems `directory.name.length`, `directory.place.taken`, `base.date.*`, `base.period.*`, or a refusal.
struct PlaceInput {
    std::string name;
    std::string address;  ///< may be empty
};
base::Result<PlaceId> add_place(store::Session& room, const module::Caller& caller, const PlaceInput& input);

struct ActivityInput {
    std::string name;
    std::string first;  ///< ISO date
    std::string last;   ///< ISO date; empty: until further notice
};
base::Result<ActivityId> add_activity(store::Session& room, const module::Caller& caller, const ActivityInput& input);

struct BodyInput {
    std::string name;
    std::string type;  ///< body_type_name
    std::string first;
    std::string last;
};
base::Result<BodyId> add_body(store::Session& room, const module::Caller& caller, const BodyInput& input);

/// Ends a place, activity or body (`what` is "place", "activity" or "body") with `last` as its last day. What was
/// recorded about it stays.
base::Result<base::Done> end_listed(store::Session& room, const module::Caller& caller, std::string_view what,
                                    std::string_view id, std::string_view last);

// For the demo and imports, inside a transaction of theirs: the thing of that name, made when there is none.
PlaceId place_named(store::Transaction& room, const store::Actor& who, std::string_view name);
ActivityId activity_named(store::Transaction& room, const store::Actor& who, std::string_view name, base::Date first);

}  // namespace samrum::directory
