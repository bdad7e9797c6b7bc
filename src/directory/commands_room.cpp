// `samrum room …`: opens a room for an organisation and lists those there are.
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "directory/commands.hpp"
#include "directory/rules_room.hpp"
#include "foundation/store/store.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::directory {
namespace {

using module::CommandEnvironment;
using nlohmann::json;

struct NewRoomWords {
    std::string short_name;
    OrganisationInput organisation;
};

json room_json(const module::RoomHead& room) {
    return {{"id", room.id.text()},
            {"short_name", room.short_name},
            {"name", room.name},
            {"organisation", room.organisation.text()},
            {"is_public_party", room.is_public_party}};
}

/// The organisation there is of that number or name, else a new one.
base::Result<OrganisationId> organisation_for(CommandEnvironment& environment, const OrganisationInput& input) {
    const auto lobby = environment.store().lobby();
    if (const auto known = find_organisation(*lobby, input.number, input.name)) return known->id;
    return lobby->transaction(
        [&](store::Transaction& tx) { return add_organisation(tx, environment.actor, input, std::nullopt); });
}

/// Everything that is wrong with the words themselves, so that no organisation is left behind by a room that cannot be.
base::Problems judge(const NewRoomWords& words) {
    base::ProblemList problems;
    problems.take(judge_short_name(words.short_name), "short_name");
    problems.add(judge_organisation(words.organisation).problems());
    return problems.all();
}

void create(CommandEnvironment& environment, const NewRoomWords& words) {
    if (const auto problems = judge(words); !problems.empty()) return environment.tell(problems);
    const auto organisation = organisation_for(environment, words.organisation);
    if (!organisation) return environment.tell(organisation.problems());
    const auto room = create_room(environment.store(), environment.actor, {words.short_name, *organisation});
    if (!room) return environment.tell(room.problems());
    if (environment.json)
        *environment.out << room_json(*room).dump(2) << "\n";
    else
        *environment.out << environment.say("directory.command.room.created",
                                            {{"room", room->short_name}, {"name", room->name}})
                         << "\n";
}

void list(CommandEnvironment& environment) {
    const auto lobby = environment.store().lobby();
    const auto rooms = list_rooms(*lobby);
    if (environment.json) {
        json all = json::array();
        for (const auto& room : rooms) all.push_back(room_json(room));
        *environment.out << all.dump(2) << "\n";
        return;
    }
    for (const auto& room : rooms) *environment.out << room.short_name << "\t" << room.name << "\n";
}

void add_create(CLI::App& room, CommandEnvironment& environment) {
    auto* command = room.add_subcommand("create", environment.say("directory.command.room.create"));
    auto words = std::make_shared<NewRoomWords>();
    command->add_option("short-name", words->short_name, environment.say("directory.command.room.short_name"))
        ->required();
    command->add_option("--name", words->organisation.name, environment.say("directory.command.room.name"))->required();
    command->add_option("--type", words->organisation.type, environment.say("directory.command.room.type"))
        ->default_val("association");
    command->add_option("--number", words->organisation.number, environment.say("directory.command.room.number"));
    command->add_option("--website", words->organisation.website, environment.say("directory.command.room.website"));
    command->callback([&environment, words] { create(environment, *words); });
}

}  // namespace

void add_room_commands(CLI::App& parent, CommandEnvironment& environment) {
    auto* room = parent.add_subcommand("room", environment.say("directory.command.room"));
    add_create(*room, environment);
    room->add_subcommand("list", environment.say("directory.command.room.list"))->callback([&environment] {
        list(environment);
    });
}

}  // namespace samrum::directory
