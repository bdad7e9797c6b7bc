#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::overview {

/// Many agreements at once: the room's own people who work with them. Who enters for a party reads its agreements one
/// by one.
extern const module::Permission kReadOverview;

}  // namespace samrum::partnership::overview
