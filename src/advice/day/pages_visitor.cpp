// The visitor's own phone: without account, without name, in the own language; works without JavaScript.
#include "advice/day/actions_booking.hpp"
#include "advice/day/pages.hpp"
#include "advice/day/pages_parts.hpp"
#include "advice/day/rules_code.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

using namespace web;

/// What everybody should know before they say anything.
void principles(Html& h, const Visitor& visitor) {
    h(tag::ul, attr::cls("v-principles"), [&] {
        h(tag::li, [&] { visitor.say(h, "visitor.free"); });
        for (const char* promise : {"visitor.no_name", "visitor.confidential", "visitor.not_authority"})
            h(tag::li, [&] { visitor.promise(h, promise); });
    });
}

void lead(Html& h, const Visitor& visitor, std::string_view key, const base::MessageArgs& args = {}) {
    h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, key, args); });
}

/// How it stands at the site, for who has not asked for a number yet.
void take_form(module::Call& call, Html& h, const Visitor& visitor, const DayView& day) {
    // Without the key of the day, which stands at the site itself, nobody takes a number from home.
    if (!day.open)
        return lead(h, visitor, is_open(call.room(), day.site.id, call.today()) ? "visitor.ask_us" : "visitor.closed");
    if (day.open->full) return lead(h, visitor, "visitor.full");
    if (!day.site.phone_tickets) return lead(h, visitor, "visitor.ask_us");
    form(h, call.csrf, call.link("/a/" + day.site.slug + "/ticket"), [&] {
        hidden(h, "k", day.open->secret);
        hidden(h, "l", visitor.language());
        // Whoever taps twice sends the same form twice, and gets one number.
        hidden(h, "owner", new_owner_secret());
        visitor.button(h, "visitor.take_ticket");
    });
}

Response show_start(module::Call& call, std::string_view secret, std::string_view problem, int status) {
    const Visitor visitor(call);
    const auto day = view_by_secret(call.room(), call.part("site"), secret);
    if (!day) return module::not_found(call);
    return visitor_document(
        call, visitor, {.title = visitor.text("visitor.welcome"), .site = day->site.name},
        [&](Html& h) {
            Fields keep;
            keep.add("k", std::string(secret));
            const auto choose = [&] {
                h(tag::h2, [&] { visitor.say(h, "visitor.choose_language"); });
                language_choice(h, visitor, "", keep.encoded());
            };
            h(tag::h1, [&] { visitor.say(h, "visitor.welcome"); });
            if (!problem.empty()) lead(h, visitor, problem);
            // Whoever has not chosen yet may not read what stands here.
            if (visitor.asked().empty()) choose();
            take_form(call, h, visitor, *day);
            principles(h, visitor);
            h(tag::p, [&] {
                h(tag::a, attr::cls("v-link"), attr::href(visitor.link("/booking")),
                  [&] { visitor.say(h, "visitor.have_booking"); });
            });
            if (!visitor.asked().empty()) choose();
        },
        status);
}

/// "12": never grouped, in Latin digits, the largest thing on the page.
void big_number(Html& h, const Visitor& visitor, int number) {
    h(tag::p, attr::cls("v-number"), [&] {
        h(tag::span, attr::cls("v-number__label"), [&] { visitor.say(h, "visitor.your_number"); });
        h(tag::bdi, attr::dir("ltr"), std::to_string(number));
    });
}

void waiting(Html& h, const Visitor& visitor, const OwnTicket& own, base::Instant now) {
    const auto& day = own.day;
    Ticket ticket = own.ticket;
    free_of_left_desk(ticket, day.desks);
    const auto keep_open = [&] { h(tag::p, [&] { visitor.say(h, "visitor.keep_open"); }); };
    if (ticket.desk) lead(h, visitor, "visitor.your_desk", {{"desk", std::to_string(*ticket.desk)}});
    // Whoever was paused goes on at the same table, before everybody who waits for a first time.
    if (ticket.state == TicketState::on_hold) return keep_open();
    h(tag::p, [&] { visitor.say(h, "visitor.ahead", {{"count", ahead_of(day.tickets, ticket)}}); });
    // The forecast is of the whole queue: it says nothing of one table, which also knows the language already.
    if (ticket.desk) return keep_open();
    const auto wait = wait_of(day.tickets, ticket, day.desks, now);
    h(tag::p, [&] {
        if (!wait) return visitor.say(h, "visitor.wait_unknown");
        visitor.say(h, "visitor.wait", {{"low", wait->low}, {"high", wait->high}});
    });
    const bool anybody = std::ranges::any_of(day.desks, &Desk::open);
    const std::string_view language = ticket.needs.language;
    if (anybody && !language.empty() && language != "sv")
        h(tag::p,
          [&] { visitor.say(h, is_spoken(day.desks, language) ? "visitor.adviser_speaks" : "visitor.interpreter"); });
    keep_open();
}

