#pragma once
#include "foundation/text/words.hpp"

namespace samrum::app {

/// The words of the whole house, read once from the binary.
const text::Catalogues& catalogues();

}  // namespace samrum::app
