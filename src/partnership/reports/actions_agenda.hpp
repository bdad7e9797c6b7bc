#pragma once
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/model.hpp"

namespace samrum::partnership::reports {

/// A submitted report comes up at the next meeting of the agreement's steering group, once a version.
void put_on_agenda(store::Transaction& tx, const Case& about, const Report& report);

}  // namespace samrum::partnership::reports
