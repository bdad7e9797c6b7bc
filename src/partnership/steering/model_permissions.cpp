#include "partnership/steering/model_permissions.hpp"

namespace samrum::partnership::steering {

const module::Permission kReadSteering{
    "partnership.steering", module::Guard::personal, {module::Role::officer, module::Role::partner}};
const module::Permission kKeepSteering{"partnership.steering.keep", module::Guard::personal, {module::Role::officer}};

}  // namespace samrum::partnership::steering
