#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::papers {

/// See who signed, by name, and the scans: in the room where they were recorded, and by no party that enters it.
extern const module::Permission kSeeSignatures;

}  // namespace samrum::partnership::papers
