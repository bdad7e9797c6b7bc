#include "partnership/money/commands.hpp"

#include "foundation/module/command.hpp"
#include "partnership/money/actions_export.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::partnership::money {
namespace {

struct Asked {
    std::string room;
    std::string payer;
    int year = 0;
    std::string status;
    std::string format = "csv";
    std::string out;

    Filter filter() const {
        return {payer, year > 0 ? std::optional(year) : std::nullopt, agreement::value_of<Status>(status)};
    }
};

nlohmann::ordered_json json_of(const RoomInstalment& one) {
    const LiveInstalment& it = one.instalment;
    const auto day = [](const std::optional<base::Date>& some) {
        return some ? nlohmann::ordered_json(some->iso()) : nlohmann::ordered_json(nullptr);
    };
    return {{"agreement", one.head.slug},
            {"instalment", it.key},
            {"number", it.number},
            {"of", it.of},
            {"day", day(it.day)},
            {"window", it.window.iso()},
            {"ore", it.sum ? nlohmann::ordered_json(it.sum->ore) : nlohmann::ordered_json(nullptr)},
            {"payer", it.payer_name},
            {"recipient", it.recipient_name},
            {"status", agreement::word_of(it.status)},
            {"paid_on", day(it.payment ? it.payment->paid_on : std::nullopt)}};
}

void run_plan(module::CommandEnvironment& environment, const Asked& asked) {
    const auto room = environment.room(asked.room);
    if (!room) return;
    const auto session = environment.store().room(room->id);
    const auto money = room_money(*session, environment.caller_in(*room, module::Role::officer), environment.today());
    auto all = nlohmann::ordered_json::array();
    const auto& words = *environment.words;
    for (const RoomInstalment& one : filtered(money.instalments, asked.filter())) {
        if (environment.json) {
            all.push_back(json_of(one));
            continue;
        }
        const LiveInstalment& it = one.instalment;
        *environment.out << it.listed().iso() << "  " << one.head.slug << "  " << it.number << "/" << it.of << "  "
                         << (it.sum ? words.money(*it.sum) : words("partnership.sum.unknown")) << "  " << it.payer_name
                         << "  " << words("money.status." + std::string(agreement::word_of(it.status))) << '\n';
    }
    if (environment.json) *environment.out << all.dump(2) << '\n';
}

void run_export(module::CommandEnvironment& environment, const Asked& asked) {
    const auto room = environment.room(asked.room);
    if (!room) return;
    const auto session = environment.store().room(room->id);
    const module::Caller caller = environment.caller_in(*room, module::Role::officer);
    const auto format = agreement::value_of<Format>(asked.format);
    base::ensure(format.has_value(), "the command line let only known formats through");
    const auto file =
        export_money(*session, {*environment.words, *room, caller, environment.today(), environment.house.clocks.now()},
                     asked.filter(), *format);
    if (!file) return environment.tell(file.problems());
    if (asked.out.empty())
        *environment.out << file->bytes;
    else
        module::write_file(asked.out, file->bytes);
}

void add_filter(CLI::App& command, const module::CommandEnvironment& environment, const std::shared_ptr<Asked>& asked) {
    command.add_option("--room", asked->room, environment.say("money.help.room"))->required();
    command.add_option("--payer", asked->payer, environment.say("money.help.payer"));
    command.add_option("--year", asked->year, environment.say("money.help.year"));
    std::vector<std::string> statuses;
    for (const auto& one : kStatuses) statuses.emplace_back(one.word);
    command.add_option("--status", asked->status, environment.say("money.help.status"))->check(CLI::IsMember(statuses));
}

void add_money(CLI::App& parent, module::CommandEnvironment& environment) {
    auto* money = parent.add_subcommand("money", environment.say("money.help.money"));
    auto asked = std::make_shared<Asked>();
    auto* plan = money->add_subcommand("plan", environment.say("money.help.plan"));
    add_filter(*plan, environment, asked);
    plan->callback([&environment, asked] { run_plan(environment, *asked); });
    auto* exporting = money->add_subcommand("export", environment.say("money.help.export"));
    add_filter(*exporting, environment, asked);
    std::vector<std::string> formats;
    for (const auto& one : kFormats) formats.emplace_back(one.word);
    exporting->add_option("--format", asked->format, environment.say("money.help.format"))
        ->check(CLI::IsMember(formats));
    exporting->add_option("--out", asked->out, environment.say("money.help.out"));
    exporting->callback([&environment, asked] { run_export(environment, *asked); });
}

}  // namespace

const module::Command kMoneyCommand{"money", add_money};

}  // namespace samrum::partnership::money
