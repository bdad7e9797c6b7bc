#pragma once
#include "foundation/store/store.hpp"

#include <string>
#include <vector>

namespace samrum::partnership::money {

/// The changes of payer that the agreement's document has as a plan and that a noted decision has made so:
/// "payer_changes[1]".
std::vector<std::string> recorded_payer_changes(store::Reader& room, const base::Uuid& agreement);

}  // namespace samrum::partnership::money
