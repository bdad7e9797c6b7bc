#pragma once
#include "foundation/module/call.hpp"

/// The pages of cases and their drafts (module.cpp names their paths).
namespace samrum::partnership::drafting {

web::Response cases_page(module::Call& call);
web::Response new_case_page(module::Call& call);
web::Response new_case_now(module::Call& call);
web::Response states_page(module::Call& call);
web::Response template_page(module::Call& call);
web::Response template_now(module::Call& call);

web::Response case_page(module::Call& call);
web::Response case_act_now(module::Call& call);

web::Response draft_page(module::Call& call);
web::Response part_page(module::Call& call);
web::Response part_now(module::Call& call);
web::Response comment_now(module::Call& call);
web::Response resolve_now(module::Call& call);

web::Response versions_page(module::Call& call);
web::Response compare_page(module::Call& call);
web::Response version_file(module::Call& call);
web::Response restore_now(module::Call& call);

web::Response check_page(module::Call& call);
web::Response assessment_page(module::Call& call);
web::Response assess_page(module::Call& call);
web::Response assess_now(module::Call& call);
web::Response reject_page(module::Call& call);
web::Response reject_now(module::Call& call);
web::Response decide_page(module::Call& call);
web::Response decide_now(module::Call& call);

}  // namespace samrum::partnership::drafting
