#include "partnership/papers/module.hpp"

#include "foundation/module/module.hpp"

namespace samrum::partnership::papers {

void add_to(module::Module&) {}

}  // namespace samrum::partnership::papers
