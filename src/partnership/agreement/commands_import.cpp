#include "foundation/module/command.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/commands.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::partnership::agreement {
namespace {

nlohmann::json json_of(const Imported& done) {
    auto not_named = nlohmann::json::array();
    for (const NotNamed& one : done.not_named) not_named.push_back({{"party", one.party}, {"room", one.room}});
    return {{"id", done.id.text()},        {"agreement", done.slug},
            {"version", done.version},     {"unchanged", done.unchanged},
            {"handed_to", done.handed_to}, {"found_by_name", done.by_name},
            {"not_named", not_named},      {"unknown_parties", done.unknown_parties}};
}

void tell_import(const module::CommandEnvironment& environment, const Imported& done) {
    auto& out = *environment.out;
    out << environment.say(done.unchanged ? "partnership.flash.unchanged" : "partnership.flash.imported") << '\n';
    for (const std::string& room : done.handed_to)
        out << environment.say("partnership.import.handed_to", {{"room", room}}) << '\n';
    for (const NotNamed& one : done.not_named)
        out << environment.say("partnership.import.not_named", {{"party", one.party}, {"room", one.room}}) << '\n';
    for (const std::string& name : done.by_name)
        out << environment.say("partnership.import.by_name", {{"party", name}}) << '\n';
    for (const std::string& name : done.unknown_parties)
        out << environment.say("partnership.import.unknown_party", {{"name", name}}) << '\n';
}

void run_import(module::CommandEnvironment& environment, const std::string& short_name, const std::string& path) {
    const auto room = environment.room(short_name);
    if (!room) return;
    const auto session = environment.store().room(room->id);
    const auto done = import_agreement(*session, *environment.store().lobby(), *room,
                                       environment.caller_in(*room, module::Role::officer), environment.today(),
                                       environment.house.clocks.now(), agreement_bytes(path));
    if (!done) return environment.tell(done.problems(), path);
    if (environment.json)
        *environment.out << json_of(*done).dump(2) << '\n';
    else
        tell_import(environment, *done);
}

void run_list(module::CommandEnvironment& environment, const std::string& short_name) {
    const auto room = environment.room(short_name);
    if (!room) return;
    nlohmann::json all = nlohmann::json::array();
    const auto session = environment.store().room(room->id);
    for (const ListedAgreement& one : read_agreements(*session, environment.caller_in(*room, module::Role::officer))) {
        const AgreementHead& head = one.head;
        if (environment.json)
            all.push_back({{"id", head.id.text()},
                           {"agreement", head.slug},
                           {"title", head.title},
                           {"version", head.version},
                           {"first", head.first ? head.first->iso() : ""},
                           {"last", head.last ? head.last->iso() : ""},
                           {"in_force", head.in_force(environment.today())}});
        else
            *environment.out << head.slug << "  " << (head.first ? head.first->iso() : "?") << "–"
                             << (head.last ? head.last->iso() : "?") << "  " << head.title << '\n';
    }
    if (environment.json) *environment.out << all.dump(2) << '\n';
}

}  // namespace

void add_import(CLI::App& parent, module::CommandEnvironment& environment) {
    auto* command = parent.add_subcommand("import", environment.say("partnership.help.import"));
    auto file = std::make_shared<std::string>();
    auto room = std::make_shared<std::string>();
    command->add_option("file", *file, environment.say("partnership.help.file"))->required();
    command->add_option("--room", *room, environment.say("partnership.help.room"))->required();
    command->callback([&environment, room, file] { run_import(environment, *room, *file); });
}

void add_list(CLI::App& parent, module::CommandEnvironment& environment) {
    auto* command = parent.add_subcommand("list", environment.say("partnership.help.list"));
    auto room = std::make_shared<std::string>();
    command->add_option("--room", *room, environment.say("partnership.help.room"))->required();
    command->callback([&environment, room] { run_list(environment, *room); });
}

}  // namespace samrum::partnership::agreement
