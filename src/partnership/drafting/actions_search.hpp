#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::drafting {

/// Cases on their way to an agreement, by those who write in them: what they are about and whom they concern. What the
/// draft says is found when it has become an agreement.
module::SearchSource case_search();

}  // namespace samrum::partnership::drafting
