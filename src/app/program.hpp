#pragma once
#include "app/settings.hpp"
#include "foundation/module/command.hpp"

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace samrum::app {

/// The running program: what its commands share.
struct Program {
    module::CommandEnvironment environment;
    RawSettings flags;   ///< what stood on the command line, by key of samrum.toml
    std::string config;  ///< `--config`: the settings file; empty: ./samrum.toml, then /etc/samrum/samrum.toml
    Settings settings;   ///< laid together once the command line is read
};

/// Gives `command` the flag of a setting ("serve.port"), so that it lands among the flags.
void add_setting(CLI::App& command, Program& program, std::string_view toml_key);

/// Runs the command line. Answers the exit code: 0 fine, 1 problems, 2 a fault.
int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace samrum::app
