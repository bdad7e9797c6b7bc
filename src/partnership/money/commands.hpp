#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::money {

/// `samrum money plan --room NAME` and `samrum money export --room NAME --format csv|xlsx|sie|360giving`.
extern const module::Command kMoneyCommand;

}  // namespace samrum::partnership::money
