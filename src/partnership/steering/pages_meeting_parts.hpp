#pragma once
#include "partnership/steering/actions_read.hpp"
#include "partnership/steering/pages.hpp"

#include <string>
#include <string_view>

/// The parts of a meeting's page and of its paper.
namespace samrum::partnership::steering {

/// The address of the meeting that the path names, or of something below it.
std::string meeting_here(const module::Call& call, std::string_view below = "");

/// What the parts of the page share.
struct SeenMeeting {
    module::Call& call;
    web::Html& h;
    const ReadMeeting& read;
    const Names& names;
    bool keep;
    bool may_do(Deed deed) const { return keep && may(read.meeting.state, deed); }
};

/// What the meeting takes up, with its notes once it was held.
void agenda_part(const SeenMeeting& s, const web::FormState& state);
/// Calling it, and calling it off.
void call_part(const SeenMeeting& s);
/// Day, hours and place, to change.
void facts_part(const SeenMeeting& s, const web::FormState& state);
web::Fields attendance_values(const Meeting& meeting);
/// Who was there; the same form says that the meeting was held.
void attendance_part(const SeenMeeting& s, const web::FormState& state);
/// The notes become settled; what comes later is added below them.
void settle_part(const SeenMeeting& s, const web::FormState& state);
void where_and_when(web::Html& h, const module::Call& call, const Meeting& meeting);
web::Fields meeting_values(const Meeting& one);

}  // namespace samrum::partnership::steering
