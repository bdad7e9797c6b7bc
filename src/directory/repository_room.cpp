#include "directory/repository_room.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define ROOM_COLUMNS                                                                                           \
    "r.id, r.short_name, o.name, r.organisation, r.is_public_party from room r join organisation o on o.id = " \
    "r.organisation"

const Statement kRoomByName{Scope::lobby, "select " ROOM_COLUMNS " where r.short_name = $1"};
const Statement kRoomById{Scope::lobby, "select " ROOM_COLUMNS " where r.id = $1"};
const Statement kRoomByOrganisation{Scope::lobby, "select " ROOM_COLUMNS " where r.organisation = $1"};
const Statement kRoomAll{Scope::lobby, "select " ROOM_COLUMNS " order by r.short_name"};
const Statement kRoomSave{Scope::lobby,
                          "insert into room (id, short_name, organisation, is_public_party, opened)"
                          " values ($1, $2, $3, $4, $5)"};

#undef ROOM_COLUMNS

module::RoomHead head_row(const store::Row& row) {
    return {.id = row.id<store::RoomId>(0),
            .short_name = row.text(1),
            .name = row.text(2),
            .organisation = row.id<module::OrganisationId>(3),
            .is_public_party = row.flag(4)};
}

}  // namespace

std::optional<module::RoomHead> load_room(store::Reader& lobby, std::string_view short_name) {
    return lobby.one(kRoomByName, head_row, short_name);
}

std::optional<module::RoomHead> load_room(store::Reader& lobby, store::RoomId id) {
    return lobby.one(kRoomById, head_row, id);
}

std::optional<module::RoomHead> load_room_of(store::Reader& lobby, module::OrganisationId organisation) {
    return lobby.one(kRoomByOrganisation, head_row, organisation);
}

std::vector<module::RoomHead> load_rooms(store::Reader& lobby) {
    return lobby.all(kRoomAll, head_row);
}

void save_room(store::Transaction& lobby, const module::RoomHead& room, base::Instant opened) {
    lobby.run(kRoomSave, room.id, room.short_name, room.organisation, room.is_public_party, opened);
}

}  // namespace samrum::directory
