// `samrum init | migrate`: the storage of an installation.
#include "app/commands.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

namespace samrum::app {
namespace {

void init(Program& program) {
    store::Store::create(program.settings.location());
    *program.environment.out << program.environment.say("storage.made", {{"where", program.settings.data}}) << "\n";
}

void migrate(Program& program) {
    auto& environment = program.environment;
    const auto store = store::Store::open(program.settings.location(), true);
    store->migrate([&](const std::string& step, int done, int of) { environment.progress(step, done, of); });
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
