#pragma once
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::directory {

std::optional<module::RoomHead> load_room(store::Reader& lobby, std::string_view short_name);
std::optional<module::RoomHead> load_room(store::Reader& lobby, store::RoomId id);
std::optional<module::RoomHead> load_room_of(store::Reader& lobby, module::OrganisationId organisation);
/// By short name.
std::vector<module::RoomHead> load_rooms(store::Reader& lobby);
void save_room(store::Transaction& lobby, const module::RoomHead& room, base::Instant opened);

}  // namespace samrum::directory
