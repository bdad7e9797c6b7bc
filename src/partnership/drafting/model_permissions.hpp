#pragma once
#include "foundation/module/permission.hpp"

namespace samrum::partnership::drafting {

/// Read cases and their drafts, write in them, comment: the room's officers, and who enters for an association that the
/// case is about. What each side may do in which state stands in changes/rules.cpp.
extern const module::Permission kDraft;
/// Open cases, assess, reject, decide; keep the template: the public party's own.
extern const module::Permission kKeepCases;

}  // namespace samrum::partnership::drafting
