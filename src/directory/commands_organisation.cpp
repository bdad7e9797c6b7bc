// `samrum organisation …`: public facts of organisations, for whoever runs the installation.
#include "directory/actions_import.hpp"
#include "directory/actions_merge.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/commands.hpp"
#include "foundation/store/store.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::directory {
namespace {

using module::CommandEnvironment;
using nlohmann::json;

json organisation_json(const Organisation& one) {
    return {{"id", one.id.text()},
            {"type", type_name(one.type)},
            {"name", one.name},
            {"number", one.number ? json(one.number->text()) : json()},
            {"website", one.website ? json(*one.website) : json()}};
}

std::string row_of(const Organisation& one) {
    return one.id.text() + "\t" + one.name + "\t" + (one.number ? one.number->text() : "") + "\t" +
           std::string(type_name(one.type));
}

void list(CommandEnvironment& environment, const std::string& search) {
    const auto lobby = environment.store().lobby();
    json all = json::array();
    for (const Organisation& one : list_organisations(*lobby, search)) {
        all.push_back(organisation_json(one));
        if (!environment.json) *environment.out << row_of(one) << "\n";
    }
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

struct FileWords {
    std::string file;
    std::string room;
    bool dry_run = false;
};

/// Reads the file in for a room or for operators; a dry run only says what would become of it.
base::Result<ImportPlan> read_file_in(CommandEnvironment& environment, store::Session& lobby, const FileWords& words,
                                      const std::optional<module::RoomHead>& room, std::string_view bytes) {
    if (room) {
        const auto caller = environment.caller_in(*room, module::Role::administrator);
        return words.dry_run ? check_organisations(lobby, *room, caller, bytes)
                             : import_organisations(lobby, *room, caller, bytes);
    }
    if (!words.dry_run) return import_organisations_by_command(lobby, environment.actor, bytes);
    return check_organisations_by_command(lobby, bytes);
}

json plan_json(const ImportPlan& plan, bool dry_run) {
    json lines = json::array();
    for (const PlannedOrganisation& one : plan.lines)
        lines.push_back(
            {{"line", one.line}, {"name", one.after.name}, {"fate", fate_name(one.fate)}, {"changes", one.fields}});
    json all{{"dry_run", dry_run}, {"lines", lines}};
    for (const LineFate fate : kLineFates) all[std::string(fate_name(fate))] = count_of(plan, fate);
    return all;
}

void import_file(CommandEnvironment& environment, const FileWords& words) {
    std::optional<module::RoomHead> room;
    if (!words.room.empty()) {
        room = environment.room(words.room);
        if (!room) return;
    }
    const std::string bytes = module::read_file(words.file, 2 * kMostOrganisationBytes + 1);
    const auto lobby = environment.store().lobby();
    const auto plan = read_file_in(environment, *lobby, words, room, bytes);
    if (!plan) return environment.tell(plan.problems(), words.file);
    if (!plan->problems.empty()) return environment.tell(plan->problems, words.file);
    if (environment.json) {
        *environment.out << plan_json(*plan, words.dry_run).dump(2) << "\n";
        return;
    }
    for (const LineFate fate : kLineFates)
        *environment.out << environment.say("directory.import.count." + std::string(fate_name(fate)),
                                            {{"count", std::int64_t{count_of(*plan, fate)}}})
                         << "\n";
    if (words.dry_run) *environment.out << environment.say("directory.command.organisation.nothing_changed") << "\n";
}

void list_duplicates(CommandEnvironment& environment) {
    const auto lobby = environment.store().lobby();
    json all = json::array();
    for (const Candidate& one : list_all_candidates(*lobby)) {
        all.push_back({{"one", organisation_json(one.first)},
                       {"other", organisation_json(one.second)},
                       {"why", likeness_name(one.why)}});
        if (!environment.json)
            *environment.out << environment.say("directory.merge.why." + std::string(likeness_name(one.why))) << "\n  "
                             << row_of(one.first) << "\n  " << row_of(one.second) << "\n";
    }
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

struct MergeWords {
    std::string kept;
    std::string gone;
    std::vector<std::string> from_gone;
};

/// An organisation by its id, number or name; tells a problem otherwise.
std::optional<OrganisationId> organisation_named(CommandEnvironment& environment, store::Reader& lobby,
                                                 const std::string& words, const std::string& field) {
    std::optional<Organisation> found;
    if (const auto id = OrganisationId::parse(words))
        found = find_organisation(lobby, *id);
    else
        found = find_organisation(lobby, words, words);
    if (found) return found->id;
    environment.tell({base::problem(field, "directory.organisation.unknown")});
    return std::nullopt;
}

void merge(CommandEnvironment& environment, const MergeWords& words) {
    const auto lobby = environment.store().lobby();
    const auto kept = organisation_named(environment, *lobby, words.kept, "kept");
    const auto gone = organisation_named(environment, *lobby, words.gone, "gone");
    if (!kept || !gone) return;
    const auto from = [&](const char* fact) {
        const bool is_named = std::find(words.from_gone.begin(), words.from_gone.end(), fact) != words.from_gone.end();
        return is_named ? TakenFrom::gone : TakenFrom::kept;
    };
    const auto merged =
        merge_by_command(*lobby, environment.actor, *kept, *gone, {from("name"), from("type"), from("website")});
    if (!merged) return environment.tell(merged.problems());
    if (environment.json)
        *environment.out << json{{"merge", merged->text()}, {"kept", kept->text()}}.dump(2) << "\n";
    else
        *environment.out << environment.say("directory.command.organisation.merged", {{"merge", merged->text()}})
                         << "\n";
}

void undo(CommandEnvironment& environment, const std::string& id) {
    const auto merge_id = MergeId::parse(id);
    if (!merge_id) return environment.tell({base::problem("merge", "directory.merge.unknown")});
    const auto lobby = environment.store().lobby();
    const auto undone = undo_merge_by_command(*lobby, environment.actor, environment.today(), *merge_id);
    if (!undone) return environment.tell(undone.problems());
    if (environment.json)
        *environment.out << json{{"undone", id}}.dump(2) << "\n";
    else
        *environment.out << environment.say("directory.merge.undo_done") << "\n";
}

void add_import(CLI::App& organisation, CommandEnvironment& environment) {
    auto* command = organisation.add_subcommand("import", environment.say("directory.command.organisation.import"));
    auto words = std::make_shared<FileWords>();
    command->add_option("file", words->file, environment.say("directory.command.organisation.file"))->required();
    command->add_option("--room", words->room, environment.say("directory.command.organisation.room"));
    command->add_flag("--dry-run", words->dry_run, environment.say("directory.command.organisation.dry_run"));
    command->callback([&environment, words] { import_file(environment, *words); });
}

void add_merge(CLI::App& organisation, CommandEnvironment& environment) {
    auto* command = organisation.add_subcommand("merge", environment.say("directory.command.organisation.merge"));
    auto words = std::make_shared<MergeWords>();
    command->add_option("kept", words->kept, environment.say("directory.command.organisation.kept"))->required();
    command->add_option("gone", words->gone, environment.say("directory.command.organisation.gone"))->required();
    command->add_option("--take", words->from_gone, environment.say("directory.command.organisation.take"))
        ->check(CLI::IsMember({"name", "type", "website"}));
    command->callback([&environment, words] { merge(environment, *words); });
    auto* back = organisation.add_subcommand("undo-merge", environment.say("directory.command.organisation.undo"));
    auto id = std::make_shared<std::string>();
    back->add_option("merge", *id, environment.say("directory.command.organisation.merge_id"))->required();
    back->callback([&environment, id] { undo(environment, *id); });
}

}  // namespace

void add_organisation_commands(CLI::App& parent, CommandEnvironment& environment) {
    auto* organisation = parent.add_subcommand("organisation", environment.say("directory.command.organisation"));
    auto* all = organisation->add_subcommand("list", environment.say("directory.command.organisation.list"));
    auto search = std::make_shared<std::string>();
    all->add_option("--search", *search, environment.say("directory.command.organisation.search"));
    all->callback([&environment, search] { list(environment, *search); });
    add_import(*organisation, environment);
    organisation->add_subcommand("duplicates", environment.say("directory.command.organisation.duplicates"))
        ->callback([&environment] { list_duplicates(environment); });
    add_merge(*organisation, environment);
}

}  // namespace samrum::directory
