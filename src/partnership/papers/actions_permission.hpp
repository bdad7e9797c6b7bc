#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::papers {

/// See who signed, by name, and the scans: in the room where they were recorded, by those who handle the agreement; by
/// no party that enters the room, nor by who only keeps it.
extern const module::Permission kSeeSignatures;

}  // namespace samrum::partnership::papers
