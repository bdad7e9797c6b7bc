#pragma once
#include "foundation/module/call.hpp"

namespace samrum::advice::volunteers {

// The coordinator's.
web::Response volunteers_page(module::Call& call);
web::Response languages_page(module::Call& call);
web::Response new_volunteer_page(module::Call& call);
web::Response new_volunteer(module::Call& call);
web::Response volunteer_page(module::Call& call);
web::Response save_volunteer(module::Call& call);
web::Response step_volunteer(module::Call& call);
web::Response leave_volunteer(module::Call& call);
web::Response undo_leave_volunteer(module::Call& call);
web::Response back_volunteer(module::Call& call);
web::Response times_volunteer(module::Call& call);
web::Response break_volunteer(module::Call& call);
web::Response access_volunteer(module::Call& call);
web::Response certificate_volunteer(module::Call& call);

web::Response courses_page(module::Call& call);
web::Response new_course_page(module::Call& call);
web::Response new_course(module::Call& call);
web::Response course_page(module::Call& call);
web::Response save_course_now(module::Call& call);
web::Response course_people(module::Call& call);
web::Response course_guests(module::Call& call);
web::Response course_held(module::Call& call);
web::Response remove_course_now(module::Call& call);

// A volunteer's own.
web::Response me_page(module::Call& call);
web::Response me_languages(module::Call& call);
web::Response me_times(module::Call& call);
web::Response me_break(module::Call& call);
web::Response me_leave(module::Call& call);
web::Response me_extract(module::Call& call);
web::Response me_certificate(module::Call& call);

// Anybody's.
web::Response application_page(module::Call& call);
web::Response send_application(module::Call& call);

}  // namespace samrum::advice::volunteers
