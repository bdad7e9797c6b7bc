#pragma once
#include "foundation/module/module.hpp"

namespace samrum::friends {

/// Kompis Sverige: newcomers and established residents matched one to one, from the flyer to the paired effect (seed
/// 003).
module::Module friends_module();

}  // namespace samrum::friends
