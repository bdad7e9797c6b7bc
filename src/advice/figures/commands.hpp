#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/command.hpp"
#include "foundation/module/module.hpp"

namespace samrum::advice::figures {

/// `samrum advice import FILE`.
void add_advice_commands(CLI::App& parent, module::CommandEnvironment& environment);
/// Brings a file of counted sessions in, for the demo.
base::Result<base::Done> load_counts(module::Call& call, std::string_view file_name, std::string_view bytes);

}  // namespace samrum::advice::figures
