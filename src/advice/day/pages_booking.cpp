// Booked times: chosen with the number on the phone, or by a host for somebody who stands there; moved and cancelled
// with the code alone.
#include "advice/day/actions_booking.hpp"
#include "advice/day/pages.hpp"
#include "advice/day/pages_parts.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/web/rate_limit.hpp"

namespace samrum::advice::day {
namespace {

using namespace web;

/// Nobody knows who tries, so all who do share the tries of their room, whose every page takes its codes. A code has 49
/// random bits: with a try a second nobody comes upon one, and wrong codes of a few close the page to nobody.
constexpr RateLimit::Rule kCodeTries{600, std::chrono::seconds(1)};

bool may_try(const module::Call& call) {
    static RateLimit tries(kCodeTries);
    return !tries.take(call.head->id.text());
}

/// "0194…/1020": the session and the minute of its day.
std::string slot_value(const Slot& slot) {
    return slot.session.text() + "/" + std::to_string(slot.starts.minutes);
}
struct Chosen {
    SessionId session;
    base::ClockTime starts;
};
std::optional<Chosen> chosen_slot(std::string_view value) {
    const auto bar = value.find('/');
    if (bar == std::string_view::npos || value.size() - bar > 6) return std::nullopt;
    const auto session = SessionId::parse(value.substr(0, bar));
    int minutes = 0;
    for (const char c : value.substr(bar + 1)) {
        if (c < '0' || c > '9') return std::nullopt;
        minutes = minutes * 10 + (c - '0');
    }
    if (!session || minutes >= 24 * 60) return std::nullopt;
    return Chosen{*session, {minutes}};
}

std::string slot_words(const text::Words& words, const Slot& slot) {
    const std::string_view comma = words.right_to_left() ? "، " : ", ";
    return words.weekday(slot.day) + " " + words.date(slot.day) + std::string(comma) + words.time(slot.starts);
}

void slot_choice(Html& h, const text::Words& words, const std::vector<FreeTimes>& all, std::string_view chosen = {}) {
    // The first has the field's own id, so that the summary of what is wrong leads there.
    auto id = attr::id("field-slot");
    for (const FreeTimes& site : all) {
        h(tag::fieldset, attr::cls("v-slots"), [&] {
            h(tag::legend, [&] { name(h, site.site.name); });
            for (const Slot& slot : site.slots)
                h(tag::label, attr::cls("v-slot"), [&] {
                    const std::string value = slot_value(slot);
                    h(tag::input, attr::type("radio"), id, attr::name("slot"), attr::value(value),
                      attr::flag<"checked">(value == chosen), attr::flag<"required">());
                    id.present = false;
                    h(tag::bdi, slot_words(words, slot));
                });
        });
    }
}

void say_in(Html& h, const Visitor& visitor, std::string_view key) {
    h(tag::p, attr::cls("v-lead"), [&] { visitor.say(h, key); });
}

/// The code, shown once: from here on only its hash is known.
void code_shown(Html& h, const Visitor& visitor, const Booked& booked) {
    h(tag::p, attr::cls("v-lead"), [&] { h(tag::bdi, slot_words(visitor.words(), booked.slot)); });
    h(tag::p, attr::cls("v-code"), [&] {
        h(tag::span, attr::cls("v-number__label"), [&] { visitor.say(h, "visitor.your_code"); });
        isolated(h, booked.code);
    });
    h(tag::p, [&] { visitor.say(h, "visitor.keep_code"); });
}

void code_form(module::Call& call, Html& h, const Visitor& visitor) {
    query_form(h, call.link("/a/" + std::string(call.part("site")) + "/booking"), [&] {
        hidden(h, "l", visitor.language());
        h(tag::label, attr::cls("v-question"), attr::for_("code"), [&] { visitor.say(h, "visitor.enter_code"); });
        h(tag::input, attr::type("text"), attr::cls("ds-input"), attr::id("code"), attr::name("code"), attr::dir("ltr"),
          attr::set<"autocomplete">("off"), attr::set<"autocapitalize">("characters"), attr::set<"maxlength">("20"));
        visitor.button(h, "visitor.show");
    });
}

Response show_booking(module::Call& call, std::string_view typed, std::string_view problem, int status);

Response too_many_tries(module::Call& call) {
    return show_booking(call, "", "visitor.too_many", 429);
}

Response show_booking(module::Call& call, std::string_view typed, std::string_view problem, int status) {
    const Visitor visitor(call);
    const auto day = view_by_secret(call.room(), call.part("site"), "");
    if (!day) return module::not_found(call);
    const bool tried = !typed.empty();
    if (tried && !may_try(call)) return too_many_tries(call);
    const auto own = tried ? own_booking(call.room(), typed) : std::nullopt;
    return visitor_document(
        call, visitor, {.title = visitor.text("visitor.booked_title"), .site = own ? own->site.name : day->site.name},
        [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, "visitor.booked_title"); });
            if (!problem.empty()) say_in(h, visitor, problem);
            if (!own) {
                if (tried && problem.empty()) say_in(h, visitor, "visitor.wrong_code");
                code_form(call, h, visitor);
                return language_choice(h, visitor, "/booking");
            }
            const auto send = [&](std::string_view what, const std::function<void()>& inside) {
                form(h, call.csrf, call.link("/a/" + own->site.slug + "/booking/" + std::string(what)), [&] {
                    hidden(h, "l", visitor.language());
                    hidden(h, "code", typed);
                    inside();
                });
            };
            const bool holds = still_holds(own->booking, own->session);
            if (!holds) say_in(h, visitor, "visitor.booking_cancelled");
            h(tag::p, attr::cls("v-lead"), [&] {
                name(h, own->site.name);
                h(tag::br);
                h(tag::bdi, slot_words(visitor.words(), {{}, {}, own->booking.day, own->booking.starts}));
            });
            if (!holds) say_in(h, visitor, "visitor.ask_us");
            if (own->session.state == sites::SessionState::open && !own->booking.arrived)
                send("here", [&] { visitor.button(h, "visitor.here"); });
            if (own->booking.arrived) return;
            if (const auto free = free_times(call.room(), call.today(), own->site.municipality, &own->booking);
                !free.empty()) {
                h(tag::h2, [&] { visitor.say(h, "visitor.move"); });
                send("move", [&] {
                    slot_choice(h, visitor.words(), free);
                    visitor.button(h, "visitor.move", false);
                });
            }
            send("cancel", [&] { visitor.button(h, "visitor.cancel_booking", false); });
        },
        status);
}

}  // namespace

