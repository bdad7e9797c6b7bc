#include "partnership/changes/model_permissions.hpp"

namespace samrum::partnership::changes {

const module::Permission kWriteChanges{
    "partnership.changes", module::Guard::personal, {module::Role::officer, module::Role::partner}};

}  // namespace samrum::partnership::changes
