#pragma once
#include "foundation/base/problem.hpp"
#include "foundation/text/words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

/// What CLI11 says, in the reader's language.
namespace samrum::app {

/// The words on the command line, before CLI11 reads them: help texts are made before that.
struct CommandLine {
    int count = 0;
    const char* const* words = nullptr;

    bool has(std::string_view flag) const;
    /// What stands after a flag: `--language sv` or `--language=sv`.
    std::optional<std::string> value_of(std::string_view flag) const;
};

/// Headings and marks of the help. Call it before anything is added, which then inherits them.
void say_headings(CLI::App& app, const text::Words& words);

/// What is wrong with the command line: problems `program.wrong.*`.
base::Problem in_words(const CLI::App& app, const CLI::ParseError& error);

}  // namespace samrum::app
