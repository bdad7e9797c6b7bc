// `samrum init | migrate`: the storage of an installation.
#include "app/commands.hpp"
#include "app/progress.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::app {
namespace {

void init(Program& program) {
    auto& environment = program.environment;
    const auto made = store::Store::create(program.settings.location());
    if (!made) return environment.tell(made.problems());
    if (environment.json)
        *environment.out << nlohmann::ordered_json{{"directory", program.settings.data}}.dump(2) << "\n";
    else
        *environment.out << environment.say("storage.made", {{"where", program.settings.data}}) << "\n";
}

void migrate(Program& program) {
    auto& environment = program.environment;
    const auto store = store::Store::open(program.settings.location(), true);
    store->migrate(progress_of(environment, room_names(*store->lobby())));
    if (environment.json)
        *environment.out
            << nlohmann::ordered_json{{"directory", program.settings.data}, {"rooms", store->rooms().size()}}.dump(2)
            << "\n";
    else
        *environment.out << environment.say("storage.migrated") << "\n";
}

}  // namespace

void add_storage(CLI::App& app, Program& program) {
    const auto add = [&](const char* name, const char* help, void (*run)(Program&)) {
        app.add_subcommand(name, program.environment.say(help))->callback([&program, run] { run(program); });
    };
    add("init", "storage.help.init", init);
    add("migrate", "storage.help.migrate", migrate);
}

}  // namespace samrum::app
