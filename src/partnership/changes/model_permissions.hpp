#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::changes {

/// Write down what happened to an agreement, in its home room: its officers for everybody, who enters for a party in
/// that party's name.
extern const module::Permission kWriteChanges;

}  // namespace samrum::partnership::changes
