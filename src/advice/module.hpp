#pragma once
#include "foundation/module/module.hpp"

namespace samrum::advice {

/// RådRum: free, impartial, confidential advice by volunteers, from the rota to the anonymous figure (seeds 001, 002).
module::Module advice_module();

}  // namespace samrum::advice