void booked_part(module::Call& call, Html& h, const base::Uuid& session) {
    if (!may(call.caller, kAdvise)) return;
    const auto count = booked_at(call.room(), SessionId{session});
    if (count > 0)
        notice(h, Tone::warning, call.words("advice.day.book.there", {{"count", count}}),
               call.words("advice.day.book.there.text"));
}

Response booking_page(module::Call& call) {
    const auto done = call.request.query.get("done");
    return show_booking(call, call.request.query.get("code"), done == "cancelled" ? "visitor.booking_cancelled" : "",
                        200);
}

Response booking_move_now(module::Call& call) {
    const std::string code(call.request.form.get("code"));
    const auto slot = chosen_slot(call.request.form.get("slot"));
    if (!may_try(call)) return too_many_tries(call);
    if (!slot) return show_booking(call, code, "visitor.no_times", 422);
    const auto moved = move_own(call.room(), call.today(), code, slot->session, slot->starts);
    if (!moved) return show_booking(call, code, "visitor.no_times", 409);
    const auto own = own_booking(call.room(), code);
    const Visitor visitor(call);
    Fields query;
    query.add("l", std::string(visitor.language()));
    query.add("code", code);
    return Response::redirect(call.link("/a/" + (own ? own->site.slug : std::string(call.part("site"))) + "/booking") +
                              "?" + query.encoded());
}

Response booking_cancel_now(module::Call& call) {
    const std::string code(call.request.form.get("code"));
    if (!may_try(call)) return too_many_tries(call);
    const auto cancelled = cancel_booking(call.room(), code);
    if (!cancelled) return show_booking(call, code, "visitor.wrong_code", 409);
    const Visitor visitor(call);
    return Response::redirect(visitor.link("/booking", "done=cancelled"));
}

Response booking_here_now(module::Call& call) {
    const std::string code(call.request.form.get("code"));
    if (!may_try(call)) return too_many_tries(call);
    const auto own = own_booking(call.room(), code);
    if (!own) return show_booking(call, code, "", 409);
    const auto owner = arrive_own(call.room(), code, call.now());
    if (!owner) return show_booking(call, code, "visitor.not_open", 409);
    const Visitor visitor(call);
    if (const auto there = own_ticket(call.room(), own->site.slug, *owner)) announce(call, *there->day.open);
    Fields query;
    query.add("l", std::string(visitor.language()));
    return Response::redirect(call.link("/a/" + own->site.slug + "/t/" + *owner) + "?" + query.encoded());
}

