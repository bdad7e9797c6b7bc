#pragma once
#include <string_view>

namespace samrum::app {

/// The bytes of a file of examples/lund, which the build put into the binary. A Bug when there is none of that name.
std::string_view lund_file(std::string_view name);

}  // namespace samrum::app
