#include "app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <gtest/gtest.h>

namespace samrum::app {
namespace {

/// What is told of a command line that a small program of ours cannot read.
base::Message told_of(const std::string& line) {
    CLI::App app("a program", "samrum");
    app.fallthrough();
    CLI::App* journal = app.add_subcommand("journal", "lists");
    std::string shell;
    int limit = 0;
    double share = 0;
    journal->add_option("--limit", limit, "how many")->check(CLI::Range(1, 100));
    journal->add_option("--share", share, "of all")->check(CLI::Range(0.1, 1.0));
    journal->add_option("shell", shell, "which")->check(CLI::IsMember({"bash", "zsh"}));
    try {
        app.parse(line);
    } catch (const CLI::ParseError& error) {
        return in_words(app, error).message;
    }
    return {};
}

TEST(CommandLine, WhatItDoesNotExpectIsToldByItsWordsAlone) {
    EXPECT_EQ(told_of("journal --colour=red"),
              (base::Message{"program.wrong.not_expected", {{"what", "--colour=red"}}}));
}

TEST(CommandLine, RefusedValuesAreToldInOurWords) {
    EXPECT_EQ(told_of("journal --limit 0"),
              (base::Message{"program.wrong.range", {{"what", "--limit"}, {"from", "1"}, {"to", "100"}}}));
    EXPECT_EQ(told_of("journal --share 2"),
              (base::Message{"program.wrong.range", {{"what", "--share"}, {"from", "0.1"}, {"to", "1"}}}));
    EXPECT_EQ(
        told_of("journal tcsh"),
        (base::Message{"program.wrong.choice", {{"what", "shell"}, {"value", "tcsh"}, {"choices", "bash, zsh"}}}));
}

}  // namespace
}  // namespace samrum::app
