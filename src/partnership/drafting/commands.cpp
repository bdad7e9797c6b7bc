#include "partnership/drafting/commands.hpp"

#include "foundation/module/command.hpp"
#include "partnership/changes/rules.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::partnership::drafting {
namespace {

using agreement::word_of;
using changes::Cell;
using changes::TableLine;
using text::Words;

std::string changes_words(const Words& words, const std::string& key) {
    return words("partnership.changes." + key);
}
std::string state_words(const Words& words, changes::State state) {
    return changes_words(words, "state." + std::string(word_of(state)));
}

/// "→ utkast ¹"; what is refused points at its reason.
std::string cell_words(const Words& words, const TableLine& line, std::vector<std::string_view>& notes) {
    const auto note = [&](std::string_view reason) {
        auto found = std::ranges::find(notes, reason);
        if (found == notes.end()) found = notes.insert(notes.end(), reason);
        return std::to_string(found - notes.begin() + 1);
    };
    std::string said;
    if (line.cell.kind == Cell::Kind::refuse)
        return words("partnership.drafting.states.no", {{"note", note(line.cell.reason)}});
    if (line.cell.kind == Cell::Kind::move)
        said = words("partnership.drafting.states.moves", {{"state", state_words(words, line.cell.to)}});
    else
        said = words("partnership.drafting.states.yes");
    std::string conditions;
    for (const auto reason : line.conditions) conditions += (conditions.empty() ? "" : ", ") + note(reason);
    return conditions.empty() ? said
                              : said + " " + words("partnership.drafting.states.unless", {{"notes", conditions}});
}

/// One table: the states on one side of signing. Events that none of them allows are left out.
std::string table_markdown(const Words& words, bool before, std::vector<std::string_view>& notes) {
    std::string head =
        "| " + words("partnership.drafting.states.what") + " | " + words("partnership.drafting.states.who") + " |";
    std::string rule = "|---|---|";
    for (const auto& state : changes::kStates) {
        if (changes::is_before_signing(state.value) != before) continue;
        head += " " + state_words(words, state.value) + " |";
        rule += "---|";
    }
    std::string out = head + "\n" + rule + "\n";
    for (const changes::TableRow& row : changes::state_table()) {
        std::string line = "| " + changes_words(words, "kind." + std::string(word_of(row.event))) + " | " +
                           changes_words(words, "doer." + std::string(word_of(row.doer))) + " |";
        bool any = false;
        std::vector<std::string_view> wanted = notes;
        for (const TableLine& one : changes::table_lines()) {
            if (one.event != row.event || changes::is_before_signing(one.state) != before) continue;
            any = any || one.cell.kind != Cell::Kind::refuse;
            line += " " + cell_words(words, one, wanted) + " |";
        }
        if (!any) continue;
        notes = std::move(wanted);
        out += line + "\n";
    }
    return out;
}

nlohmann::ordered_json states_json() {
    auto all = nlohmann::ordered_json::array();
    for (const TableLine& line : changes::table_lines())
        all.push_back({{"event", word_of(line.event)},
                       {"who", word_of(line.doer)},
                       {"state", word_of(line.state)},
                       {"allowed", line.cell.kind != Cell::Kind::refuse},
                       {"to", word_of(line.cell.kind == Cell::Kind::move ? line.cell.to : line.state)},
                       {"reason", line.cell.reason},
                       {"unless", line.conditions}});
    return all;
}

}  // namespace

std::string states_markdown(const Words& words) {
    std::vector<std::string_view> notes;
    std::string out = "## " + words("partnership.drafting.states.before") + "\n\n";
    out += table_markdown(words, true, notes);
    out += "\n## " + words("partnership.drafting.states.after") + "\n\n";
    out += table_markdown(words, false, notes);
    out += "\n## " + words("partnership.drafting.states.reasons") + "\n\n";
    for (std::size_t i = 0; i < notes.size(); ++i)
        out += std::to_string(i + 1) + ". " + changes_words(words, "why." + std::string(notes[i])) + "\n";
    return out;
}

void add_states_command(CLI::App& parent, module::CommandEnvironment& environment) {
    auto* states = parent.add_subcommand("states", environment.say("partnership.drafting.help.states"));
    states->callback([&environment] {
        if (environment.json)
            *environment.out << states_json().dump(2) << "\n";
        else
            *environment.out << states_markdown(*environment.words);
    });
}

}  // namespace samrum::partnership::drafting
