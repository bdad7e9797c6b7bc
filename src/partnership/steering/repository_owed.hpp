#pragma once
#include "foundation/store/store.hpp"
#include "partnership/steering/model.hpp"

#include <vector>

namespace samrum::partnership::steering {

/// The open ones first, by due day.
std::vector<OwedAction> load_owed_actions(store::Reader& room);
/// As it stands now, in place of what was known of it.
void keep_owed_action(store::Transaction& tx, const OwedAction& one);

}  // namespace samrum::partnership::steering
