// The day of a site: open it before the doors, see how it stands, close it.
#include "advice/day/pages.hpp"
#include "advice/day/pages_staff.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/rules_input.hpp"

#include <algorithm>
#include <set>

namespace samrum::advice::day {
namespace {

using namespace web;

std::string clock_words(const text::Words& words, const sites::Session& session) {
    return words.times(session.starts, session.ends);
}

/// The sessions of today that can be opened.
void to_open(module::Call& call, Html& h, const DayView& day) {
    const auto& words = call.words;
    bool any = false;
    for (const auto& session : day.today) {
        if (session.state != sites::SessionState::planned) continue;
        any = true;
        form(h, call.csrf, day_link(call, day, "/open"), [&] {
            hidden(h, "session", session.id.text());
            paragraph(h, words("advice.day.open.lead", {{"times", clock_words(words, session)}}));
            actions(h, [&] { submit_button(h, words("advice.day.open.do")); });
        });
    }
    if (!any) empty_state(h, words("advice.day.none"), words("advice.day.none.text"));
    for (const auto& session : day.today)
        if (session.state == sites::SessionState::held)
            paragraph(h, words("advice.day.held", {{"times", clock_words(words, session)}}));
}

void how_it_stands(module::Call& call, Html& h, const DayView& day) {
    const auto count = [&](auto is) { return static_cast<std::int64_t>(std::ranges::count_if(day.tickets, is)); };
    const auto waiting = count([](const Ticket& one) { return one.state == TicketState::waiting; });
    const auto talking = count(
        [](const Ticket& one) { return one.state == TicketState::called || one.state == TicketState::with_adviser; });
    const auto done = count([](const Ticket& one) { return one.state == TicketState::done; });
    const std::string context = call.words("advice.day.now");
    key_figures(h, {{call.words("advice.day.waiting"), [&, waiting] { number(h, call.words, waiting); }, context},
                    {call.words("advice.day.talking"), [&, talking] { number(h, call.words, talking); }, context},
                    {call.words("advice.day.helped"), [&, done] { number(h, call.words, done); }, context}});
}

void screens(module::Call& call, Html& h, const DayView& day) {
    const auto& words = call.words;
    const std::string visitor = call.link("/a/" + day.site.slug);
    const std::string key = "?k=" + day.open->secret;
    section(h, words("advice.day.screens"), [&] {
        paragraph(h, words("advice.day.screens.lead"));
        actions(h, [&] {
            if (day.site.wall)
                link_button(h, visitor + "/wall" + key, words("advice.day.wall.title"), Variant::secondary);
            if (day.site.kiosk) link_button(h, visitor + "/kiosk" + key, words("advice.day.kiosk"), Variant::secondary);
            link_button(h, visitor + key, words("advice.day.phone"), Variant::secondary);
        });
        if (day.site.phone_tickets) {
            qr_picture(h, phone_address(call, day), words("advice.day.qr"));
            copyable(h, words, phone_address(call, day));
        }
        form(h, call.csrf, day_link(call, day, "/set"), [&] {
            hidden(h, "session", day.session->id.text());
            paragraph(h, words("advice.day.renew.text"));
            actions(h, [&] {
                submit_button(h, words(day.open->full ? "advice.day.not_full" : "advice.day.full"), Variant::secondary,
                              Tone::accent, "do", day.open->full ? "not_full" : "full");
                submit_button(h, words("advice.day.renew"), Variant::tertiary, Tone::accent, "do", "renew");
            });
        });
    });
}

void close_form(module::Call& call, Html& h, const DayView& day, const FormState& state) {
    const auto& words = call.words;
    std::set<std::string> people;
    int unnamed = 0;
    for (const Desk& one : day.desks)
        if (one.volunteer.empty() || !people.insert(one.volunteer).second) unnamed += one.volunteer.empty() ? 1 : 0;
    const int advisers = static_cast<int>(people.size()) + unnamed;
    const int minutes = advisers * (day.session->ends.minutes - day.session->starts.minutes);
    const int digits = minutes % 60 == 0 ? 0 : minutes % 6 == 0 ? 1 : 2;  // "8", "7,5", "6,75"
    const auto waiting = static_cast<std::int64_t>(
        std::ranges::count_if(day.tickets, [](const Ticket& one) { return one.state == TicketState::waiting; }));
    const auto content = [&] {
        paragraph(h, words("advice.day.close.text"));
        if (waiting > 0)
            notice(h, Tone::warning, words("advice.day.close.waiting", {{"waiting", waiting}}),
                   words("advice.day.close.waiting.text"));
        error_summary(h, state);
        form(h, call.csrf, day_link(call, day, "/close"), [&] {
            hidden(h, "session", day.session->id.text());
            number_field(h, state,
                         {.name = "advisers",
                          .label = words("advice.day.field.advisers"),
                          .fallback = std::to_string(advisers),
                          .width = Width::narrow});
            text_field(h, state,
                       {.name = "hours",
                        .label = words("advice.day.field.hours"),
                        .description = words("advice.day.field.hours.text"),
                        .fallback = words.decimal(minutes / 60.0, digits),
                        .input_mode = "decimal",
                        .width = Width::narrow});
            checkbox(h, state, {.name = "not_held", .label = words("advice.day.close.not_held")});
            actions(h, [&] { submit_button(h, words("advice.day.close.do"), Variant::primary, Tone::danger); });
        });
    };
    section(h, words("advice.day.close.title"), [&] {
        paragraph(h, words("advice.day.close.lead"));
        // With problems it stands open in the page: what was wrong must be seen.
        if (!state.problems.empty()) return details(h, words("advice.day.close.open"), content, true);
        dialog(h, words,
               {.id = "close", .opener = words("advice.day.close.open"), .title = words("advice.day.close.question")},
               content);
    });
}

Response show_day(module::Call& call, const base::Problems& problems, int status) {
    const auto day = day_of(call);
    if (!day) return module::not_found(call);
    const auto& words = call.words;
    const FormState state{words, problems.empty() ? Fields{} : call.request.form, problems};
    return module::page(
        call,
        {.title = day->site.name,
         .crumbs = {{words("advice.day.crumb"), call.link("/advice")}},
         .lead = day->session ? words("advice.day.is_open", {{"times", clock_words(words, *day->session)}})
                              : words("advice.day.is_closed")},
        [&](Html& h) {
            if (!day->open) {
                error_summary(h, state);
                return to_open(call, h, *day);
            }
            actions(h, [&] {
                link_button(h, day_link(call, *day, "/host"), words("advice.day.host.title"));
                link_button(h, day_link(call, *day, "/desk"), words("advice.day.desk.title"));
                link_button(h, day_link(call, *day, "/book"), words("advice.day.book.title"), Variant::secondary);
                link_button(h, call.link("/advice/sheets?session=" + day->session->id.text()),
                            words("advice.sheets.list.title"), Variant::secondary);
            });
            live(h, "day", staff_topic(call.head->id), [&] { how_it_stands(call, h, *day); });
            screens(call, h, *day);
            if (may(call.caller, kRunAdvice))
                paragraph(h, [&] { link(h, call.link("/advice/phrases"), words("advice.day.phrases.title")); });
            close_form(call, h, *day, state);
        },
        status);
}

std::optional<SessionId> session_in(const module::Call& call) {
    const auto id = SessionId::parse(call.request.form.get("session"));
    return id ? std::optional(*id) : std::nullopt;
}

/// The coordinators' start page follows too.
void announce_room(const module::Call& call) {
    if (call.house.events && call.head) call.house.events->publish(staff_topic(call.head->id), "");
}

}  // namespace

Response site_day_page(module::Call& call) {
    return show_day(call, {}, 200);
}

Response open_now(module::Call& call) {
    const auto id = session_in(call);
    if (!id) return module::not_found(call);
    const auto opened = open_day(call.room(), call.caller, call.today(), *id);
    if (!opened) {
        if (auto refused = module::refused_page(call, opened.problems())) return std::move(*refused);
        return show_day(call, opened.problems(), 422);
    }
    announce_room(call);
    return call.done(call.link("/advice/" + std::string(call.part("site"))), "advice.day.flash.opened");
}

Response close_now(module::Call& call) {
    const auto day = day_of(call);
    const auto id = session_in(call);
    if (!day || !id) return module::not_found(call);
    const auto& fields = call.request.form;
    const Held held{number_of(fields.get("advisers"), -1), sites::minutes_typed(fields.get("hours")).value_or(-1)};
    const auto closed = close_day(call.room(), call.caller, *id, held, fields.get("not_held") == "yes");
    if (!closed) {
        if (auto refused = module::refused_page(call, closed.problems())) return std::move(*refused);
        return show_day(call, closed.problems(), 422);
    }
    announce_room(call);
    return after(call, *day, {}, call.link("/advice/" + day->site.slug), "advice.day.flash.closed");
}

Response set_day_now(module::Call& call) {
    const auto day = day_of(call);
    const auto id = session_in(call);
    if (!day || !id) return module::not_found(call);
    const std::string_view what = call.request.form.get("do");
    const auto set = what == "renew" ? renew_secret(call.room(), call.caller, *id)
                                     : set_full(call.room(), call.caller, *id, what == "full");
    return after(call, *day, set.problems(), call.link("/advice/" + day->site.slug),
                 what == "renew" ? "advice.day.flash.renewed" : "advice.day.flash.set");
}

}  // namespace samrum::advice::day
