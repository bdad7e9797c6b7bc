#pragma once
#include "foundation/module/call.hpp"

namespace samrum::friends::people {

// The coordinator's.
web::Response start_page(module::Call& call);
web::Response new_programme_page(module::Call& call);
web::Response new_programme(module::Call& call);
web::Response programme_page(module::Call& call);
web::Response save_programme_now(module::Call& call);
web::Response add_channel_now(module::Call& call);
web::Response turn_channel_now(module::Call& call);
web::Response flyer_page(module::Call& call);
web::Response people_page(module::Call& call);
web::Response participant_page(module::Call& call);
web::Response talk_now(module::Call& call);
web::Response note_now(module::Call& call);
web::Response move_now(module::Call& call);
web::Response end_now(module::Call& call);
web::Response link_now(module::Call& call);
web::Response phrases_page(module::Call& call);
web::Response review_now(module::Call& call);

// Anybody's, on their own phone.
web::Response enrol_page(module::Call& call);
web::Response begin_now(module::Call& call);
// Behind a secret address.
web::Response form_page(module::Call& call);
web::Response form_now(module::Call& call);
web::Response drop_now(module::Call& call);
web::Response answers_page(module::Call& call);
web::Response answers_now(module::Call& call);
web::Response file_page(module::Call& call);
web::Response pause_now(module::Call& call);
web::Response resume_now(module::Call& call);
web::Response withdraw_now(module::Call& call);

}  // namespace samrum::friends::people
