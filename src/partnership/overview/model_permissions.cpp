#include "partnership/overview/model_permissions.hpp"

namespace samrum::partnership::overview {

using module::Role;

const module::Permission kReadOverview{
    "partnership.overview.read", module::Guard::personal, {Role::officer, Role::coordinator}};

}  // namespace samrum::partnership::overview
