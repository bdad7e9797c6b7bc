// The host, on a phone in the queue: count people, hear what it is about, see who comes at a booked time.
#include "advice/day/actions_booking.hpp"
#include "advice/day/pages.hpp"
#include "advice/day/pages_staff.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

using namespace web;

/// A form of this page that was sent with something wrong in it: whose, and as it was.
struct SentForm {
    std::string_view at;  ///< "new", or the ticket's number
    FormState state;
};
const FormState* sent_at(const SentForm* sent, std::string_view at) {
    return sent && sent->at == at ? &sent->state : nullptr;
}

/// The number that the next one gets, and one tap to give it.
void count_form(module::Call& call, Html& h, const DayView& day, const FormState* again) {
    const auto& words = call.words;
    form(h, call.csrf, day_link(call, day, "/host/count"), [&] {
        hidden(h, "session", day.session->id.text());
        hidden(h, "said", std::to_string(day.open->last_number + 1));
        h(tag::div, attr::cls("d-count"), [&] {
            h(tag::button, attr::cls("ds-button d-plus"), attr::type("submit"), attr::set<"data-variant">("primary"),
              attr::set<"accesskey">("p"), [&] {
                  h(tag::bdi, attr::cls("d-plus__sign"), attr::dir("ltr"), "+1");
                  h(tag::span, words("advice.day.host.next", {{"number", std::to_string(day.open->last_number + 1)}}));
              });
        });
        details(
            h, words("advice.day.host.more"), [&] { staff_assessment(call, h, Ticket{}, "new", again); }, again);
    });
}

/// The number that was given, and louder when it is another than the button said: somebody else took that one just
/// before.
void given_number(module::Call& call, Html& h) {
    const int given = number_of(call.request.query.get("given"), 0);
    const int said = number_of(call.request.query.get("said"), given);
    if (given <= 0) return;
    const base::MessageArgs numbers = {{"number", std::to_string(given)}, {"said", std::to_string(said)}};
    if (said == given) return flash(h, Tone::success, call.words("advice.day.host.given", numbers));
    notice(h, Tone::warning, call.words("advice.day.host.given_other", numbers),
           call.words("advice.day.host.given_other.text", numbers));
}

void waiting_ticket(module::Call& call, Html& h, const DayView& day, const Ticket& ticket, const SentForm* sent) {
    const auto& words = call.words;
    const std::string at = std::to_string(ticket.number);
    const FormState* again = sent_at(sent, at);
    h(tag::li, attr::cls("d-ticket"), [&] {
        h(tag::div, attr::cls("d-ticket__head"), [&] {
            h(tag::strong, attr::cls("d-ticket__number"), [&] { isolated(h, std::to_string(ticket.number)); });
            needs_marks(call, h, ticket);
            h(tag::span, attr::cls("d-waited"),
              words("advice.day.waited", {{"count", waited_minutes(ticket, call.now())}}));
        });
        const auto content = [&] {
            form(h, call.csrf, day_link(call, day, "/host/assess"), [&] {
                hidden(h, "ticket", ticket.id.text());
                staff_assessment(call, h, ticket, at, again);
                actions(h, [&] { submit_button(h, words("advice.day.save")); });
            });
            form(h, call.csrf, day_link(call, day, "/host/left"), [&] {
                hidden(h, "ticket", ticket.id.text());
                actions(h, [&] {
                    submit_button(h, words("advice.day.host.left"), Variant::tertiary, Tone::danger);
                    link_button(h, day_link(call, day, "/book"), words("advice.day.book.title"), Variant::tertiary);
                });
            });
        };
        details(h, words("advice.day.host.assess", {{"number", at}}), content, again);
    });
}

void expected(module::Call& call, Html& h, const DayView& day) {
    const auto& words = call.words;
    if (std::ranges::none_of(day.bookings, [](const Booking& one) { return !one.arrived; })) return;
    section(h, words("advice.day.host.booked"), [&] {
        for (const Booking& one : day.bookings) {
            if (one.arrived) continue;
            form(h, call.csrf, day_link(call, day, "/host/arrived"), [&] {
                hidden(h, "booking", one.id.text());
                h(tag::div, attr::cls("d-row"), [&] {
                    h(tag::strong, [&] { clock_time(h, words, one.starts); });
                    h(tag::span, language_words(words, one.language));
                    submit_button(h, words("advice.day.host.arrived"), Variant::secondary);
                });
            });
        }
    });
}