void state_of_ticket(Html& h, const Visitor& visitor, const OwnTicket& own, base::Instant now) {
    const Ticket& ticket = own.ticket;
    const auto desk = [&] { return std::to_string(ticket.desk.value_or(0)); };
    switch (ticket.state) {
        case TicketState::waiting:
        case TicketState::on_hold:
            return waiting(h, visitor, own, now);
        case TicketState::called:
            h(tag::div, attr::cls("v-turn"), [&] {
                lead(h, visitor, "visitor.your_turn");
                lead(h, visitor, "visitor.go_to_desk", {{"desk", desk()}});
            });
            return;
        case TicketState::with_adviser:
            return lead(h, visitor, "visitor.your_turn");
        case TicketState::done:
            return lead(h, visitor, "visitor.thanks");
        case TicketState::no_show:
            return lead(h, visitor, "visitor.missed");
        case TicketState::left:
            return lead(h, visitor, "visitor.cancelled");
    }
}

std::string ticket_path(const Visitor& visitor, std::string_view owner, std::string_view below = {}) {
    return visitor.link("/t/" + std::string(owner) + std::string(below));
}

void own_forms(module::Call& call, Html& h, const Visitor& visitor, const OwnTicket& own) {
    const std::string owner(call.part("owner"));
    const std::string path = call.link("/a/" + own.day.site.slug + "/t/" + owner);
    if (!call.request.query.get("saved").empty())
        h(tag::p, attr::cls("v-saved"), attr::set<"role">("status"), [&] { visitor.say(h, "visitor.saved"); });
    form(h, call.csrf, path, [&] {
        hidden(h, "l", visitor.language());
        assessment_fields(h, visitor, own.ticket.needs, true);
        visitor.button(h, "visitor.save");
    });
}

/// What can still be done while the number waits; gone by itself when it is called.
void choices(module::Call& call, Html& h, const Visitor& visitor, const OwnTicket& own) {
    if (own.ticket.state != TicketState::waiting) return;
    const std::string owner(call.part("owner"));
    if (own.ticket.needs.length == Length::long_)
        for (const FreeTimes& one : free_times(call.room(), call.today(), own.day.site.municipality))
            h(tag::p, [&] {
                h(tag::a, attr::cls("v-link"), attr::href(ticket_path(visitor, owner, "/book")), [&] {
                    visitor.say(h, "visitor.book_offer", {{"place", one.site.name}});
                });
            });
    form(h, call.csrf, call.link("/a/" + own.day.site.slug + "/t/" + owner) + "/cancel", [&] {
        hidden(h, "l", visitor.language());
        visitor.button(h, "visitor.cancel", false);
    });
}

std::optional<OwnTicket> ticket_in_path(module::Call& call) {
    return own_ticket(call.room(), call.part("site"), call.part("owner"));
}

/// The session has closed: the number is gone, and the page says so in peace.
Response gone(module::Call& call) {
    return show_start(call, "", "", 200);
}

}  // namespace

Response visitor_page(module::Call& call) {
    return show_start(call, call.request.query.get("k"), "", 200);
}

Response take_ticket(module::Call& call) {
    const Visitor visitor(call);
    const std::string secret(call.request.form.get("k"));
    Assessment needs;
    needs.language = visitor.language();
    const auto own = take_number(call.room(), call.part("site"), secret, Channel::phone, needs, call.now(),
                                 call.request.form.get("owner"));
    if (!own) {
        if (auto refused = module::refused_page(call, own.problems())) return std::move(*refused);
        const bool full = own.problems().front().message.key == "advice.day.problem.full";
        return show_start(call, secret, full ? "visitor.full" : "", 409);
    }
    if (const auto day = view_by_secret(call.room(), call.part("site"), secret); day && day->open)
        announce(call, *day->open);
    return Response::redirect(ticket_path(visitor, own->owner));
}

Response ticket_page(module::Call& call) {
    const auto own = ticket_in_path(call);
    if (!own) return gone(call);
    const Visitor visitor(call);
    return visitor_document(
        call, visitor, {.title = std::to_string(own->ticket.number), .site = own->day.site.name}, [&](Html& h) {
            h(tag::h1, attr::cls("ds-sr-only"), visitor.text("visitor.your_number"));
            live(h, "ticket", live_topic(call.head->id, *own->day.open), [&] {
                h(tag::div, attr::set<"role">("status"), [&] {
                    big_number(h, visitor, own->ticket.number);
                    state_of_ticket(h, visitor, *own, call.now());
                });
            });
            if (is_over(own->ticket.state)) return;
            own_forms(call, h, visitor, *own);
            live(h, "choices", live_topic(call.head->id, *own->day.open), [&] { choices(call, h, visitor, *own); });
            principles(h, visitor);
            language_choice(h, visitor, "/t/" + std::string(call.part("owner")));
        });
}

Response assess_own_now(module::Call& call) {
    const auto own = ticket_in_path(call);
    if (!own) return gone(call);
    const Visitor visitor(call);
    const auto saved = assess_own(call.room(), call.part("owner"), assessment_of(call.request.form));
    if (saved) announce(call, *own->day.open);
    return Response::redirect(ticket_path(visitor, call.part("owner")) + "&saved=1");
}

Response cancel_own_now(module::Call& call) {
    const auto own = ticket_in_path(call);
    if (!own) return gone(call);
    const Visitor visitor(call);
    const auto cancelled = cancel_own(call.room(), call.part("owner"), call.now());
    if (cancelled) announce(call, *own->day.open);
    return Response::redirect(ticket_path(visitor, call.part("owner")));
}

}  // namespace samrum::advice::day
