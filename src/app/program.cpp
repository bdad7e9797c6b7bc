#include "app/program.hpp"

#include "app/catalogues.hpp"
#include "app/commands.hpp"
#include "app/modules.hpp"
#include "app/room_list.hpp"
#include "foundation/base/told_fault.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sstream>

namespace samrum::app {
namespace {

/// `--language sv` has to be known before the help texts are made, so it is looked for first.
std::string wanted_language(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word.starts_with("--language=")) return std::string(word.substr(11));
        if (word == "--language" && i + 1 < argc) return argv[i + 1];
    }
    for (const char* name : {"SAMRUM_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string(value).substr(0, 2) == "sv" ? "sv" : "en";
    return "en";
}

RawSettings settings_file(const Program& program) {
    std::string path = program.config;
    std::error_code closed;  // the folder one stands in may be closed to the service's user
    for (const char* usual : {"samrum.toml", "/etc/samrum/samrum.toml"})
        if (path.empty() && std::filesystem::exists(usual, closed)) path = usual;
    if (path.empty()) return {};
    std::ifstream in(path, std::ios::binary);
    if (!in) throw base::Fault("the settings file " + path + " cannot be read");
    std::stringstream text;
    text << in.rdbuf();
    auto values = read_settings_file(text.str(), path);
    if (!values) throw values.problems();
    return std::move(values).value();
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
    auto settings = settings_of(program.flags,
                                environment_settings([](const char* name) -> const char* { return std::getenv(name); }),
                                settings_file(program));
    if (!settings) throw settings.problems();
    program.settings = std::move(settings).value();
    spdlog::set_level(spdlog::level::from_str(program.settings.log_level));
    auto& environment = program.environment;
    environment.house.clocks = base::Clocks(program.settings.today);
    environment.house.public_address = program.settings.links_begin_with();
    environment.house.operator_name = program.settings.operator_name;
    environment.house.operator_email = program.settings.operator_email;
    environment.open_store = [&program] { return store::Store::open(program.settings.location()); };
    environment.find_room = [&environment](std::string_view name) { return RoomList(environment.store()).find(name); };
}

void global_options(CLI::App& app, Program& program) {
    const auto& words = *program.environment.words;
    app.set_help_flag("-h,--help", words("program.help"));
    app.set_version_flag("--version", std::string("samrum ") + SAMRUM_VERSION, words("program.version"));
    app.fallthrough();
    app.footer(words("program.footer"));
    for (const char* key : {"data", "database", "language", "today"}) add_setting(app, program, key);
    app.add_option("--config", program.config, words("settings.config"))->type_name("FILE");
    app.add_flag("--json", program.environment.json, words("program.json"));
    app.parse_complete_callback([&program] { settle(program); });
}

/// Groups such as `samrum room` do nothing by themselves.
void ask_for_subcommands(CLI::App& app) {
    const auto below = app.get_subcommands([](CLI::App*) { return true; });
    if (!below.empty()) app.require_subcommand(1);
    for (CLI::App* one : below) ask_for_subcommands(*one);
}

void build(CLI::App& app, Program& program) {
    global_options(app, program);
    add_commands(app, program);
    for (const module::Module& slice : modules())
        for (const module::Command& command : slice.commands) command.add(app, program.environment);
    add_late_commands(app, program);
    ask_for_subcommands(app);
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
        *program.environment.err << "samrum: " << error.what() << "\n"
                                 << program.environment.say("program.see_help") << "\n";
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
    environment.words = &catalogues().words(wanted_language(argc, argv));
    CLI::App app(environment.say("program.about"), "samrum");
    build(app, program);
    try {
        return parse_and_run(app, program, argc, argv);
    } catch (const std::exception& error) {
        return told_fault(program, error);
    }
}

}  // namespace samrum::app
