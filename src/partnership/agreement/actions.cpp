#include "partnership/agreement/actions.hpp"

namespace samrum::partnership::agreement {

using module::Guard;
using module::Role;

const module::Permission kReadAgreements{
    "partnership.read", Guard::personal, {Role::officer, Role::partner, Role::coordinator, Role::administrator}};
const module::Permission kWriteAgreements{"partnership.write", Guard::personal, {Role::officer}};
const module::Permission kSeeProgress{"partnership.progress", Guard::confidential, {Role::coordinator}};
const module::Permission kDeliver{"partnership.deliver", Guard::confidential, {Role::coordinator}};

}  // namespace samrum::partnership::agreement
