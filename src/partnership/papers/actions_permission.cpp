#include "partnership/papers/actions_permission.hpp"

namespace samrum::partnership::papers {

using module::Role;

const module::Permission kSeeSignatures{"papers.signatures", module::Guard::personal, {Role::officer}};

}  // namespace samrum::partnership::papers
