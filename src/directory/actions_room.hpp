#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// The room of a short name; nothing when there is none.
std::optional<module::RoomHead> find_room(store::Reader& lobby, std::string_view short_name);
std::optional<module::RoomHead> find_room(store::Reader& lobby, store::RoomId id);
/// The room of an organisation that has one.
std::optional<module::RoomHead> room_of(store::Reader& lobby, module::OrganisationId organisation);
/// Every room, by short name. That a room exists is public.
std::vector<module::RoomHead> list_rooms(store::Reader& lobby);

struct NewRoom {
    std::string short_name;               ///< first part of every URL: a-z, 0-9 and hyphens
    module::OrganisationId organisation;  ///< whose room it is: one room each
};
/// Opens a room for an organisation, whose public facts its people keep from then on. A public body's room is a public
/// party's. For operators and commands: `who` is what the journal names. Problems `directory.room.*` at `short_name`
/// and `organisation`.
base::Result<module::RoomHead> create_room(store::Store& store, const store::Actor& who, const NewRoom& input);

}  // namespace samrum::directory
