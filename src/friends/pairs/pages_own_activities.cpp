// Social activities on a participant's own phone: when, where, "I will come".
#include "friends/pairs/actions_activity.hpp"
#include "friends/pairs/pages.hpp"
#include "friends/pairs/pages_parts.hpp"
#include "friends/people/pages_visitor.hpp"

#include <algorithm>

namespace samrum::friends::pairs {

using namespace web;
using people::OwnVisitor;

namespace {

void activity_item(module::Call& call, Html& h, const OwnVisitor& visitor, const ListedActivity& one) {
    const SocialActivity& activity = one.activity;
    const int left = std::max(0, activity.places - one.signed_up);
    const bool full = activity.places > 0 && left == 0;
    h(tag::section, attr::cls("f-card"), [&] {
        h(tag::h2, [&] { h(tag::bdi, activity.title); });
        h(tag::p, [&] {
            h(tag::bdi, visitor.words().weekday(activity.day) + " " + visitor.words().date(activity.day));
            h.text(" · ");
            h(tag::bdi, visitor.words().times(activity.starts, activity.ends));
        });
        h(tag::p, [&] { h(tag::bdi, activity.place); });
        if (!activity.description.empty()) h(tag::p, [&] { h(tag::bdi, activity.description); });
        if (activity.state == ActivityState::cancelled)
            return h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, "friend.activity.cancelled"); });
        if (one.own) h(tag::p, attr::cls("v-saved"), [&] { visitor.say(h, "friend.activity.own"); });
        if (!one.own && full) return h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, "friend.activity.full"); });
        if (!one.own && activity.places > 0)
            h(tag::p, [&] { visitor.say(h, "friend.activity.left", {{"count", std::int64_t{left}}}); });
        form(h, call.csrf, call.link("/k/" + std::string(call.part("secret")) + "/activities"), [&] {
            hidden(h, "l", visitor.language());
            hidden(h, "activity", activity.id.text());
            hidden(h, "do", one.own ? "off" : "up");
            visitor.button(h, one.own ? "friend.activity.sign_off" : "friend.activity.sign_up", !one.own);
        });
    });
}

Response show_activities(module::Call& call, std::string_view problem) {
    const auto self = people::participant_of_link(call.room(), call.part("secret"));
    const auto all = own_activities(call.room(), call.part("secret"), call.today());
    if (!self || !all) return people::nobody_here(call);
    const OwnVisitor visitor(call, self->language);
    return module::visitor_document(
        call, visitor,
        {.title = visitor.text("friend.activity.title"), .site = programme_name(call.room(), self->programme)},
        [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, "friend.activity.title"); });
            if (!problem.empty())
                h(tag::p, attr::cls("f-problem"), attr::set<"role">("alert"), [&] { visitor.say(h, problem); });
            people::lead(h, visitor, all->empty() ? "friend.activity.none" : "friend.activity.free");
            for (const ListedActivity& one : *all) activity_item(call, h, visitor, one);
            h(tag::p, [&] {
                h(tag::a, attr::cls("v-link"), attr::href(visitor.link("")), [&] { visitor.say(h, "friend.back"); });
            });
            module::language_choice(h, visitor, "/activities");
        },
        problem.empty() ? 200 : 422);
}

}  // namespace

Response own_activities_page(module::Call& call) {
    return show_activities(call, "");
}

Response own_sign_up_now(module::Call& call) {
    const std::string id = typed(call, "activity");
    const auto done = typed(call, "do") == "off" ? sign_off_own(call.room(), call.part("secret"), call.today(), id)
                                                 : sign_up_own(call.room(), call.part("secret"), call.today(), id);
    if (!done) {
        const bool full = done.problems().front().message.key == "friends.activities.full";
        return show_activities(call, full ? "friend.activity.full" : "friend.activity.over");
    }
    const auto self = people::participant_of_link(call.room(), call.part("secret"));
    return Response::redirect(OwnVisitor(call, self ? self->language : "sv").link("/activities"));
}

}  // namespace samrum::friends::pairs
