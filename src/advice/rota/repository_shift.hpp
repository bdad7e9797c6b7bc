#pragma once
#include "advice/rota/model.hpp"
#include "foundation/store/store.hpp"

#include <vector>

namespace samrum::advice::rota {

/// The shifts of one session, by volunteer.
std::vector<Shift> shifts_of_session(store::Reader& room, SessionId session);
/// The shifts of every session of these days, by session and volunteer.
std::vector<Shift> shifts_between(store::Reader& room, base::Date first, base::Date last);

/// Adds or changes one.
void save_shift(store::Transaction& room, const Shift& shift);
bool remove_shift(store::Transaction& room, SessionId session, VolunteerId volunteer);

}  // namespace samrum::advice::rota
