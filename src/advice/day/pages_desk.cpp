// The adviser's desk: who is here, who comes next and why, who else waits.
#include "advice/day/pages.hpp"
#include "advice/day/pages_staff.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

using namespace web;

std::string reason_words(const text::Words& words, const Suggestion& next, base::Instant now) {
    using optimise::QueueReason;
    const std::string language =
        language_words(words, next.ticket.needs.language.empty() ? "sv" : std::string_view(next.ticket.needs.language));
    const base::MessageArgs args = {{"language", language}, {"count", waited_minutes(next.ticket, now)}};
    switch (next.reason) {
        case QueueReason::for_you:
            return words("advice.day.reason.for_you");
        case QueueReason::booked:
            return words("advice.day.reason.booked", {{"time", words.time({next.ticket.booked.value_or(0)})}});
        case QueueReason::urgent:
            return words("advice.day.reason.urgent");
        case QueueReason::only_you:
            return words("advice.day.reason.only_you", {{"language", language}});
        case QueueReason::complex_here:
            return words("advice.day.reason.complex_here");
        case QueueReason::complex_waited:
            return words("advice.day.reason.complex_waited", {args[1]});
        case QueueReason::nobody_speaks:
            return words("advice.day.reason.nobody_speaks", {{"language", language}});
        case QueueReason::longest:
            return words("advice.day.reason.longest", {args[1]});
    }
    return {};
}

/// A form with the desk and the ticket, for one step.
void step_button(module::Call& call, Html& h, const DayView& day, const Ticket& ticket, int desk, Step step,
                 Variant variant, Tone tone = Tone::accent) {
    form(h, call.csrf, day_link(call, day, "/desk/step"), [&] {
        hidden(h, "ticket", ticket.id.text());
        hidden(h, "desk", std::to_string(desk));
        submit_button(h, call.words("advice.day.step." + std::string(code_of(step))), variant, tone, "step",
                      code_of(step));
    });
}

void hand_over_form(module::Call& call, Html& h, const DayView& day, const Ticket& ticket, int desk) {
    const auto& words = call.words;
    details(h, words("advice.day.step.hand_over"), [&] {
        form(h, call.csrf, day_link(call, day, "/desk/step"), [&] {
            hidden(h, "ticket", ticket.id.text());
            hidden(h, "desk", std::to_string(desk));
            h(tag::label, attr::for_("to_desk"), words("advice.day.desk.to"));
            h(tag::select, attr::cls("ds-input"), attr::id("to_desk"), attr::name("to_desk"), [&] {
                h(tag::option, attr::value(""), words("advice.day.desk.anybody"));
                for (const Desk& one : day.desks)
                    if (one.open && one.number != desk)
                        h(tag::option, attr::value(std::to_string(one.number)),
                          words("advice.day.desk.number", {{"number", std::to_string(one.number)}}));
            });
            actions(h, [&] {
                submit_button(h, words("advice.day.step.hand_over"), Variant::secondary, Tone::accent, "step",
                              "hand_over");
            });
        });
    });
}

/// The sheet leads back to this table: whoever is no volunteer here has no other sign of sitting at it.
std::string sheet_link(const module::Call& call, const DayView& day, const Ticket& ticket, int desk) {
    return call.link("/advice/sheets/new?session=" + day.session->id.text() + "&ticket=" + ticket.id.text() +
                     "&desk=" + std::to_string(desk));
}

