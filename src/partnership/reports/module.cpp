#include "partnership/reports/module.hpp"

#include "foundation/module/module.hpp"

namespace samrum::partnership::reports {

void add_to(module::Module&) {}

}  // namespace samrum::partnership::reports
