#pragma once
#include "foundation/store/store.hpp"
#include "partnership/agreement/model_binding.hpp"
#include "partnership/agreement/model_delivery.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

enum class Direction { made, received };

void insert_delivery(store::Transaction& tx, const Delivery& one, Direction direction);
std::optional<Delivery> find_delivery(store::Reader& room, DeliveryId id);
/// The newest version of one figure: same commitment, measure, scope and period.
std::optional<Delivery> newest_version(store::Reader& room, const Delivery& like);
/// Every delivery of an agreement, the latest period first, the newest version first.
std::vector<Delivery> deliveries_of(store::Reader& room, const base::Uuid& agreement);
/// Deliveries of one measure that were made as numbers, whatever agreement and commitment they belong to: what
/// outsiders know.
std::vector<Delivery> numbers_made(store::Reader& room, std::string_view measure);

void insert_binding(store::Transaction& tx, const Binding& one);
void end_binding(store::Transaction& tx, BindingId id, base::Date last_day);
void delete_binding(store::Transaction& tx, BindingId id);
std::vector<Binding> bindings_of(store::Reader& room, const base::Uuid& agreement, std::string_view commitment);

/// The bindings of every promise that count on a day.
std::vector<Binding> bindings_on(store::Reader& room, base::Date day);

/// Is anything of the agreement counted in this room? Then the room is a party's own.
bool has_bindings(store::Reader& room, const base::Uuid& agreement);

void insert_standing(store::Transaction& tx, const StandingDelivery& rule);
void end_standing(store::Transaction& tx, StandingDeliveryId id, base::Date day);
/// All rules in force rest from `day`, or go on; answers how many changed.
std::int64_t pause_standing(store::Transaction& tx, base::Date day);
std::int64_t resume_standing(store::Transaction& tx);
/// The rules that are in force: not ended.
std::vector<StandingDelivery> standing_rules(store::Reader& room);

}  // namespace samrum::partnership::agreement
