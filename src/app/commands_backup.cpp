// `samrum backup | restore | room export`: what leaves the installation and comes back.
#include "app/commands.hpp"
#include "app/progress.hpp"
#include "foundation/base/told_fault.hpp"
#include "foundation/store/backup.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::app {
namespace {

void tell(module::CommandEnvironment& environment, const char* key, const store::BackupSummary& summary,
          const std::string& where) {
    if (environment.json) {
        *environment.out << nlohmann::ordered_json{{"directory", where},
                                                   {"made", summary.made.iso()},
                                                   {"rooms", summary.rooms},
                                                   {"bytes", summary.bytes},
                                                   {"schema", summary.schema}}
                                .dump(2)
                         << "\n";
        return;
    }
    *environment.out << environment.say(key, {{"rooms", std::int64_t{summary.rooms}},
                                              {"kib", (summary.bytes + 1023) / 1024},
                                              {"where", where}})
                     << "\n";
}

void back_up(Program& program, const std::string& directory) {
    auto& environment = program.environment;
    auto& store = environment.store();
    const auto made = store::backup(store, directory, progress_of(environment, room_names(*store.lobby())));
    if (!made) return environment.tell(made.problems());
    tell(environment, "backup.made", *made, directory);
    *environment.err << environment.say("backup.key_file", {{"where", program.settings.data}}) << "\n";
}

/// The names of the rooms in a backup, as far as it can be read: an older one may tell ids only.
RoomNames names_in(const std::string& directory) {
    RoomNames names;
    try {
        store::read_backed_up_lobby(directory, [&](store::Reader& lobby) { names = room_names(lobby); });
    } catch (const base::Fault&) {
    }
    return names;
}

void restore(Program& program, const std::string& directory) {
    auto& environment = program.environment;
    if (!std::filesystem::exists(directory))
        throw base::ToldFault(directory + " is not there", {"backup.no_folder", {{"where", directory}}});
    const auto restored =
        store::restore(directory, program.settings.location(), progress_of(environment, names_in(directory)));
    if (!restored) return environment.tell(restored.problems());
    tell(environment, "backup.restored", *restored, program.settings.data);
}

void export_room(Program& program, const std::string& room, const std::string& file) {
    auto& environment = program.environment;
    const auto head = environment.room(room);
    if (!head) return;
    const auto written = store::export_room(environment.store(), head->id, file);
    if (!written) return environment.tell(written.problems());
    if (environment.json)
        *environment.out << nlohmann::ordered_json{{"room", room}, {"file", file}}.dump(2) << "\n";
    else
        *environment.out << environment.say("backup.exported", {{"room", room}, {"file", file}}) << "\n";
}

}  // namespace

void add_backup(CLI::App& app, Program& program) {
    const auto add = [&](const char* name, const char* help, const char* help_directory,
                         void (*run)(Program&, const std::string&)) {
        CLI::App* command = app.add_subcommand(name, program.environment.say(help));
        auto directory = std::make_shared<std::string>();
        command->add_option("directory", *directory, program.environment.say(help_directory))->required();
        command->callback([&program, directory, run] { run(program, *directory); });
    };
    add("backup", "backup.help", "backup.help.directory", back_up);
    add("restore", "backup.help.restore", "backup.help.restore.directory", restore);
}

void add_room_export(CLI::App& app, Program& program) {
    const auto& environment = program.environment;
    const auto named = app.get_subcommands([](CLI::App* one) { return one->get_name() == "room"; });
    CLI::App* group = named.empty() ? nullptr : named.front();
    if (!group) group = app.add_subcommand("room", environment.say("room.help"));
    CLI::App* command = group->add_subcommand("export", environment.say("room.help.export"));
    auto room = std::make_shared<std::string>();
    auto file = std::make_shared<std::string>();
    command->add_option("room", *room, environment.say("room.help.name"))->required();
    command->add_option("file", *file, environment.say("room.help.file"))->required();
    command->callback([&program, room, file] { export_room(program, *room, *file); });
}

}  // namespace samrum::app
