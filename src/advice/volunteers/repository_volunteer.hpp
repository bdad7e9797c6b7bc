#pragma once
#include "advice/volunteers/model.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::advice::volunteers {

/// Every volunteer with languages, breaks and availability, in the order of their ids. Without names: those come
/// through directory::names_for, which the journal hears of.
std::vector<Volunteer> load_volunteers(store::Reader& room);
std::optional<Volunteer> load_volunteer(store::Reader& room, VolunteerId id);
/// The volunteer who signs in with an account.
std::optional<VolunteerId> volunteer_of_account(store::Reader& room, std::string_view account);

void insert_volunteer(store::Transaction& room, const Volunteer& one);
/// Writes the row with its languages, breaks and availability; false when somebody changed it since its revision.
bool update_volunteer(store::Transaction& room, const Volunteer& one);
/// With languages, breaks, availability, seats and shifts.
bool delete_volunteer(store::Transaction& room, VolunteerId id);

}  // namespace samrum::advice::volunteers
