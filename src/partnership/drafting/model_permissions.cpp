#include "partnership/drafting/model_permissions.hpp"

namespace samrum::partnership::drafting {

const module::Permission kDraft{
    "partnership.draft", module::Guard::personal, {module::Role::officer, module::Role::partner}};
const module::Permission kKeepCases{"partnership.cases", module::Guard::personal, {module::Role::officer}};

}  // namespace samrum::partnership::drafting
