// `samrum measure …`: what can be counted, and a count with the rows that it comes from.
#include "activity/commands.hpp"
#include "activity/rules_entry.hpp"
#include "foundation/module/module.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace samrum::activity {
namespace {

using module::CommandEnvironment;
using Json = nlohmann::ordered_json;

struct MeasureOptions {
    std::string room;
    std::string measure;
    std::string period;
    std::vector<std::string> scope;
    bool trace = false;
};

std::string adds_name(module::Adds adds) {
    return adds == module::Adds::over_time ? "over_time" : adds == module::Adds::as_of_day ? "as_of_day" : "never";
}

void list(CommandEnvironment& environment) {
    Json all = Json::array();
    for (const module::Module& slice : environment.house.modules)
        for (const module::Measure& one : slice.measures) {
            if (environment.json)
                all.push_back({{"name", one.name},
                               {"version", one.version},
                               {"unit", one.unit},
                               {"adds", adds_name(one.adds)},
                               {"about_people", one.about_people},
                               {"dimensions", one.dimensions}});
            else
                *environment.out << one.name << "\t" << environment.say("measure." + std::string(one.name)) << "\n";
        }
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

/// `--scope place=…` as dimensions; only those that the measure has.
base::Result<module::Dimensions> dimensions_of(const MeasureOptions& options, const module::Measure& measure) {
    module::Dimensions dimensions;
    base::ProblemList problems;
    for (const std::string& one : options.scope) {
        const auto mark = one.find('=');
        const std::string name = one.substr(0, mark);
        const bool known =
            std::find(measure.dimensions.begin(), measure.dimensions.end(), name) != measure.dimensions.end();
        if (mark == std::string::npos || !known)
            problems.add(base::problem("scope", "activity.command.no_scope", {{"scope", one}}));
        else
            dimensions[name] = one.substr(mark + 1);
    }
    if (!problems.empty()) return problems.all();
    return dimensions;
}

Json json_of(const module::Figure& figure) {
    if (figure.is_number()) return figure.number();
    return std::holds_alternative<module::Hidden>(figure.value()) ? Json("hidden") : Json("unknown");
}

void print(CommandEnvironment& environment, const module::Measure& measure, const module::Figure& figure) {
    auto& out = *environment.out;
    if (figure.is_number())
        out << figure.number() << " " << environment.say(measure.unit, {{"count", figure.number()}}) << "\n";
    else
        out << environment.say(std::holds_alternative<module::Hidden>(figure.value()) ? "activity.command.hidden"
                                                                                      : "activity.command.unknown")
            << "\n";
}

void count(CommandEnvironment& environment, const MeasureOptions& options) {
    const auto head = environment.room(options.room);
    if (!head) return;
    const module::Measure* measure = environment.house.measure(options.measure);
    if (!measure)
        return environment.tell({base::problem("name", "activity.command.no_measure", {{"name", options.measure}})});
    base::ProblemList problems;
    const base::Period period = problems.take(read_period(options.period), "period", base::Period{});
    const module::Dimensions where = problems.take(dimensions_of(options, *measure), "scope");
    if (!module::may_anywhere(command_caller(environment, *head), *measure->see_rows)) problems.add(module::refusal());
    if (!problems.empty()) return environment.tell(problems.all());

    const auto session = environment.store().room(head->id);
    session->snapshot([&](store::Reader& room) {
        // The room's own people see their own work exactly.
        const auto figure = module::disclose(measure->count(room, where, period), {.outside_room = false});
        const auto rows = options.trace ? measure->trace(room, where, period) : std::vector<module::TraceRow>{};
        if (environment.json) {
            Json answer{{"measure", measure->name},
                        {"version", measure->version},
                        {"period", period.iso()},
                        {"scope", where},
                        {"figure", json_of(figure)}};
            for (const module::TraceRow& row : rows)
                answer["trace"].push_back(
                    {{"date", row.date.iso()}, {"label", row.label}, {"amount", row.amount}, {"link", row.link}});
            *environment.out << answer.dump(2) << "\n";
            return true;
        }
        for (const module::TraceRow& row : rows)
            *environment.out << row.date.iso() << "\t" << row.amount << "\t" << row.label << "\n";
        print(environment, *measure, figure);
        return true;
    });
}

}  // namespace

void add_measure_commands(CLI::App& parent, CommandEnvironment& environment) {
    CLI::App* group = parent.add_subcommand("measure", environment.say("activity.help.measure"));
    group->require_subcommand(1);
    group->add_subcommand("list", environment.say("activity.help.measure_list"))->callback([&environment] {
        list(environment);
    });
    auto options = std::make_shared<MeasureOptions>();
    CLI::App* one = group->add_subcommand("count", environment.say("activity.help.measure_count"));
    one->add_option("name", options->measure, environment.say("activity.help.measure_name"))->required();
    one->add_option("--room", options->room, environment.say("activity.help.room"))->required()->type_name("NAME");
    one->add_option("--period", options->period, environment.say("activity.help.period"))->required();
    one->add_option("--scope", options->scope, environment.say("activity.help.scope"));
    one->add_flag("--trace", options->trace, environment.say("activity.help.trace"));
    one->callback([&environment, options] { count(environment, *options); });
}

}  // namespace samrum::activity
