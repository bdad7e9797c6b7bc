#include "app/command_line.hpp"

#include <CLI/CLI.hpp>

namespace samrum::app {
namespace {

std::string before(const std::string& text, std::string_view mark) {
    return text.substr(0, text.find(mark));
}
std::string after(const std::string& text, std::string_view mark) {
    const auto at = text.find(mark);
    return at == std::string::npos ? text : text.substr(at + mark.size());
}

/// "0.1" of "0.100000", as CLI11 writes the ends of a range.
std::string short_number(std::string digits) {
    if (digits.find('.') == std::string::npos) return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    return digits;
}

/// What CLI11's validators say in English of a value, `--limit: Value 0 not in range 1 to 9` and `shell: tcsh not in
/// {bash,zsh}`, in our words.
base::Problem refused_value(const std::string& said) {
    constexpr std::string_view kRange = " not in range ", kTo = " to ", kChoice = " not in {", kValue = ": Value ";
    const std::string what = before(said, ": ");
    if (const auto range = said.rfind(kRange), value = said.find(kValue);
        range != std::string::npos && value != std::string::npos) {
        const std::string bounds = said.substr(range + kRange.size());
        return base::problem(
            "", "program.wrong.range",
            {{"what", what}, {"from", short_number(before(bounds, kTo))}, {"to", short_number(after(bounds, kTo))}});
    }
    if (const auto choice = said.rfind(kChoice); choice != std::string::npos && said.ends_with('}')) {
        std::string choices;
        for (const char c : said.substr(choice + kChoice.size())) choices += c == ',' ? ", " : std::string(c != '}', c);
        return base::problem("", "program.wrong.choice",
                             {{"what", what}, {"value", after(said.substr(0, choice), ": ")}, {"choices", choices}});
    }
    return base::problem("", "program.wrong.value", {{"why", said}});
}

}  // namespace

bool CommandLine::has(std::string_view flag) const {
    for (int i = 1; i < count; ++i)
        if (flag == words[i]) return true;
    return false;
}

std::optional<std::string> CommandLine::value_of(std::string_view flag) const {
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == flag && i + 1 < count) return words[i + 1];
        if (word.starts_with(flag) && word.substr(flag.size()).starts_with('=')) {
            return std::string(word.substr(flag.size() + 1));
        }
    }
    return std::nullopt;
}

void say_headings(CLI::App& app, const text::Words& words) {
    const auto formatter = app.get_formatter();
    for (const auto& [label, key] : {std::pair{"Usage", "program.heading.usage"},
                                     {"OPTIONS", "program.heading.options_mark"},
                                     {"SUBCOMMAND", "program.heading.command_mark"},
                                     {"SUBCOMMANDS", "program.heading.command_mark"},
                                     {"Positionals", "program.heading.positionals"},
                                     {"REQUIRED", "program.heading.required"}})
        formatter->label(label, words(key));
    app.group(words("program.heading.commands"));
    app.option_defaults()->group(words("program.heading.options"));
}

base::Problem in_words(const CLI::App& app, const CLI::ParseError& error) {
    const std::string said = error.what();
    // By its type: its name is that of the command.
    if (dynamic_cast<const CLI::ExtrasError*>(&error))
        return base::problem("", "program.wrong.not_expected", {{"what", after(said, ": ")}});
    const std::string kind = error.get_name();
    if (kind == "RequiredError" && said == CLI::RequiredError::Subcommand(1).what()) {
        const auto unknown = app.remaining(true);
        if (unknown.empty()) return base::problem("", "program.wrong.no_command");
        return base::problem("", "program.wrong.not_expected", {{"what", unknown.front()}});
    }
    if (kind == "RequiredError")
        return base::problem("", "program.wrong.required", {{"what", before(said, " is required")}});
    if (kind == "ArgumentMismatch") return base::problem("", "program.wrong.no_value", {{"what", before(said, ":")}});
    if (kind == "ConversionError") return base::problem("", "program.wrong.unreadable", {{"what", after(said, ": ")}});
    return refused_value(said);
}

}  // namespace samrum::app
