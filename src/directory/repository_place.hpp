#pragma once
#include "directory/model_place.hpp"
#include "directory/repository_organisation.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::directory {

// All in the order of the Swedish alphabet. A room has dozens at most.

std::vector<Place> load_places(store::Reader& room);
void save_place(store::Transaction& room, const Place& one, const NameKeys& keys);
bool close_place(store::Transaction& room, PlaceId id, base::Date last);

std::vector<Activity> load_activities(store::Reader& room);
void save_activity(store::Transaction& room, const Activity& one, const NameKeys& keys);
bool end_activity(store::Transaction& room, ActivityId id, base::Date last);

std::vector<Body> load_bodies(store::Reader& room);
void save_body(store::Transaction& room, const Body& one, const NameKeys& keys);
bool end_body(store::Transaction& room, BodyId id, base::Date last);

}  // namespace samrum::directory
