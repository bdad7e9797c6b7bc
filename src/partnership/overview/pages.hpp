#pragma once
#include "foundation/module/call.hpp"

/// The pages of this room of the slice (module.cpp lists them).
namespace samrum::partnership::overview {

/// `/{room}/overview`: the agreements of the room on one screen.
web::Response overview_page(module::Call& call);
/// `/{room}/overview/export`: the same as a file.
web::Response overview_export(module::Call& call);

/// `/{room}/agreements/{id}/timeline`: what has been and what is to come.
web::Response timeline_page(module::Call& call);
/// `/{room}/agreements/{id}/timeline.ics`: what is to come, for a calendar.
web::Response timeline_file(module::Call& call);

}  // namespace samrum::partnership::overview