/// Who is called or sits here now.
void here(module::Call& call, Html& h, const DayView& day, const Ticket& ticket, int desk) {
    const auto& words = call.words;
    const bool called = ticket.state == TicketState::called;
    const bool has_sheet = std::ranges::find(day.with_sheet, ticket.id.uuid()) != day.with_sheet.end();
    h(tag::section, attr::cls("d-here"), attr::set<"aria-labelledby">("here"), [&] {
        heading(h, 2,
                words(called ? "advice.day.desk.called" : "advice.day.desk.talks",
                      {{"number", std::to_string(ticket.number)}}),
                "here");
        needs_marks(call, h, ticket);
        if (has_sheet) badge(h, Tone::success, words("advice.day.desk.has_sheet"));
        actions(h, [&] {
            if (called) {
                step_button(call, h, day, ticket, desk, Step::take, Variant::primary);
                step_button(call, h, day, ticket, desk, Step::no_show, Variant::secondary);
                step_button(call, h, day, ticket, desk, Step::release, Variant::tertiary);
            } else {
                if (!has_sheet) link_button(h, sheet_link(call, day, ticket, desk), words("advice.day.desk.sheet"));
                step_button(call, h, day, ticket, desk, Step::done, has_sheet ? Variant::primary : Variant::secondary);
                step_button(call, h, day, ticket, desk, Step::hold, Variant::secondary);
            }
            if (!ticket.undo.empty()) step_button(call, h, day, ticket, desk, Step::undo, Variant::tertiary);
        });
        hand_over_form(call, h, day, ticket, desk);
        if (ticket.complex())
            paragraph(h, [&] { link(h, day_link(call, day, "/book"), words("advice.day.desk.offer_time")); });
    });
}

void next_up(module::Call& call, Html& h, const DayView& day, int desk) {
    const auto& words = call.words;
    const auto next = suggest_next(day.tickets, day.desks, desk, call.now());
    h(tag::section, attr::cls("d-here"), attr::set<"aria-labelledby">("here"), [&] {
        if (!next) {
            heading(h, 2, words("advice.day.desk.nobody"), "here");
            return paragraph(h, words("advice.day.desk.nobody.text"));
        }
        heading(h, 2, words("advice.day.desk.next", {{"number", std::to_string(next->ticket.number)}}), "here");
        needs_marks(call, h, next->ticket);
        h(tag::p, attr::cls("d-reason"), reason_words(words, *next, call.now()));
        form(h, call.csrf, day_link(call, day, "/desk/next"), [&] {
            hidden(h, "desk", std::to_string(desk));
            actions(h, [&] {
                h(tag::button, attr::cls("ds-button"), attr::type("submit"), attr::set<"data-variant">("primary"),
                  attr::set<"accesskey">("n"),
                  words("advice.day.desk.call", {{"number", std::to_string(next->ticket.number)}}));
            });
        });
    });
}

/// The last thing this desk ended can be taken back.
void last_step(module::Call& call, Html& h, const DayView& day, int desk) {
    const Ticket* last = nullptr;
    for (const Ticket& one : day.tickets)
        if (one.desk == desk && !one.undo.empty() && one.ended && (!last || *last->ended < *one.ended)) last = &one;
    if (!last) return;
    h(tag::div, attr::cls("d-row"), [&] {
        h(tag::span, call.words("advice.day.desk.last",
                                {{"number", std::to_string(last->number)},
                                 {"state", call.words("advice.day.state." + std::string(code_of(last->state)))}}));
        step_button(call, h, day, *last, desk, Step::undo, Variant::tertiary);
    });
}

void everybody(module::Call& call, Html& h, const DayView& day, int desk) {
    const auto& words = call.words;
    std::vector<Ticket> waiting;
    for (const Ticket& one : day.tickets)
        if (one.state == TicketState::waiting || (one.state == TicketState::on_hold && one.desk == desk))
            waiting.push_back(one);
    heading(h, 2, words("advice.day.host.waiting", {{"count", static_cast<std::int64_t>(waiting.size())}}));
    h(tag::ul, attr::cls("d-tickets"), [&] {
        for (const Ticket& one : waiting)
            h(tag::li, attr::cls("d-ticket"), [&] {
                h(tag::div, attr::cls("d-ticket__head"), [&] {
                    h(tag::strong, attr::cls("d-ticket__number"), [&] { isolated(h, std::to_string(one.number)); });
                    if (one.state == TicketState::on_hold) badge(h, Tone::warning, words("advice.day.state.on_hold"));
                    needs_marks(call, h, one);
                    if (!is_spoken(day.desks, one.needs.language))
                        badge(h, Tone::warning, words("advice.day.desk.not_spoken"));
                    h(tag::span, attr::cls("d-waited"),
                      words("advice.day.waited", {{"count", waited_minutes(one, call.now())}}));
                    if (may_step(one, desk, Step::call))
                        form(h, call.csrf, day_link(call, day, "/desk/step"), [&] {
                            hidden(h, "ticket", one.id.text());
                            hidden(h, "desk", std::to_string(desk));
                            submit_button(h, words("advice.day.desk.call", {{"number", std::to_string(one.number)}}),
                                          Variant::tertiary, Tone::accent, "step", "call");
                        });
                });
            });
    });
}

