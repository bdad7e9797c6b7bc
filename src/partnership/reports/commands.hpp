#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::reports {

/// `samrum report draft|show|export|list`
extern const module::Command kReportCommand;

}  // namespace samrum::partnership::reports
