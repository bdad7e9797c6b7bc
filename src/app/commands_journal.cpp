// `samrum journal verify | list | head`: over the lobby and every room, or over one room.
#include "app/commands.hpp"
#include "directory/actions_room.hpp"
#include "foundation/store/journal.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::app {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::string room;
    std::string head;
    int limit = 50;
};

constexpr std::string_view kLobbyJournal = "lobby";

/// Calls `visit(name, session)` for the room asked for, or for the lobby and every room. False when there is no such
/// room.
bool each_journal(module::CommandEnvironment& environment, const std::string& room,
                  const std::function<void(const std::string&, store::Session&)>& visit) {
    store::Store& store = environment.store();
    if (room == kLobbyJournal) return visit(room, *store.lobby()), true;
    if (!room.empty()) {
        const auto head = environment.room(room);
        if (head) visit(head->short_name, *store.room(head->id));
        return head.has_value();
    }
    visit(std::string(kLobbyJournal), *store.lobby());
    for (const auto& one : directory::list_rooms(*store.lobby())) visit(one.short_name, *store.room(one.id));
    return true;
}

std::string verdict(const module::CommandEnvironment& environment, const store::JournalCheck& check) {
    if (check.first_broken) return environment.say("journal.verify.broken", {{"line", *check.first_broken}});
    if (check.broken_open_line)
        return environment.say("journal.verify.broken_open", {{"line", *check.broken_open_line}});
    if (!check.head_found) return environment.say("journal.verify.head_missing");
    return environment.say("journal.verify.whole", {{"lines", check.lines}, {"head", check.head}});
}

Json as_json(const std::string& name, const store::JournalCheck& check) {
    Json one{{"journal", name}, {"whole", check.is_whole()}, {"lines", check.lines}, {"head", check.head}};
    if (check.first_broken) one["first_broken"] = *check.first_broken;
    if (check.broken_open_line) one["broken_open_line"] = *check.broken_open_line;
    if (!check.head_found) one["head_found"] = false;
    return one;
}

void verify(module::CommandEnvironment& environment, const Options& options) {
    const auto kept = options.head.empty() ? std::nullopt : std::optional<std::string_view>(options.head);
    std::vector<std::pair<std::string, store::JournalCheck>> checks;
    const bool found = each_journal(environment, options.room, [&](const std::string& name, store::Session& session) {
        checks.emplace_back(
            name, session.snapshot([&](store::Reader& reader) { return store::verify_journal(reader, kept); }));
    });
    if (!found) return;
    // A head names one journal: over all of them it is enough that one holds it.
    const bool head_somewhere =
        std::any_of(checks.begin(), checks.end(), [](const auto& one) { return one.second.head_found; });
    Json all = Json::array();
    for (auto& [name, check] : checks) {
        if (head_somewhere) check.head_found = true;
        if (!check.is_whole()) environment.exit_code = 1;
        if (environment.json)
            all.push_back(as_json(name, check));
        else
            *environment.out << name << ": " << verdict(environment, check) << "\n";
    }
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

void list(module::CommandEnvironment& environment, const Options& options) {
    Json all = Json::array();
    each_journal(environment, options.room, [&](const std::string& name, store::Session& session) {
        for (const auto& entry : store::journal_entries(session, 0, options.limit)) {
            if (environment.json)
                all.push_back({{"journal", name},
                               {"line", entry.seq},
                               {"at", entry.at.iso()},
                               {"who", entry.actor.label},
                               {"what", entry.line.what},
                               {"subject", entry.line.subject},
                               {"hash", entry.hash}});
            else
                *environment.out << name << " " << entry.seq << " " << entry.at.iso() << " " << entry.actor.label
                                 << ": " << entry.line.what << " " << entry.line.subject << "\n";
        }
    });
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

void head(module::CommandEnvironment& environment, const Options& options) {
    Json all = Json::object();
    each_journal(environment, options.room, [&](const std::string& name, store::Session& session) {
        if (environment.json)
            all[name] = store::journal_head(session);
        else
            *environment.out << name << " " << store::journal_head(session) << "\n";
    });
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

}  // namespace

void add_journal(CLI::App& app, Program& program) {
    auto& environment = program.environment;
    auto options = std::make_shared<Options>();
    CLI::App* group = app.add_subcommand("journal", environment.say("journal.help"));
    const auto add = [&](const char* name, const char* help, void (*run)(module::CommandEnvironment&, const Options&)) {
        CLI::App* command = group->add_subcommand(name, environment.say(help));
        command->add_option("--room", options->room, environment.say("journal.help.room"))->type_name("NAME");
        command->callback([&environment, options, run] { run(environment, *options); });
        return command;
    };
    add("verify", "journal.help.verify", verify)
        ->add_option("--head", options->head, environment.say("journal.help.head_kept"))
        ->type_name("HASH");
    add("list", "journal.help.list", list)
        ->add_option("--limit", options->limit, environment.say("journal.help.limit"))
        ->check(CLI::Range(1, 100'000));
    add("head", "journal.help.head", head);
}

}  // namespace samrum::app
