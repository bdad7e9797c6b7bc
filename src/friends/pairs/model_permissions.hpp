#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::friends::pairs {

/// Safeguarding incidents: a permission of their own, so that an association may take it from whoever runs the pairs.
inline const module::Permission kHandleIncidents{
    "friends.incidents", module::Guard::confidential, {module::Role::coordinator}};

}  // namespace samrum::friends::pairs