void sit_form(module::Call& call, Html& h, const DayView& day, const FormState& state) {
    const auto& words = call.words;
    const OwnSkills own = own_skills(call.room(), call.caller);
    int free = 1;
    while (std::ranges::any_of(day.desks, [&](const Desk& one) { return one.open && one.number == free; })) ++free;
    error_summary(h, state);
    const bool again = !state.problems.empty();
    const auto typed = state.values.every("language");
    const auto spoken = again ? std::vector<std::string>(typed.begin(), typed.end()) : own.languages;
    const bool taken = std::ranges::any_of(
        state.problems, [](const base::Problem& one) { return one.message.key == "advice.day.problem.desk_taken"; });
    form(h, call.csrf, day_link(call, day, "/desk/sit"), [&] {
        number_field(h, state,
                     {.name = "desk",
                      .label = words("advice.day.field.desk"),
                      .fallback = std::to_string(free),
                      .width = Width::narrow});
        if (taken) checkbox(h, state, {.name = "take_over", .label = words("advice.day.field.take_over")});
        h(tag::fieldset, attr::cls("v-tiles"), [&] {
            h(tag::legend, words("advice.day.field.languages"));
            for (const Language& one : languages()) {
                if (one.code == "sv" || one.code == kOtherLanguage) continue;
                h(tag::label, attr::cls("v-tile v-tile--small"), [&] {
                    h(tag::input, attr::type("checkbox"), attr::name("language"), attr::value(one.code),
                      attr::flag<"checked">(std::ranges::find(spoken, one.code) != spoken.end()));
                    h(tag::span, language_words(words, one.code));
                });
            }
        });
        FormState box{words};
        if (again ? state.values.has("experienced") : own.experienced) box.values.add("experienced", "yes");
        checkbox(h, box, {.name = "experienced", .label = words("advice.day.field.experienced")});
        actions(h, [&] { submit_button(h, words("advice.day.desk.sit")); });
    });
}

/// The desk of the address, or the one where this volunteer sits already.
const Desk* own_desk(module::Call& call, const DayView& day) {
    const int wanted = number_of(call.request.query.get("desk"), 0);
    const auto named =
        std::ranges::find_if(day.desks, [&](const Desk& one) { return one.open && one.number == wanted; });
    if (named != day.desks.end()) return &*named;
    const std::string volunteer = own_skills(call.room(), call.caller).volunteer;
    const auto own = std::ranges::find_if(
        day.desks, [&](const Desk& one) { return one.open && !volunteer.empty() && one.volunteer == volunteer; });
    return own == day.desks.end() ? nullptr : &*own;
}

std::string spoken_at(const text::Words& words, const Desk& desk) {
    std::string all = language_words(words, "sv");
    for (const std::string& code : desk.languages)
        if (code != "sv") all += ", " + language_words(words, code);
    return all;
}

void at_desk(module::Call& call, Html& h, const DayView& day, const Desk& desk) {
    const auto& words = call.words;
    live(h, "desk", staff_topic(call.head->id), [&] {
        if (const Ticket* ticket = ticket_at(day.tickets, desk.number))
            here(call, h, day, *ticket, desk.number);
        else
            next_up(call, h, day, desk.number);
        last_step(call, h, day, desk.number);
        everybody(call, h, day, desk.number);
    });
    section(h, words("advice.day.desk.this"), [&] {
        paragraph(h, words("advice.day.desk.speaks", {{"languages", spoken_at(words, desk)}}));
        form(h, call.csrf, day_link(call, day, "/desk/leave"), [&] {
            hidden(h, "desk", std::to_string(desk.number));
            actions(h, [&] {
                link_button(h, day_link(call, day, "/desk?sit=1"), words("advice.day.desk.change"), Variant::tertiary);
                submit_button(h, words("advice.day.desk.leave"), Variant::tertiary);
            });
        });
    });
}

