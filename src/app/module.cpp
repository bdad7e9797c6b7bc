#include "app/module.hpp"

#include "app/handover.hpp"
#include "app/pages.hpp"
#include "app/reminders.hpp"

namespace samrum::app {
namespace {

using module::Guard;
using module::Role;
using web::Method;

/// Whoever acts in a function, and not as a volunteer, hands it over when they leave.
const module::Permission kHandOver{
    "tasks.hand_over", Guard::personal, {Role::officer, Role::coordinator, Role::partner, Role::administrator}};
const module::Permission kReadJournal{"journal.read", Guard::personal, {Role::administrator}};

constexpr base::ClockTime kMorning{6 * 60 + 30};
constexpr base::ClockTime kAfterMidnight{15};

constexpr bool kAnybody = false;
constexpr bool kSignedIn = true;
constexpr bool kUnknownVisitor = true;

}  // namespace

module::Module app_module() {
    module::Module own;
    own.name = "app";
    own.permissions = {&kHandOver, &kReadJournal};
    own.routes = {
        {Method::get, "/", nullptr, front_page},
        {Method::get, "/language", nullptr, language_page},
        {Method::get, "/accessibility", nullptr, accessibility_page},
        {Method::get, "/guide", nullptr, guide_index},
        {Method::get, "/guide/{page}", nullptr, guide_page},
        {Method::get, "/guide/images/{file}", nullptr, guide_picture},
        {Method::get, "/mail", nullptr, mail_page},
        {Method::get, "/healthz", nullptr, healthz, kAnybody, kUnknownVisitor},
        {Method::get, "/readyz", nullptr, readyz, kAnybody, kUnknownVisitor},
        {Method::get, "/metrics", nullptr, metrics_page},
        {Method::get, "/events", nullptr, events_stream},
        {Method::get, "/events/open", nullptr, open_events_stream, kAnybody, kUnknownVisitor},
        {Method::get, "/{room}/home", nullptr, home_page, kSignedIn},
        {Method::get, "/{room}/tasks", nullptr, tasks_page, kSignedIn},
        {Method::get, "/{room}/tasks/reminders", nullptr, reminders_page, kSignedIn},
        {Method::post, "/{room}/tasks/reminders", nullptr, save_reminders_now, kSignedIn},
        {Method::get, "/{room}/tasks/handover", &kHandOver, handover_page},
        {Method::post, "/{room}/tasks/handover", &kHandOver, hand_over_now},
        {Method::get, "/{room}/journal", &kReadJournal, journal_page},
    };
    own.navigation = {
        {"home.title", "/home", nullptr, 0},
        {"tasks.title", "/tasks", nullptr, 1},
        {"journal.nav", "/journal", &kReadJournal, 900},
    };
    own.feeds = {{"tasks", "home.feed", nullptr, duty_events}};
    own.jobs = {{"app.reminders", send_reminders, kMorning}, {"app.handover", carry_out_handovers_job, kAfterMidnight}};
    own.retention = {{"app.reminder_mark",
                      {"reminders.retention", {{"days", std::int64_t{kMarkKeptDays}}}},
                      remove_old_marks,
                      store::Scope::lobby},
                     {"app.handover", {"handover.retention", {}}, remove_old_handovers, store::Scope::room}};
    own.subjects = {{"app.reminders", extract_reminders, erase_reminders, store::Scope::lobby}};
    add_api(own);
    return own;
}

}  // namespace samrum::app
