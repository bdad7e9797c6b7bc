#include "app/commands.hpp"

namespace samrum::app {

void add_commands(CLI::App& app, Program& program) {
    add_storage(app, program);
    add_serve(app, program);
    add_demo(app, program);
}

void add_late_commands(CLI::App& app, Program& program) {
    add_room_export(app, program);
    add_journal(app, program);
    add_backup(app, program);
    add_completion(app, program);
    add_openapi(app, program);
    add_routes(app, program);
}

}  // namespace samrum::app
