// `samrum completion bash|zsh|fish`: written from the commands themselves, so it never lags behind them.
#include "app/commands.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

namespace samrum::app {
namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words) {
    std::string all;
    for (const auto& one : words) all += (all.empty() ? "" : " ") + one;
    return all;
}

/// The subcommands and flags that may follow a command.
Words follows(const CLI::App& command, const CLI::App& root) {
    Words all;
    for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
        if (!below->get_group().empty()) all.push_back(below->get_name());
    for (const CLI::App* from : {&command, &root}) {
        for (const CLI::Option* option : from->get_options())
            for (const auto& name : option->get_lnames())
                if (std::ranges::find(all, "--" + name) == all.end()) all.push_back("--" + name);  // both have --help
        if (&command == &root) break;
    }
    return all;
}

/// Calls `visit("samrum journal verify", command)` for every command there is.
void each_command(const CLI::App& command, const std::string& path,
                  const std::function<void(const std::string&, const CLI::App&)>& visit) {
    visit(path, command);
    for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
        if (!below->get_group().empty()) each_command(*below, path + " " + below->get_name(), visit);
}

/// A function that walks the words typed so far and completes the last one; zsh runs it through bashcompinit.
void bash(const CLI::App& root, std::ostream& out) {
    out << "_samrum() {\n  local path=samrum word words\n"
           "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do [[ $word == -* ]] || path+=\" $word\"; done\n"
           "  while :; do\n    case $path in\n";
    each_command(root, "samrum", [&](const std::string& path, const CLI::App& command) {
        out << "      '" << path << "') words='" << joined(follows(command, root)) << "'; break ;;\n";
    });
    out << "      *\\ *) path=${path% *} ;;\n      *) words=; break ;;\n    esac\n  done\n"
           "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -f -- \"${COMP_WORDS[COMP_CWORD]}\")\n}\n"
           "complete -o filenames -F _samrum samrum\n";
}

void fish(const CLI::App& root, std::ostream& out) {
    each_command(root, "", [&](const std::string& path, const CLI::App& command) {
        const std::string when =
            path.empty() ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + path.substr(path.rfind(' ') + 1);
        for (const std::string& word : follows(command, root))
            out << "complete -c samrum -n '" << when << "' "
                << (word.starts_with("--") ? "-l " + word.substr(2) : "-a " + word) << "\n";
    });
}

void print(const std::string& shell, const CLI::App& root, std::ostream& out) {
    if (shell == "fish") return fish(root, out);
    if (shell == "zsh") out << "autoload -U +X bashcompinit && bashcompinit\n";
    bash(root, out);
}

}  // namespace

void add_completion(CLI::App& app, Program& program) {
    const auto& environment = program.environment;
    CLI::App* command = app.add_subcommand("completion", environment.say("program.completion"));
    auto shell = std::make_shared<std::string>();
    command->add_option("shell", *shell, environment.say("program.completion.shell"))
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    command->callback([&app, &program, shell] { print(*shell, app, *program.environment.out); });
}

}  // namespace samrum::app
