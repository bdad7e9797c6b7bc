#pragma once
#include "foundation/module/call.hpp"

namespace samrum::friends::matching {

// The coordinator's.
web::Response match_page(module::Call& call);
web::Response suggestion_page(module::Call& call);
web::Response mark_now(module::Call& call);
web::Response send_now(module::Call& call);
web::Response proposals_page(module::Call& call);
web::Response take_back_now(module::Call& call);
web::Response told_now(module::Call& call);
web::Response fairness_page(module::Call& call);

// Behind a secret address.
web::Response own_proposal_page(module::Call& call);
web::Response answer_now(module::Call& call);

}  // namespace samrum::friends::matching
