#include "partnership/reports/actions_permission.hpp"

namespace samrum::partnership::reports {

using module::Guard;
using module::Role;

const module::Permission kWriteReports{
    "partnership.reports.write", Guard::confidential, {Role::officer, Role::coordinator}};

}  // namespace samrum::partnership::reports
