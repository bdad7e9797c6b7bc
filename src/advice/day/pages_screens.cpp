// The library's screens: the kiosk that gives numbers, and the wall that shows them.
#include "advice/day/pages.hpp"
#include "advice/day/pages_parts.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

using namespace web;

/// After a number the kiosk is free for the next visitor: what somebody chose there is not for others to see.
constexpr int kKioskSeconds = 20;

std::string kiosk_path(const module::Call& call, std::string_view secret) {
    Fields query;
    query.add("k", std::string(secret));
    return call.link("/a/" + std::string(call.part("site")) + "/kiosk") + "?" + query.encoded();
}

/// The address opens nothing: the day is over, or its QR code was changed after the screen was opened.
Response closed_screen(module::Call& call, const Visitor& visitor, const DayView& day) {
    const bool goes_on = is_open(call.room(), day.site.id, call.today());
    return visitor_document(
        call, visitor, {.title = visitor.text("visitor.welcome"), .site = day.site.name}, [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, "visitor.welcome"); });
            h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, goes_on ? "visitor.ask_us" : "visitor.closed"); });
            if (goes_on) h(tag::p, call.words("advice.day.screen.anew"));
        });
}

/// Numbers that were called and not come yet first, the newest on top.
std::vector<Ticket> on_the_wall(const DayView& day) {
    std::vector<Ticket> shown;
    for (const Ticket& one : day.tickets)
        if (one.state == TicketState::called || one.state == TicketState::with_adviser) shown.push_back(one);
    std::ranges::stable_sort(shown, [](const Ticket& a, const Ticket& b) {
        if (a.state != b.state) return a.state == TicketState::called;
        return a.called.value_or(base::Instant{}) > b.called.value_or(base::Instant{});
    });
    return shown;
}

void digits(Html& h, int number) {
    h(tag::bdi, attr::dir("ltr"), std::to_string(number));
}

}  // namespace

Response kiosk_page(module::Call& call) {
    const Visitor visitor(call);
    const auto secret = call.request.query.get("k");
    const auto day = view_by_secret(call.room(), call.part("site"), secret);
    if (!day || !day->site.kiosk) return module::not_found(call);
    if (!day->open) return closed_screen(call, visitor, *day);
    Fields keep;
    keep.add("k", std::string(secret));
    const std::string refresh = visitor.asked().empty() ? "" : "120;url=" + kiosk_path(call, secret);
    return visitor_document(call, visitor,
                            {.title = visitor.text("visitor.welcome"), .site = day->site.name, .refresh = refresh},
                            [&](Html& h) {
                                if (visitor.asked().empty()) {
                                    h(tag::h1, [&] { visitor.say(h, "visitor.choose_language"); });
                                    return language_choice(h, visitor, "/kiosk", keep.encoded());
                                }
                                h(tag::h1, [&] { visitor.say(h, "visitor.take_ticket"); });
                                if (day->open->full)
                                    return h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, "visitor.full"); });
                                form(h, call.csrf, call.link("/a/" + day->site.slug + "/kiosk"), [&] {
                                    hidden(h, "k", secret);
                                    hidden(h, "l", visitor.language());
                                    hidden(h, "language", visitor.language());
                                    visitor.button(h, "visitor.take_ticket");
                                    assessment_fields(h, visitor, {}, false);
                                    visitor.button(h, "visitor.take_ticket");
                                });
                                h(tag::p, [&] {
                                    h(tag::a, attr::cls("v-link"), attr::href(kiosk_path(call, secret)),
                                      [&] { visitor.say(h, "visitor.back"); });
                                });
                            });
}

Response kiosk_number(module::Call& call) {
    const Visitor visitor(call);
    const std::string secret(call.request.form.get("k"));
    const auto own = take_number(call.room(), call.part("site"), secret, Channel::kiosk,
                                 assessment_of(call.request.form), call.now());
    const auto day = view_by_secret(call.room(), call.part("site"), secret);
    if (!day) return module::not_found(call);
    if (own && day->open) announce(call, *day->open);
    const std::string again = kiosk_path(call, secret);
    return visitor_document(
        call, visitor,
        {.title = visitor.text("visitor.your_number"),
         .site = day->site.name,
         .refresh = std::to_string(kKioskSeconds) + ";url=" + again},
        [&](Html& h) {
            if (!own) {
                h(tag::h1, [&] { visitor.say(h, day->open ? "visitor.full" : "visitor.closed"); });
            } else {
                h(tag::h1, attr::cls("ds-sr-only"), visitor.text("visitor.your_number"));
                h(tag::p, attr::cls("v-number"), attr::set<"role">("status"), [&] {
                    h(tag::span, attr::cls("v-number__label"), [&] { visitor.say(h, "visitor.your_number"); });
                    digits(h, own->number);
                });
            }
            // As large as the buttons before it: fingers end here too.
            h(tag::p, [&] {
                h(tag::a, attr::cls("ds-button v-button"), attr::set<"data-variant">("primary"), attr::href(again),
                  [&] { visitor.say(h, "visitor.save"); });
            });
        },
        own ? 200 : 409);
}

Response wall_page(module::Call& call) {
    const Visitor visitor(call);
    const auto day = view_by_secret(call.room(), call.part("site"), call.request.query.get("k"));
    if (!day || !day->site.wall) return module::not_found(call);
    if (!day->open) return closed_screen(call, visitor, *day);
    return visitor_document(
        call, visitor, {.title = call.words("advice.day.wall.title"), .site = day->site.name, .wall = true},
        [&](Html& h) {
            h(tag::h1, attr::cls("ds-sr-only"), call.words("advice.day.wall.title"));
            live(h, "wall", live_topic(call.head->id, *day->open), [&] {
                const auto shown = on_the_wall(*day);
                h(tag::table, attr::cls("v-wall__table"), [&] {
                    h(tag::thead, [&] {
                        h(tag::tr, [&] {
                            h(tag::th, attr::set<"scope">("col"),
                              [&] { h.text(call.words("advice.day.wall.number")); });
                            h(tag::th, attr::set<"scope">("col"), [&] { h.text(call.words("advice.day.wall.desk")); });
                        });
                    });
                    h(tag::tbody, [&] {
                        for (const Ticket& one : shown)
                            h(tag::tr, attr::cls(one.state == TicketState::called ? "v-wall__called" : ""), [&] {
                                h(tag::td, [&] { digits(h, one.number); });
                                h(tag::td, [&] { digits(h, one.desk.value_or(0)); });
                            });
                        if (shown.empty())
                            h(tag::tr, [&] {
                                h(tag::td, "–");
                                h(tag::td, "–");
                            });
                    });
                });
                if (day->open->full) h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, "visitor.full"); });
            });
            if (!day->site.phone_tickets) return;
            h(tag::div, attr::cls("v-wall__scan"), [&] {
                qr_picture(h, phone_address(call, *day), visitor.text("visitor.scan"));
                h(tag::p, [&] { visitor.say(h, "visitor.scan"); });
            });
        });
}

}  // namespace samrum::advice::day
