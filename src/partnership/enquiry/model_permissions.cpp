#include "partnership/enquiry/model_permissions.hpp"

namespace samrum::partnership::enquiry {

const module::Permission kHandleEnquiries{"partnership.enquiry", module::Guard::personal, {module::Role::officer}};

}  // namespace samrum::partnership::enquiry
