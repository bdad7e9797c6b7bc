#include "app/program.hpp"

#include "app/catalogues.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/language.hpp"
#include "app/modules.hpp"
#include "app/room_list.hpp"
#include "foundation/base/told_fault.hpp"
#include "search/actions_index.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace samrum::app {
namespace {

/// The settings file: that of --config, else the first of the usual ones that is there; empty: none.
std::string settings_path(const std::string& config) {
    if (!config.empty()) return config;
    std::error_code closed;  // the folder one stands in may be closed to the service's user
    for (const char* usual : {"samrum.toml", "/etc/samrum/samrum.toml"})
        if (std::filesystem::exists(usual, closed)) return usual;
    return "";
}

base::Result<RawSettings> settings_file(const std::string& path) {
    if (path.empty()) return RawSettings{};
    return read_settings_file(module::read_file(path), path);
}

RawSettings settings_of_environment() {
    return environment_settings([](const char* name) -> const char* { return std::getenv(name); });
}

/// The language has to be known before the help texts are made, so it is looked for before CLI11 reads anything. A
/// settings file that cannot be read is told of when its turn comes.
std::string wanted_language(const CommandLine& line) {
    if (auto flag = line.value_of("--language")) return *flag;
    RawSettings file;
    try {
        if (auto read = settings_file(settings_path(line.value_of("--config").value_or("")))) file = *read;
    } catch (const base::Fault&) {
    }
    for (const RawSettings& from : {settings_of_environment(), file})
        if (const auto found = from.find("language"); found != from.end() && !found->second.empty())
            return found->second;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("sv") ? "sv" : "en";
    return "en";
}

void log_to_stderr(const std::string& level) {
    auto log = spdlog::stderr_logger_mt("samrum");
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    log->set_level(spdlog::level::from_str(level));
    log->flush_on(spdlog::level::info);
    spdlog::set_default_logger(log);
}

/// Once the command line is read and before the command runs.
void settle(Program& program) {
    const auto file = settings_file(settings_path(program.config));
    if (!file) throw base::Problems(file.problems());
    auto settings = settings_of(program.flags, settings_of_environment(), *file);
    if (!settings) throw base::Problems(settings.problems());
    program.settings = std::move(settings).value();
    if (const auto& language = program.settings.language; !language.empty() && !is_offered(catalogues(), language))
        throw base::Problems{base::problem("language", "settings.no_such_language", {{"language", language}})};
    spdlog::set_level(spdlog::level::from_str(program.settings.log_level));
    auto& environment = program.environment;
    environment.house.clocks = base::Clocks(program.settings.today);
    environment.house.public_address = program.settings.links_begin_with();
    environment.house.operator_name = program.settings.operator_name;
    environment.house.operator_email = program.settings.operator_email;
    environment.open_store = [&program] {
        auto opened = store::Store::open(program.settings.location());
        search::keep_fresh(*opened, program.environment.house.modules);
        return opened;
    };
    environment.find_room = [&environment](std::string_view name) { return RoomList(environment.store()).find(name); };
}

void global_options(CLI::App& app, Program& program) {
    const auto& words = *program.environment.words;
    say_headings(app, words);
    app.set_help_flag("-h,--help", words("program.help"));
    app.set_version_flag("--version", std::string("samrum ") + SAMRUM_VERSION, words("program.version"));
    app.fallthrough();
    app.footer(words("program.footer"));
    for (const char* key : {"data", "database", "language", "today"}) add_setting(app, program, key);
    app.add_option("--config", program.config, words("settings.config"))->type_name("FILE");
    app.add_flag("--json", program.environment.json, words("program.json"));
    app.parse_complete_callback([&program] { settle(program); });
}

/// Groups such as `samrum room` do nothing by themselves; and CLI11 gives --help below the top its own heading.
void settle_commands(CLI::App& app, const text::Words& words) {
    app.get_help_ptr()->group(words("program.heading.options"));
    const auto below = app.get_subcommands([](CLI::App*) { return true; });
    if (!below.empty()) app.require_subcommand(1);
    for (CLI::App* one : below) settle_commands(*one, words);
}

void build(CLI::App& app, Program& program) {
    global_options(app, program);
    add_commands(app, program);
    for (const module::Module& slice : modules())
        for (const module::Command& command : slice.commands) command.add(app, program.environment);
    add_late_commands(app, program);
    settle_commands(app, *program.environment.words);
}

int told_fault(Program& program, const std::exception& error) {
    base::Message words;
    if (const auto* known = dynamic_cast<const base::ToldFault*>(&error)) {
        words = known->told();
    } else {
        const std::string reference = base::Uuid::random().text().substr(0, 8);
        spdlog::error("fault {}: {}", reference, error.what());
        words = {"program.fault", {{"reference", reference}}};
    }
    program.environment.tell({{"", words, std::nullopt}});
    return 2;
}

int parse_and_run(CLI::App& app, Program& program, int argc, const char* const* argv) {
    try {
        app.parse(argc, argv);
        return program.environment.exit_code;
    } catch (const CLI::Success& success) {  // --help, --version
        return app.exit(success, *program.environment.out, *program.environment.err);
    } catch (const CLI::ParseError& error) {
        program.environment.tell({in_words(app, error)});
        if (!program.environment.json) *program.environment.err << program.environment.say("program.see_help") << "\n";
        return 1;
    } catch (const base::Problems& problems) {
        program.environment.tell(problems);
        return 1;
    }
}

}  // namespace

void add_setting(CLI::App& command, Program& program, std::string_view toml_key) {
    for (const SettingKey& key : setting_keys()) {
        if (key.toml != toml_key) continue;
        command
            .add_option_function<std::string>(
                std::string(key.flag),
                [&program, name = std::string(key.toml)](const std::string& value) { program.flags[name] = value; },
                program.environment.say(key.help))
            ->type_name(key.toml == "today"        ? "YYYY-MM-DD"
                        : key.toml == "serve.port" ? "N"
                                                   : "TEXT");
        return;
    }
    base::ensure(false, "a command asks for a setting that exists");
}

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    log_to_stderr("info");
    Program program;
    auto& environment = program.environment;
    environment.out = &out;
    environment.err = &err;
    environment.house.modules = modules();
    environment.house.catalogues = &catalogues();
    const CommandLine line{argc, argv};
    environment.json = line.has("--json");  // so that a command line that cannot be read is told in JSON too
    environment.words = &catalogues().words(wanted_language(line));
    CLI::App app(environment.say("program.about"), "samrum");
    build(app, program);
    try {
        return parse_and_run(app, program, argc, argv);
    } catch (const std::exception& error) {
        return told_fault(program, error);
    }
}

}  // namespace samrum::app