std::optional<TicketId> ticket_in(const module::Call& call) {
    const auto id = TicketId::parse(call.request.form.get("ticket"));
    return id ? std::optional(*id) : std::nullopt;
}

std::string host_link(const module::Call& call) {
    return call.link("/advice/" + std::string(call.part("site")) + "/host");
}

/// Back to the host, who is told which number it was.
Response given_to_host(module::Call& call, const DayView& day, const base::Result<int>& number) {
    Fields query;
    if (number) query.add("given", std::to_string(*number));
    if (const int said = number_of(call.request.form.get("said"), 0); number && said > 0)
        query.add("said", std::to_string(said));
    const std::string back = host_link(call) + (number ? "?" + query.encoded() : "");
    return after(call, day, number.problems(), back, "");
}

/// How many came together. Not asked: one; what is no number is none, and the action says what it should be.
int people_in(const Fields& form) {
    return form.has("people") ? number_of(base::trim(form.get("people")), 0) : 1;
}
bool is_about_people(const base::Problems& problems) {
    return std::ranges::any_of(problems, [](const base::Problem& one) { return one.field == "people"; });
}

void queue(module::Call& call, Html& h, const DayView& day, const SentForm* sent) {
    expected(call, h, day);
    const auto waiting = waiting_of(day.tickets);
    heading(h, 2, call.words("advice.day.host.waiting", {{"count", static_cast<std::int64_t>(waiting.size())}}));
    if (waiting.empty()) paragraph(h, call.words("advice.day.host.nobody"));
    h(tag::ul, attr::cls("d-tickets"), [&] {
        for (const Ticket& one : waiting) waiting_ticket(call, h, day, one, sent);
    });
}

Response show_host(module::Call& call, const DayView& day, const SentForm* sent) {
    if (!day.open) return Response::redirect(day_link(call, day, ""));
    return module::page(
        call, {.title = call.words("advice.day.host.title"), .crumbs = {{day.site.name, day_link(call, day, "")}}},
        [&](Html& h) {
            // What somebody has to mend is not fetched anew under their hands.
            if (sent) {
                error_summary(h, sent->state);
                count_form(call, h, day, sent_at(sent, "new"));
                return queue(call, h, day, sent);
            }
            given_number(call, h);
            live(h, "count", staff_topic(call.head->id), [&] { count_form(call, h, day, nullptr); });
            live(h, "queue", staff_topic(call.head->id), [&] { queue(call, h, day, nullptr); });
        },
        sent ? 422 : 200);
}

}  // namespace

Response host_page(module::Call& call) {
    const auto day = day_of(call);
    if (!day) return module::not_found(call);
    return show_host(call, *day, nullptr);
}

Response count_now(module::Call& call) {
    const auto day = day_of(call);
    if (!day) return module::not_found(call);
    if (!day->session) return Response::redirect(day_link(call, *day, ""));
    const auto counted = count_in(call.room(), call.caller, day->session->id, people_in(call.request.form),
                                  assessment_of(call.request.form), call.now());
    if (is_about_people(counted.problems())) {
        const SentForm sent{"new", {call.words, call.request.form, counted.problems()}};
        return show_host(call, *day, &sent);
    }
    return given_to_host(call, *day, counted);
}

Response assess_now(module::Call& call) {
    const auto day = day_of(call);
    const auto id = ticket_in(call);
    if (!day || !id) return module::not_found(call);
    const auto saved =
        assess(call.room(), call.caller, *id, assessment_of(call.request.form), people_in(call.request.form));
    if (is_about_people(saved.problems())) {
        const auto found = std::ranges::find(day->tickets, *id, &Ticket::id);
        const std::string at = found == day->tickets.end() ? "" : std::to_string(found->number);
        const SentForm sent{at, {call.words, call.request.form, saved.problems()}};
        return show_host(call, *day, &sent);
    }
    return after(call, *day, saved.problems(), host_link(call), "advice.day.flash.saved");
}

Response left_now(module::Call& call) {
    const auto day = day_of(call);
    const auto id = ticket_in(call);
    if (!day || !id) return module::not_found(call);
    const auto left = gave_up(call.room(), call.caller, *id, call.now());
    return after(call, *day, left.problems(), host_link(call), "advice.day.flash.left");
}

Response arrived_now(module::Call& call) {
    const auto day = day_of(call);
    const auto id = BookingId::parse(call.request.form.get("booking"));
    if (!day || !id) return module::not_found(call);
    const auto there = arrive(call.room(), call.caller, *id, call.now());
    return given_to_host(call, *day, there);
}

}  // namespace samrum::advice::day
