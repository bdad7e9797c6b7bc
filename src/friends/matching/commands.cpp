// `samrum match …`: matches people, or rows and columns, in files. No installation is needed or touched.
#include "friends/matching/commands.hpp"

#include "foundation/module/command.hpp"
#include "friends/matching/files_people.hpp"
#include "friends/matching/files_plain.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <thread>

namespace samrum::friends::matching {
namespace {

using module::CommandEnvironment;
namespace solver = optimise::match;

using optimise::match::at;

struct MatchOptions {
    std::string file;
    std::string answer;
    bool allow_unmatched = false;
};

int threads() {
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 16);
}

void say(const CommandEnvironment& environment, std::string_view key, const base::MessageArgs& args = {}) {
    *environment.out << environment.say("friends.matching.command." + std::string(key), args) << "\n";
}

// Plain files.

/// Rows that have too few columns between them, in front of a person.
base::Problem no_perfect(const solver::Answer& answer) {
    std::string rows;
    constexpr std::size_t kNamed = 12;
    for (std::size_t k = 0; k < std::min(answer.too_many_rows.size(), kNamed); ++k)
        rows += (k ? ", " : "") + std::to_string(answer.too_many_rows[k]);
    if (answer.too_many_rows.size() > kNamed) rows += " …";
    return base::problem("", "friends.matching.plain.no_perfect",
                         {{"rows", rows},
                          {"many", static_cast<std::int64_t>(answer.too_many_rows.size())},
                          {"few", static_cast<std::int64_t>(answer.too_few_columns.size())}});
}

solver::Rule plain_rule(const MatchOptions& options) {
    return options.allow_unmatched ? solver::Rule::most : solver::Rule::perfect;
}

void solve_plain(CommandEnvironment& environment, const MatchOptions& options, const std::string& text) {
    const auto graph = read_plain_file(text);
    if (!graph) return environment.tell(graph.problems(), options.file);
    const solver::Rule rule = plain_rule(options);
    const solver::Answer answer = solve(*graph, rule, {threads(), 0, {}});
    if (rule == solver::Rule::perfect && answer.pairs < graph->rows())
        return environment.tell({no_perfect(answer)}, options.file);
    if (environment.json) {
        *environment.out << plain_answer_json(*graph, rule, answer) << "\n";
        return;
    }
    for (int i = 0; i < graph->rows(); ++i)
        if (answer.column_of[at(i)] >= 0) *environment.out << i << " " << answer.column_of[at(i)] << "\n";
    say(environment, "plain", {{"pairs", std::int64_t{answer.pairs}}, {"cost", std::to_string(answer.cost)}});
    say(environment, check(*graph, rule, answer.column_of, answer.certificate).holds() ? "proven" : "unproven");
}

/// The problems of an answer to a plain file, and what it is worth.
void check_plain(CommandEnvironment& environment, const MatchOptions& options, const std::string& text) {
    const auto graph = read_plain_file(text);
    if (!graph) return environment.tell(graph.problems(), options.file);
    const solver::Rule rule = plain_rule(options);
    const solver::Answer best = solve(*graph, rule, {threads(), 0, {}});
    if (options.answer.empty()) {
        if (environment.json)
            *environment.out << nlohmann::ordered_json{{"rows", graph->rows()},
                                                       {"columns", graph->columns},
                                                       {"possible_pairs", graph->arcs.size()},
                                                       {"most_pairs", best.pairs},
                                                       {"perfect", best.pairs == graph->rows()}}
                                    .dump()
                             << "\n";
        else
            say(environment, "plain_size",
                {{"rows", std::int64_t{graph->rows()}},
                 {"columns", std::int64_t{graph->columns}},
                 {"possible", static_cast<std::int64_t>(graph->arcs.size())},
                 {"pairs", std::int64_t{best.pairs}}});
        if (rule == solver::Rule::perfect && best.pairs < graph->rows())
            environment.tell({no_perfect(best)}, options.file);
        return;
    }
    const auto given = read_plain_answer(module::read_file(options.answer, kLongestPlainFile), *graph);
    if (!given) return environment.tell(given.problems(), options.answer);
    base::ProblemList problems;
    std::int64_t cost = 0, pairs = 0;
    std::vector<int> used(at(graph->columns), 0);
    for (int i = 0; i < graph->rows(); ++i) {
        const int column = given->column_of[at(i)];
        const auto wrong = [&](const char* key) {
            problems.add(base::problem("pairs", "friends.matching.answer." + std::string(key),
                                       {{"row", std::int64_t{i}}, {"column", std::int64_t{column}}}));
        };
        if (column < 0) {
            if (rule == solver::Rule::perfect) wrong("row_missing");
            continue;
        }
        ++pairs;
        const auto arcs = graph->row(i);
        const auto arc = std::ranges::find(arcs, column, [](const auto& one) { return one.column; });
        if (arc == arcs.end())
            wrong("no_such_pair");
        else
            cost += arc->cost;
        if (++used[at(column)] > 1) wrong("column_twice");
    }
    if (given->cost && *given->cost != cost)
        problems.add(base::problem("cost", "friends.matching.answer.cost", {{"cost", std::to_string(cost)}}));
    // Judged by its own certificate, or by ours when it brings none.
    const solver::Verdict verdict =
        check(*graph, rule, given->column_of, given->certificate ? *given->certificate : best.certificate);
    if (problems.empty() && !verdict.holds())
        problems.add(base::problem("",
                                   std::string("friends.matching.answer.") +
                                       (pairs == best.pairs && cost == best.cost ? "certificate" : "not_best"),
                                   {{"pairs", std::int64_t{best.pairs}}, {"cost", std::to_string(best.cost)}}));
    const std::int64_t blocking = blocking_pairs(*graph, given->column_of);
    if (environment.json) {
        const nlohmann::ordered_json json{{"pairs", pairs},
                                          {"cost", cost},
                                          {"largest", check_order(*graph, given->column_of).largest},
                                          {"optimal", problems.empty()},
                                          {"blocking_pairs", blocking}};
        *environment.out << json.dump() << "\n";
    } else {
        say(environment, "plain", {{"pairs", pairs}, {"cost", std::to_string(cost)}});
        say(environment, "blocking", {{"pairs", blocking}});
        if (problems.empty()) say(environment, "proven");
    }
    if (!problems.empty()) environment.tell(problems.all(), options.answer);
}

// People.

std::optional<PeopleFile> people_from(CommandEnvironment& environment, const std::string& path,
                                      const std::string& text) {
    auto file = read_people_file(text);
    if (file) return std::move(file).value();
    environment.tell(file.problems(), path);
    return std::nullopt;
}

/// "share: football, cooking": the reasons of a kind in one line.
std::string reason_line(const CommandEnvironment& environment, const PeopleFile& file, solver::Pair pair) {
    std::string line, kind;
    for (const solver::Reason& reason : reasons(file.pool, pair)) {
        const std::string word = file.words.word(reason), code(code_of(reason.kind));
        if (code == kind) {
            if (!line.ends_with(word)) line += ", " + word;
            continue;
        }
        kind = code;
        line += (line.empty() ? "" : "; ") + environment.say("friends.matching.reason." + code);
        if (!word.empty()) line += " " + word;
    }
    return line;
}

void say_proposal(const CommandEnvironment& environment, const PeopleFile& file, const solver::Proposal& proposal) {
    auto& out = *environment.out;
    for (std::size_t i = 0; i < file.newcomers.size(); ++i) {
        const solver::Pair pair{static_cast<int>(i), proposal.established_of[i]};
        if (pair.established < 0) continue;
        out << file.newcomers[i] << " – " << file.established[at(pair.established)] << "  " << fit(file.pool, pair)
            << "  " << reason_line(environment, file, pair) << "\n";
        if (std::ranges::find(file.pool.locked, pair) == file.pool.locked.end()) continue;
        // A lock stands whatever the limits say, so what it breaks is told.
        const auto broken = limits_broken(file.pool, pair);
        if (broken.empty()) out << "  " << environment.say("friends.matching.command.locked") << "\n";
        for (const solver::Reason& limit : broken) {
            const base::Message told = limit_problem(file, pair, limit).message;
            out << "  "
                << environment.say("friends.matching.command.locked_broken",
                                   {{"limit", environment.say(told.key, told.args)}})
                << "\n";
        }
    }
    for (std::size_t i = 0; i < file.newcomers.size(); ++i) {
        if (proposal.established_of[i] >= 0) continue;
        const solver::Waiting why = why_waiting(file.pool, static_cast<int>(i));
        say(environment, "waits", {{"newcomer", file.newcomers[i]}, {"possible", std::int64_t{why.possible}}});
        if (why.locked > 0)
            out << "  " << environment.say("friends.matching.waits.locked", {{"count", std::int64_t{why.locked}}})
                << "\n";
        for (const auto& limit : why.limits)
            out << "  "
                << environment.say("friends.matching.waits." + std::string(code_of(limit.limit.kind)),
                                   {{"word", file.words.word(limit.limit)},
                                    {"excluded", std::int64_t{limit.excluded}},
                                    {"alone", std::int64_t{limit.alone}}})
                << "\n";
    }
}

void say_verdict(const CommandEnvironment& environment, const PeopleFile& file, const std::vector<int>& established_of,
                 const solver::PeopleVerdict& verdict) {
    const auto pairs = static_cast<std::int64_t>(established_of.size()) - std::ranges::count(established_of, -1);
    say(environment, "people", {{"pairs", pairs}, {"fit", verdict.fit}});
    say(environment, "blocking", {{"pairs", verdict.blocking}});
    const bool proven = verdict.keeps_limits() && verdict.certificate.holds();
    // Without the locks there may be more pairs: the proof is of what is left to choose.
    say(environment, !proven ? "unproven" : file.pool.locked.empty() ? "proven_people" : "proven_people_locked");
}

solver::Proposal proposal_for(const PeopleFile& file) {
    solver::MatchOptions how;
    how.rule = file.rule;
    how.threads = threads();
    return match_people(file.pool, how);
}

void solve_people(CommandEnvironment& environment, const MatchOptions& options, const std::string& text) {
    const auto file = people_from(environment, options.file, text);
    if (!file) return;
    const solver::Proposal proposal = proposal_for(*file);
    if (environment.json) {
        *environment.out << proposal_json(*file, proposal) << "\n";
        return;
    }
    say_proposal(environment, *file, proposal);
    say_verdict(environment, *file, proposal.established_of,
                check_people(file->pool, file->rule, proposal.established_of, proposal.answer.certificate));
}

void check_people_file(CommandEnvironment& environment, const MatchOptions& options, const std::string& text) {
    const auto file = people_from(environment, options.file, text);
    if (!file) return;
    std::vector<int> pairs = file->established_of.value_or(std::vector<int>(file->newcomers.size(), -1));
    // Judged by its own certificate, or by ours when it brings none.
    const solver::Proposal best = proposal_for(*file);
    const auto verdict =
        check_people(file->pool, file->rule, pairs, file->certificate ? *file->certificate : best.answer.certificate);
    if (environment.json)
        *environment.out << verdict_json(*file, verdict) << "\n";
    else
        say_verdict(environment, *file, pairs, verdict);
    base::Problems problems = broken_limits(*file, verdict);
    if (problems.empty() && !verdict.certificate.holds()) {
        const auto count = static_cast<int>(pairs.size() - at(std::ranges::count(pairs, -1)));
        const char* key = count < best.pairs                                                  ? "fewer"
                          : !verdict.order.first_first && file->rule == solver::Rule::waiting ? "order"
                          : verdict.fit < best.fit                                            ? "less_fit"
                                                                                              : "certificate";
        problems.push_back(base::problem("pairs", "friends.matching.broken." + std::string(key),
                                         {{"pairs", std::int64_t{best.pairs}}, {"fit", best.fit}}));
    }
    if (!problems.empty()) environment.tell(problems, options.file);
}

void with_file(CommandEnvironment& environment, const MatchOptions& options,
               void (*plain)(CommandEnvironment&, const MatchOptions&, const std::string&),
               void (*people)(CommandEnvironment&, const MatchOptions&, const std::string&)) {
    // One byte more than may be read shows that there is more.
    const std::string text = module::read_file(options.file, kLongestPlainFile + 1);
    if (text.size() > kLongestPlainFile)
        return environment.tell({base::problem("", "friends.matching.plain.too_large")}, options.file);
    (is_plain_file(text) ? plain : people)(environment, options, text);
}

}  // namespace

void add_match_commands(CLI::App& app, CommandEnvironment& environment) {
    CLI::App* match = app.add_subcommand("match", environment.say("friends.matching.help"));
    match->require_subcommand(1);
    const auto options = std::make_shared<MatchOptions>();
    const auto add = [&](const char* name, auto* plain, auto* people) {
        CLI::App* command = match->add_subcommand(name, environment.say("friends.matching.help." + std::string(name)));
        command->add_option("file", options->file, environment.say("friends.matching.help.file"))->required();
        command->add_flag("--allow-unmatched", options->allow_unmatched,
                          environment.say("friends.matching.help.allow_unmatched"));
        command->callback([&environment, options, plain, people] { with_file(environment, *options, plain, people); });
        return command;
    };
    add("solve", solve_plain, solve_people);
    add("check", check_plain, check_people_file)
        ->add_option("--answer", options->answer, environment.say("friends.matching.help.answer"));
}

}  // namespace samrum::friends::matching