Response show_desk(module::Call& call, const base::Problems& problems, int status) {
    const auto day = day_of(call);
    if (!day) return module::not_found(call);
    if (!day->open) return Response::redirect(day_link(call, *day, ""));
    const auto& words = call.words;
    const FormState state{words, problems.empty() ? Fields{} : call.request.form, problems};
    const Desk* desk = call.request.query.get("sit").empty() && problems.empty() ? own_desk(call, *day) : nullptr;
    const std::string title = desk ? words("advice.day.desk.number", {{"number", std::to_string(desk->number)}})
                                   : words("advice.day.desk.title");
    return module::page(
        call,
        {.title = title,
         .crumbs = {{day->site.name, day_link(call, *day, "")}},
         .lead = desk ? "" : words("advice.day.desk.lead")},
        [&](Html& h) { desk ? at_desk(call, h, *day, *desk) : sit_form(call, h, *day, state); }, status);
}

std::string desk_link(const module::Call& call, int desk) {
    return call.link("/advice/" + std::string(call.part("site")) + "/desk?desk=" + std::to_string(desk));
}

}  // namespace

Response desk_page(module::Call& call) {
    return show_desk(call, {}, 200);
}

Response sit_now(module::Call& call) {
    const auto day = day_of(call);
    if (!day) return module::not_found(call);
    if (!day->session) return Response::redirect(day_link(call, *day, ""));
    Desk desk;
    desk.number = number_of(call.request.form.get("desk"), 0);
    desk.volunteer = own_skills(call.room(), call.caller).volunteer;
    for (const auto code : call.request.form.every("language"))
        if (language_of(code)) desk.languages.emplace_back(code);
    desk.experienced = call.request.form.get("experienced") == "yes";
    const bool take_over = call.request.form.get("take_over") == "yes";
    const auto sat = sit_down(call.room(), call.caller, day->session->id, desk, take_over);
    if (!sat && !module::is_refusal(sat.problems())) return show_desk(call, sat.problems(), 422);
    return after(call, *day, sat.problems(), desk_link(call, desk.number), "advice.day.flash.sat");
}

Response leave_now(module::Call& call) {
    const auto day = day_of(call);
    if (!day) return module::not_found(call);
    if (!day->session) return Response::redirect(day_link(call, *day, ""));
    const int desk = number_of(call.request.form.get("desk"), 0);
    const auto left = leave_desk(call.room(), call.caller, day->session->id, desk);
    return after(call, *day, left.problems(), left ? day_link(call, *day, "") : desk_link(call, desk),
                 "advice.day.flash.left_desk");
}

Response next_now(module::Call& call) {
    const auto day = day_of(call);
    if (!day) return module::not_found(call);
    if (!day->session) return Response::redirect(day_link(call, *day, ""));
    const int desk = number_of(call.request.form.get("desk"), 0);
    const auto next = call_next(call.room(), call.caller, day->session->id, desk, call.now());
    return after(call, *day, next.problems(), desk_link(call, desk), "advice.day.flash.called");
}

Response step_now(module::Call& call) {
    const auto day = day_of(call);
    const auto ticket = TicketId::parse(call.request.form.get("ticket"));
    const auto what = step_of(call.request.form.get("step"));
    if (!day || !ticket || !what) return module::not_found(call);
    const int desk = number_of(call.request.form.get("desk"), 0);
    const int to = number_of(call.request.form.get("to_desk"), 0);
    const auto done =
        step(call.room(), call.caller, *ticket, desk, *what, call.now(), to > 0 ? std::optional(to) : std::nullopt);
    return after(call, *day, done.problems(), desk_link(call, desk), "advice.day.flash.step");
}

}  // namespace samrum::advice::day
