#pragma once
#include "foundation/module/module.hpp"

#include <vector>

namespace samrum::app {

/// "om 3 dagar", "i dag", "2 dagar försenat".
std::string due_words(const text::Words& words, base::Date today, base::Date due);
/// The duties of a feed's owner as a calendar: whole days, with a reminder ahead.
std::vector<document::CalendarEvent> duty_events(const module::FeedCall& call);

/// Adds `/api/v1/rooms/{room}/duties`: the same for programs.
void add_api(module::Module& own);

/// `/`: what this is, the rooms, where to sign in.
web::Response front_page(module::Call& call);
/// `/{room}/home`: what is due and where to go.
web::Response home_page(module::Call& call);
/// `/{room}/tasks`: what is due by whom, one's own and what one may see of others'.
web::Response tasks_page(module::Call& call);
/// `/{room}/tasks/reminders`: which reminders come by mail, and how long ahead.
web::Response reminders_page(module::Call& call);
web::Response save_reminders_now(module::Call& call);
/// `/{room}/tasks/handover`: handing over to a successor.
web::Response handover_page(module::Call& call);
web::Response hand_over_now(module::Call& call);
/// `/{room}/journal`: what was done in the room, by whom and when, for its administrator.
web::Response journal_page(module::Call& call);
/// `/accessibility`: the statement of lag (2018:1937), L-A11Y-02.
web::Response accessibility_page(module::Call& call);
/// `/guide`, `/guide/{page}`, `/guide/images/{file}`: the user guide (docs/user-guide), open to anybody.
web::Response guide_index(module::Call& call);
web::Response guide_page(module::Call& call);
web::Response guide_picture(module::Call& call);
/// `/mail`, in the demo alone: the letters that would have been sent.
web::Response mail_page(module::Call& call);
/// `/language?lang=sv&next=/…`: remembers a language and goes back; for pages that cannot be asked for again.
web::Response language_page(module::Call& call);

/// `/healthz`: the process lives.
web::Response healthz(module::Call& call);
/// `/readyz`: the database answers too, so a balancer may send people here.
web::Response readyz(module::Call& call);
/// `/metrics` in the Prometheus text format, for this machine or who has the token.
web::Response metrics_page(module::Call& call);
/// `/events?topic=room/<id>/<slice>`: a stream that tells when something of a slice changed, for those who may see any
/// of it.
web::Response events_stream(module::Call& call);
/// `/events/open?topic=room/<id>/<slice>/<below>`: the same for topics that whoever knows them may listen to, without
/// session and without address.
web::Response open_events_stream(module::Call& call);

}  // namespace samrum::app
