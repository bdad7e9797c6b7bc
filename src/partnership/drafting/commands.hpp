#pragma once
#include "foundation/text/words.hpp"

#include <string>

namespace CLI {
class App;
}
namespace samrum::module {
struct CommandEnvironment;
}

namespace samrum::partnership::drafting {

/// The one state table as Markdown, for the command, the page's copy and the user guide: a table for the states before
/// signing and one for those after, and every reason below.
std::string states_markdown(const text::Words& words);

/// `samrum states`: prints the state table.
void add_states_command(CLI::App& parent, module::CommandEnvironment& environment);

}  // namespace samrum::partnership::drafting
