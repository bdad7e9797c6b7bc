#include "partnership/steering/module.hpp"

#include "foundation/module/module.hpp"

namespace samrum::partnership::steering {

void add_to(module::Module&) {}

}  // namespace samrum::partnership::steering
