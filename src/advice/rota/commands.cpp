// `samrum rota …`: judges and suggests rotas in files. No installation is needed or touched.
#include "advice/rota/commands.hpp"

#include "advice/rota/files_rota.hpp"
#include "advice/rota/rules_reason.hpp"
#include "foundation/module/command.hpp"
#include "foundation/optimise/milp.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace samrum::advice::rota {
namespace {

using module::CommandEnvironment;
namespace solver = optimise::rota;

struct RotaOptions {
    std::string file;
    double seconds = 60;
};

std::optional<RotaFile> rota_from(CommandEnvironment& environment, const std::string& path) {
    // One byte more than may be read shows that there is more.
    auto file = read_rota_file(module::read_file(path, kLongestRotaFile + 1));
    if (file) return std::move(file).value();
    environment.tell(file.problems(), path);
    return std::nullopt;
}

/// What the rota lacks, a line each with its reasons.
void say_lacks(const CommandEnvironment& environment, const RotaFile& file, const solver::Rota& rota) {
    const auto language = [&](int number) { return file.languages[static_cast<std::size_t>(number)]; };
    int nobody = -1;
    for (const solver::Why& why : explain(file.problem, rota)) {
        // Where nobody at all comes, the empty places need no line of their own.
        if (why.lack.want == solver::Want::place && why.lack.session == nobody) continue;
        if (why.lack.want == solver::Want::nobody) nobody = why.lack.session;
        *environment.out << file.when[static_cast<std::size_t>(why.lack.session)] << ": "
                         << (*environment.words)(words_of(why.lack, language)) << " "
                         << why_line(why, [&](const base::Message& one) { return (*environment.words)(one); }) << "\n";
    }
}

void say_points(const CommandEnvironment& environment, const solver::Judgement& judged) {
    *environment.out << environment.say("advice.rota.command.points",
                                        {{"points", judged.score.points()},
                                         {"lacks", static_cast<std::int64_t>(judged.lacks.size())}})
                     << "\n";
}

void check(CommandEnvironment& environment, const RotaOptions& options) {
    const auto file = rota_from(environment, options.file);
    if (!file) return;
    if (environment.json) {
        *environment.out << judgement_json(*file, file->shifts) << "\n";
    } else {
        say_lacks(environment, *file, file->shifts);
        say_points(environment, judge(file->problem, file->shifts));
    }
    environment.tell(breaches_of(*file, file->shifts), options.file);
}

void say_answer(const CommandEnvironment& environment, const RotaFile& file, const solver::Answer& answer) {
    auto& out = *environment.out;
    for (std::size_t s = 0; s < file.when.size(); ++s) {
        out << file.when[s] << "  ";
        std::string_view before;
        for (const solver::Shift& one : answer.shifts)
            if (one.session == static_cast<int>(s))
                out << std::exchange(before, ", ") << file.volunteers[static_cast<std::size_t>(one.volunteer)];
        out << "\n";
    }
    if (file.problem.before) {
        const solver::Changes turned = changes(*file.problem.before, answer.shifts);
        const auto line = [&](std::string_view key, const solver::Shift& one) {
            out << environment.say(key, {{"session", file.when[static_cast<std::size_t>(one.session)]},
                                         {"volunteer", file.volunteers[static_cast<std::size_t>(one.volunteer)]}})
                << "\n";
        };
        for (const solver::Shift& one : turned.removed) line("advice.rota.command.removed", one);
        for (const solver::Shift& one : turned.added) line("advice.rota.command.added", one);
    }
    say_lacks(environment, file, answer.shifts);
    out << (*environment.words)(proof_of(answer)) << "\n";
}

void solve_file(CommandEnvironment& environment, const RotaOptions& options) {
    const auto file = rota_from(environment, options.file);
    if (!file) return;
    if (!optimise::has_working_folder())
        return environment.tell({base::problem("", "advice.rota.problem.no_folder")}, options.file);
    const solver::Answer answer = solve(file->problem, options.seconds);
    if (environment.json)
        *environment.out << answer_json(*file, answer) << "\n";
    else
        say_answer(environment, *file, answer);
    // Only what was fixed can break a rule.
    environment.tell(breaches_of(*file, answer.shifts), options.file);
}

}  // namespace

void add_rota_commands(CLI::App& app, CommandEnvironment& environment) {
    CLI::App* rota = app.add_subcommand("rota", environment.say("advice.rota.help"));
    rota->require_subcommand(1);
    const auto add = [&](const char* name, void (*run)(CommandEnvironment&, const RotaOptions&)) {
        auto options = std::make_shared<RotaOptions>();
        CLI::App* command = rota->add_subcommand(name, environment.say("advice.rota.help." + std::string(name)));
        command->add_option("file", options->file, environment.say("advice.rota.help.file"))->required();
        command->callback([&environment, options, run] { run(environment, *options); });
        return std::pair(command, options);
    };
    add("check", check);
    const auto [solving, options] = add("solve", solve_file);
    solving->add_option("--seconds", options->seconds, environment.say("advice.rota.help.seconds"))
        ->check(CLI::Range(0.1, 3600.0));
}

}  // namespace samrum::advice::rota
