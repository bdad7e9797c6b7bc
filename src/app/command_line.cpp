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
    const std::string kind = error.get_name();
    if (kind == "ExtrasError") return base::problem("", "program.wrong.not_expected", {{"what", after(said, ": ")}});
    if (kind == "RequiredError" && said == CLI::RequiredError::Subcommand(1).what()) {
        const auto unknown = app.remaining(true);
        if (unknown.empty()) return base::problem("", "program.wrong.no_command");
        return base::problem("", "program.wrong.not_expected", {{"what", unknown.front()}});
    }
    if (kind == "RequiredError")
        return base::problem("", "program.wrong.required", {{"what", before(said, " is required")}});
    if (kind == "ArgumentMismatch") return base::problem("", "program.wrong.no_value", {{"what", before(said, ":")}});
    if (kind == "ConversionError") return base::problem("", "program.wrong.unreadable", {{"what", after(said, ": ")}});
    // What validators say of values is said in English: a range, or the words to choose from.
    return base::problem("", "program.wrong.value", {{"why", said}});
}

}  // namespace samrum::app
