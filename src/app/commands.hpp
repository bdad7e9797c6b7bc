#pragma once
#include "app/program.hpp"

namespace samrum::app {

/// The commands of the house itself: init, serve, demo, migrate, backup, restore.
void add_commands(CLI::App& app, Program& program);
/// Those that come after the slices' own: what hangs below a slice's group (`room export`), journal, completion,
/// openapi, routes.
void add_late_commands(CLI::App& app, Program& program);

void add_serve(CLI::App& app, Program& program);
void add_demo(CLI::App& app, Program& program);
void add_storage(CLI::App& app, Program& program);
void add_backup(CLI::App& app, Program& program);
void add_room_export(CLI::App& app, Program& program);
void add_journal(CLI::App& app, Program& program);
void add_openapi(CLI::App& app, Program& program);
void add_routes(CLI::App& app, Program& program);
void add_completion(CLI::App& app, Program& program);

}  // namespace samrum::app
