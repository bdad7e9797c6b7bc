#include "partnership/money/module.hpp"

#include "foundation/module/module.hpp"

namespace samrum::partnership::money {

void add_to(module::Module&) {}

}  // namespace samrum::partnership::money
