#pragma once
#include "foundation/module/call.hpp"

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace samrum::module {

/// What a command of the binary gets. It lives as long as the program, so callbacks of CLI11 may hold a reference to
/// it:
///
///     void add(CLI::App& parent, CommandEnvironment& environment) {
///         auto* check = parent.add_subcommand("check", environment.say("agreement.help.check"));
///         auto file = std::make_shared<std::string>();
///         check->add_option("file", *file, environment.say("agreement.help.file"))->required();
///         check->callback([&environment, file] { run_check(environment, *file); });
///     }
///
/// Exit codes: 0 fine, 1 problems (told by `tell`), 2 a fault (thrown; the program says a base::ToldFault in words and
/// any other with a reference number).
struct CommandEnvironment {
    House house;                  ///< its store is empty until store() is called
    std::ostream* out = nullptr;  ///< data and answers
    std::ostream* err = nullptr;  ///< problems and progress
    bool json = false;            ///< `--json`: data as JSON on `out`
    int exit_code = 0;
    const text::Words* words = nullptr;             ///< by --language, SAMRUM_LANGUAGE, LANG
    store::Actor actor{"command", "command line"};  ///< who the journal names

    std::function<std::unique_ptr<store::Store>()> open_store;           ///< set by the program
    std::function<std::optional<RoomHead>(std::string_view)> find_room;  ///< set by the program

    /// The store of --data or --database, opened at the first call. Throws base::Fault when it cannot be opened.
    store::Store& store();
    base::Date today() const { return house.clocks.today(); }
    /// The message of a key in the reader's language.
    std::string say(std::string_view key, const base::MessageArgs& args = {}) const;
    /// The room of a short name; tells a problem (exit code 1) and gives nothing when there is none.
    std::optional<RoomHead> room(std::string_view short_name);
    /// Whoever may run commands on the machine acts in a room as one of its own, in this role.
    Caller caller_in(const RoomHead& room, Role role) const;
    /// Tells every problem, a line each, with `file:line` or the field in front (as JSON with --json); exit code 1.
    void tell(const base::Problems& problems, std::string_view file = {});
    /// Tells how far long work has come: on a terminal in place, otherwise a line every few seconds.
    void progress(const std::string& what, std::int64_t done, std::int64_t of);

  private:
    std::unique_ptr<store::Store> store_;
    base::Instant last_progress_;
};

/// The bytes of a file that a command was given, the first `most` of them. Throws base::ToldFault when it is not there
/// or cannot be read.
std::string read_file(const std::string& path, std::size_t most = std::string::npos);
/// Writes a file in place of what is there. Throws base::ToldFault when it cannot be written.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace samrum::module
