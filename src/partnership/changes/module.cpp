#include "partnership/changes/module.hpp"

#include "foundation/module/module.hpp"

namespace samrum::partnership::changes {

void add_to(module::Module&) {}

}  // namespace samrum::partnership::changes
