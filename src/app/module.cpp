#include "app/module.hpp"

#include "app/pages.hpp"

namespace samrum::app {
namespace {

using module::Guard;
using module::Role;
using web::Method;

const module::Permission kReadJournal{"journal.read", Guard::personal, {Role::administrator}};

constexpr bool kAnybody = false;
constexpr bool kSignedIn = true;
constexpr bool kUnknownVisitor = true;

}  // namespace

module::Module app_module() {
    module::Module own;
    own.name = "app";
    own.permissions = {&kReadJournal};
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
        {Method::get, "/{room}/journal", &kReadJournal, journal_page},
    };
    own.navigation = {
        {"home.title", "/home", nullptr, 0},
        {"journal.nav", "/journal", &kReadJournal, 900},
    };
    own.feeds = {{"tasks", "home.feed", nullptr, duty_events}};
    add_api(own);
    return own;
}

}  // namespace samrum::app
