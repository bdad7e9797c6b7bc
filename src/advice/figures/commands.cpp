// `samrum advice …`: counted sessions from the command line, through the same action as the loader.
#include "advice/figures/commands.hpp"

#include "advice/figures/actions_import.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace samrum::advice::figures {
namespace {

struct ImportOptions {
    std::string room;
    std::string file;
    bool dry_run = false;
};

module::Caller coordinator_by_command(const module::CommandEnvironment& environment, const module::RoomHead& room) {
    module::Caller caller;
    caller.label = environment.actor.label;
    caller.room_organisation = room.organisation;
    caller.grants = {
        {{}, room.id, module::Role::coordinator, room.organisation, base::Period{environment.today(), std::nullopt}}};
    return caller;
}

void run_import(module::CommandEnvironment& environment, const ImportOptions& options) {
    const std::string bytes = module::read_file(options.file);
    const auto head = environment.room(options.room);
    if (!head) return;
    const auto room = environment.store().room(head->id);
    const auto caller = coordinator_by_command(environment, *head);
    const auto report = options.dry_run ? check_counts(*room, caller, environment.today(), bytes)
                                        : import_counts(*room, caller, environment.today(), bytes);
    if (!report) return environment.tell(report.problems(), options.file);
    auto& out = *environment.out;
    if (environment.json)
        out << "{\"lines\":" << report->lines << ",\"new\":" << report->fresh
            << ",\"already_there\":" << report->already_there << ",\"changed\":" << (options.dry_run ? "false" : "true")
            << "}\n";
    else
        out << environment.say(options.dry_run ? "advice.command.checked" : "advice.command.imported",
                               {{"fresh", std::int64_t{report->fresh}}, {"there", std::int64_t{report->already_there}}})
            << "\n";
}

}  // namespace

void add_advice_commands(CLI::App& parent, module::CommandEnvironment& environment) {
    CLI::App* group = parent.add_subcommand("advice", environment.say("advice.help.advice"));
    group->require_subcommand(1);
    auto options = std::make_shared<ImportOptions>();
    CLI::App* import = group->add_subcommand("import", environment.say("advice.help.import"));
    import->add_option("--room", options->room, environment.say("advice.help.room"))->required()->type_name("NAME");
    import->add_option("file", options->file, environment.say("advice.help.file"))->required();
    import->add_flag("--dry-run", options->dry_run, environment.say("advice.help.dry_run"));
    import->callback([&environment, options] { run_import(environment, *options); });
}

base::Result<base::Done> load_counts(module::Call& call, std::string_view, std::string_view bytes) {
    const auto report = import_counts(call.room(), call.caller, call.today(), bytes);
    if (!report) return report.problems();
    return base::Done{};
}

}  // namespace samrum::advice::figures
