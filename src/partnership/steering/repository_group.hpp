#pragma once
#include "foundation/store/store.hpp"
#include "partnership/steering/model.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::steering {

std::vector<Group> load_groups(store::Reader& room);
std::optional<Group> load_group(store::Reader& room, GroupId id);
void insert_group(store::Transaction& tx, const Group& group);
/// False when somebody changed it meanwhile.
bool update_group(store::Transaction& tx, const Group& group);

/// The convener first, then by first day and function; those that have ended, too.
std::vector<Seat> load_seats(store::Reader& room, GroupId group);
void insert_seat(store::Transaction& tx, const Seat& one);
void update_seat_email(store::Transaction& tx, SeatId id, const std::string& email);
void end_seat_row(store::Transaction& tx, SeatId id, base::Date last);

/// Of the group's functions, oldest first.
std::vector<Holding> load_holdings(store::Reader& room, GroupId group);
std::vector<Holding> holdings_of_person(store::Reader& room, const base::Uuid& person);
void insert_holding(store::Transaction& tx, const Holding& one);
/// Ends what goes on of a function: the last day is `last`, or the first day where it began later.
void end_holdings(store::Transaction& tx, SeatId seat, base::Date last);
std::int64_t delete_holdings_of(store::Transaction& tx, const base::Uuid& person);

}  // namespace samrum::partnership::steering
