#pragma once
#include "directory/model_grant.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::directory {

/// Of one account in one room (those of the whole installation with it); `room` nothing: those of the installation
/// only.
std::vector<RoomGrant> load_grants_of(store::Reader& lobby, module::AccountId account,
                                      std::optional<store::RoomId> room);
/// Of one account, everywhere.
std::vector<RoomGrant> load_all_grants_of(store::Reader& lobby, module::AccountId account);
/// Of one room, by e-mail address; the installation's own are not among them.
std::vector<RoomGrant> load_grants_in(store::Reader& lobby, store::RoomId room);
std::optional<RoomGrant> load_grant(store::Reader& lobby, GrantId id);
void save_grant(store::Transaction& lobby, const RoomGrant& grant);
void end_grant(store::Transaction& lobby, GrantId id, base::Date last, std::string_view ended_by);
/// The grants for an organisation, in every room.
std::vector<RoomGrant> load_grants_for(store::Reader& lobby, module::OrganisationId organisation);
/// From now on it is for this organisation.
void move_grant(store::Transaction& lobby, GrantId id, module::OrganisationId organisation);
/// Takes away a grant that had not begun.
void delete_grant(store::Transaction& lobby, GrantId id);

}  // namespace samrum::directory
