#pragma once
#include "foundation/module/call.hpp"

namespace samrum::friends::effect {

// The coordinator's.
web::Response effect_page(module::Call& call);
web::Response questions_page(module::Call& call);
web::Response save_questions_now(module::Call& call);

// A participant's own, by their secret link.
web::Response own_assessment_page(module::Call& call);
web::Response own_assessment_now(module::Call& call);

}  // namespace samrum::friends::effect
