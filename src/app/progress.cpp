#include "app/progress.hpp"

#include "directory/actions_room.hpp"

namespace samrum::app {

RoomNames room_names(store::Reader& lobby) {
    RoomNames names;
    try {
        for (const auto& room : directory::list_rooms(lobby)) names[room.id] = room.short_name;
    } catch (const base::Fault&) {
        names.clear();
    }
    return names;
}

store::OnProgress progress_of(module::CommandEnvironment& environment, RoomNames names) {
    return [&environment, names = std::move(names)](const std::optional<store::RoomId>& place, int done, int of) {
        const auto known = place ? names.find(*place) : names.end();
        environment.progress(!place ? "lobby" : known != names.end() ? known->second : place->text(), done, of);
    };
}

}  // namespace samrum::app
