#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::enquiry {

/// Read, answer and close what associations ask; keep the register of de minimis support and the body's own limits.
extern const module::Permission kHandleEnquiries;

}  // namespace samrum::partnership::enquiry