Response own_times_page(module::Call& call) {
    const auto own = own_ticket(call.room(), call.part("site"), call.part("owner"));
    if (!own) return Response::redirect(Visitor(call).link(""));
    const Visitor visitor(call);
    const auto free = free_times(call.room(), call.today(), own->day.site.municipality);
    return visitor_document(
        call, visitor, {.title = visitor.text("visitor.book"), .site = own->day.site.name}, [&](Html& h) {
            h(tag::h1, [&] { visitor.say(h, "visitor.book"); });
            if (free.empty()) return say_in(h, visitor, "visitor.no_times");
            form(h, call.csrf,
                 call.link("/a/" + own->day.site.slug + "/t/" + std::string(call.part("owner")) + "/book"), [&] {
                     hidden(h, "l", visitor.language());
                     slot_choice(h, visitor.words(), free);
                     visitor.button(h, "visitor.book");
                 });
        });
}

Response book_own_now(module::Call& call) {
    const auto own = own_ticket(call.room(), call.part("site"), call.part("owner"));
    const auto slot = chosen_slot(call.request.form.get("slot"));
    if (!own || !slot) return own_times_page(call);
    const Visitor visitor(call);
    const auto booked =
        book_own(call.room(), call.today(), call.part("owner"), slot->session, slot->starts, call.now());
    if (!booked) return own_times_page(call);
    announce(call, *own->day.open);
    return visitor_document(call, visitor, {.title = visitor.text("visitor.booked_title"), .site = own->day.site.name},
                            [&](Html& h) {
                                h(tag::h1, [&] { visitor.say(h, "visitor.booked_title"); });
                                code_shown(h, visitor, *booked);
                            });
}

namespace {

Response show_book(module::Call& call, const FormState& state, int status) {
    const auto day = day_view(call.room(), call.caller, call.today(), call.part("site"));
    if (!day) return module::not_found(call);
    const auto free = free_times(call.room(), call.today(), day->site.municipality);
    return module::page(
        call,
        {.title = call.words("advice.day.book.title"),
         .crumbs = {{day->site.name, call.link("/advice/" + day->site.slug)}},
         .lead = call.words("advice.day.book.lead")},
        [&](Html& h) {
            error_summary(h, state);
            if (free.empty())
                return empty_state(h, call.words("advice.day.book.none"), call.words("advice.day.book.none.text"));
            form(h, call.csrf, call.link("/advice/" + day->site.slug + "/book"), [&] {
                std::vector<Option> options;
                for (const Language& one : languages())
                    options.push_back({std::string(one.code), call.words("module.language." + std::string(one.code))});
                select_field(h, state, {.name = "language", .label = call.words("advice.day.field.language")}, options);
                slot_choice(h, call.words, free, state.values.get("slot"));
                actions(h, [&] { submit_button(h, call.words("advice.day.book.do")); });
            });
        },
        status);
}

}  // namespace

Response book_page(module::Call& call) {
    return show_book(call, {call.words, call.request.query}, 200);
}

Response book_now(module::Call& call) {
    const auto slot = chosen_slot(call.request.form.get("slot"));
    const std::string language(call.request.form.get("language"));
    base::ProblemList wrong;
    if (!language_of(language)) wrong.add(base::problem("language", "advice.day.problem.language"));
    if (!slot) wrong.add(base::problem("slot", "advice.day.problem.slot_missing"));
    const base::Result<Booked> booked =
        wrong.empty() ? book_for(call.room(), call.caller, call.today(), slot->session, slot->starts, language)
                      : base::Result<Booked>(wrong.all());
    if (!booked) {
        if (auto refused = module::refused_page(call, booked.problems())) return std::move(*refused);
        return show_book(call, {call.words, call.request.form, booked.problems()}, 422);
    }
    const std::string back = call.link("/advice/" + std::string(call.part("site")) + "/host");
    return module::page(
        call, {.title = call.words("advice.day.book.done"), .lead = call.words("advice.day.book.paper")}, [&](Html& h) {
            h(tag::p, attr::cls("v-code"), [&] { isolated(h, booked->code); });
            definition_list(h, {{call.words("advice.day.book.when"), Content(slot_words(call.words, booked->slot))}});
            actions(h, [&] {
                print_button(h, call.words);
                link_button(h, back, call.words("advice.day.host.title"), Variant::secondary);
            });
        });
}

}  // namespace samrum::advice::day
