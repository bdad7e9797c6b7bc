#include "search/commands.hpp"

#include "directory/actions_room.hpp"
#include "search/actions_index.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::search {
namespace {

/// The room of the short name, or all of them.
std::vector<module::RoomHead> rooms_named(module::CommandEnvironment& environment, const std::string& name) {
    if (!name.empty()) {
        const auto room = environment.room(name);
        return room ? std::vector{*room} : std::vector<module::RoomHead>{};
    }
    return directory::list_rooms(*environment.store().lobby());
}

void rebuild(module::CommandEnvironment& environment, const std::string& name) {
    auto told = nlohmann::ordered_json::array();
    for (const auto& room : rooms_named(environment, name)) {
        const auto progress = [&](std::int64_t at, std::int64_t of) { environment.progress(room.short_name, at, of); };
        const auto done = refresh(*environment.store().room(room.id), environment.house, room, Extent::anew, progress);
        told.push_back({{"room", room.short_name}, {"entries", done.entries}});
        if (environment.json) continue;
        *environment.out << environment.say("search.command.done",
                                            {{"room", room.short_name}, {"entries", done.entries}})
                         << "\n";
    }
    if (environment.json && environment.exit_code == 0) *environment.out << told.dump(1) << "\n";
}

}  // namespace

void add_search_commands(CLI::App& parent, module::CommandEnvironment& environment) {
    auto* search = parent.add_subcommand("search", environment.say("search.command.help"));
    auto* command = search->add_subcommand("rebuild", environment.say("search.command.rebuild"));
    auto room = std::make_shared<std::string>();
    command->add_option("room", *room, environment.say("search.command.room"));
    command->callback([&environment, room] { rebuild(environment, *room); });
}

}  // namespace samrum::search
