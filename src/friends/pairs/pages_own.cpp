// A pair's own page, behind the secret address of one of them: "we met", and how far they have come. Nothing of what
// the coordinator sees stands here.
#include "friends/pairs/actions_own.hpp"
#include "friends/pairs/pages.hpp"
#include "friends/pairs/pages_parts.hpp"
#include "friends/people/pages_visitor.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::friends::pairs {

using namespace web;
using people::OwnVisitor;

namespace {

constexpr int kTaps[] = {1, 2, 3};  ///< hours, a button each

std::string secret_of(const module::Call& call) {
    return std::string(call.part("secret"));
}
std::string own_path(const module::Call& call, std::string_view below) {
    return call.link("/k/" + secret_of(call) + std::string(below));
}

/// One month of the promise: a bar that fills, and the hours in words.
void month_item(Html& h, const OwnVisitor& visitor, const OwnPair& own, const PairMonth& month) {
    const std::int64_t promised = std::int64_t{60} * own.pair.hours_a_month;
    const double share =
        promised == 0 ? 0 : static_cast<double>(std::min(month.minutes, promised)) / static_cast<double>(promised);
    h(tag::li, attr::cls(month.is_now ? "f-month f-month--now" : "f-month"), [&] {
        h(tag::bdi, attr::cls("f-month__label"), visitor.words().number(month.number));
        h(tag::svg, attr::cls("f-month__bar"), attr::set<"viewBox">("0 0 100 1"),
          attr::set<"preserveAspectRatio">("none"), attr::set<"aria-hidden">("true"),
          [&] { h(tag::rect, attr::set<"width">(fmt::format("{:.1f}", 100 * share)), attr::set<"height">("1")); });
        if (!month.is_coming)
            h(tag::bdi, visitor.text("friend.pair.time", {{"hours", hours_text(visitor.words(), month.minutes)}}));
    });
}

void progress_part(Html& h, const OwnVisitor& visitor, const OwnPair& own) {
    const std::int64_t months = own.pair.months;
    h(tag::section, attr::cls("f-progress"), [&] {
        if (own.progress.is_full) {
            h(tag::h2, [&] { visitor.say(h, "friend.pair.done", {{"months", months}}); });
            h(tag::p, [&] { visitor.say(h, "friend.pair.go_on"); });
        } else {
            h(tag::h2, [&] {
                visitor.say(h, "friend.pair.month",
                            {{"month", std::int64_t{own.progress.month_now}}, {"months", months}});
            });
            h(tag::p, attr::cls("v-lead"), [&] {
                visitor.say_in_each(h, "friend.pair.hours_now", [&](const text::Words& words) {
                    return base::MessageArgs{{"hours", hours_text(words, own.progress.minutes_now)},
                                             {"promised", std::int64_t{own.pair.hours_a_month}}};
                });
            });
        }
        h(tag::ol, attr::cls("f-months"), [&] {
            for (const PairMonth& month : own.progress.months) month_item(h, visitor, own, month);
        });
    });
}

void met_today(module::Call& call, Html& h, const OwnVisitor& visitor, const Meeting& one) {
    h(tag::div, attr::cls("v-saved"), attr::set<"role">("status"), [&] {
        h(tag::p, attr::cls("v-lead"), [&] {
            visitor.say_in_each(h, "friend.pair.noted_today", [&](const text::Words& words) {
                return base::MessageArgs{{"hours", hours_text(words, one.minutes)}};
            });
        });
        form(h, call.csrf, own_path(call, "/met/undo"), [&] {
            hidden(h, "l", visitor.language());
            hidden(h, "day", one.day.iso());
            visitor.button(h, "friend.pair.undo", false);
        });
    });
}

void tap_part(module::Call& call, Html& h, const OwnVisitor& visitor) {
    form(h, call.csrf, own_path(call, "/met"), [&] {
        hidden(h, "l", visitor.language());
        h(tag::fieldset, attr::cls("f-taps"), [&] {
            h(tag::legend, [&] { visitor.say(h, "friend.pair.met"); });
            for (const int hours : kTaps)
                h(tag::button, attr::cls("ds-button v-button"), attr::type("submit"), attr::name("hours"),
                  attr::value(std::to_string(hours)), attr::set<"data-variant">("primary"), [&] {
                      visitor.say(h, "friend.pair.tap", {{"count", std::int64_t{hours}}});
                  });
        });
    });
}

void other_day(module::Call& call, Html& h, const OwnVisitor& visitor, bool open) {
    h(tag::details, attr::cls("v-details"), attr::flag<"open">(open), [&] {
        h(tag::summary, [&] { visitor.say(h, "friend.pair.other_day"); });
        form(h, call.csrf, own_path(call, "/met"), [&] {
            hidden(h, "l", visitor.language());
            h(tag::label, attr::for_("day"), [&] { visitor.say(h, "friend.pair.day"); });
            h(tag::input, attr::cls("ds-input"), attr::id("day"), attr::name("day"), attr::type("date"),
              attr::value(call.request.form.get("day").empty() ? call.today().iso()
                                                               : std::string(call.request.form.get("day"))));
            h(tag::label, attr::for_("hours"), [&] { visitor.say(h, "friend.pair.how_long"); });
            h(tag::input, attr::cls("ds-input"), attr::id("hours"), attr::name("hours"), attr::type("text"),
              attr::set<"inputmode">("decimal"), attr::set<"maxlength">("5"),
              attr::value(call.request.form.get("hours")), attr::set<"dir">("ltr"));
            visitor.button(h, "friend.save", false);
        });
    });
}

void recent_part(module::Call& call, Html& h, const OwnVisitor& visitor, const OwnPair& own) {
    if (own.recent.empty()) return;
    h(tag::section, [&] {
        h(tag::h2, [&] { visitor.say(h, "friend.pair.recent"); });
        h(tag::ul, attr::cls("f-notes"), [&] {
            for (const Meeting& one : own.recent)
                h(tag::li, [&] {
                    h(tag::span, [&] {
                        h(tag::bdi, visitor.words().date(one.day));
                        h.text(" · ");
                        h(tag::bdi,
                          visitor.text("friend.pair.time", {{"hours", hours_text(visitor.words(), one.minutes)}}));
                    });
                    if (own.pair.ended_on) return;
                    form(h, call.csrf, own_path(call, "/met/undo"), [&] {
                        hidden(h, "l", visitor.language());
                        hidden(h, "day", one.day.iso());
                        h(tag::button, attr::cls("ds-button"), attr::type("submit"),
                          attr::set<"data-variant">("tertiary"), [&] {
                              h.text(visitor.text("friend.pair.undo"));
                              h(tag::span, attr::cls("ds-sr-only"), " " + visitor.words().date(one.day));
                          });
                    });
                });
        });
    });
}

void state_of_pair(Html& h, const OwnVisitor& visitor, const Pair& pair) {
    const auto tell = [&](std::string_view key) { people::lead(h, visitor, key); };
    switch (pair.state()) {
        case PairState::going:
            return;
        case PairState::paused:
            return tell("friend.pair.paused");
        case PairState::broken:
            return tell("friend.pair.friend_gone");
        case PairState::ended:
            return tell("friend.pair.ended");
    }
}

void links_part(Html& h, const OwnVisitor& visitor) {
    for (const auto& [below, key] : {std::pair{"/activities", "friend.activity.title"},
                                     {"/assessment", "friend.assess.see"},
                                     {"", "friend.pair.own_page"}})
        h(tag::p,
          [&] { h(tag::a, attr::cls("v-link"), attr::href(visitor.link(below)), [&] { visitor.say(h, key); }); });
}

Response show_own_pair(module::Call& call, const OwnPair& own, bool problem) {
    const OwnVisitor visitor(call, own.self.language);
    const bool writes = own.pair.state() != PairState::ended && own.pair.state() != PairState::broken;
    const auto title = own.friend_name
                           ? visitor.text("friend.pair.with", {{"name", people::first_name(*own.friend_name)}})
                           : visitor.text("friend.pair.with_friend");
    return module::visitor_document(
        call, visitor, {.title = title, .site = programme_name(call.room(), own.self.programme)},
        [&](Html& h) {
            h(tag::h1, [&] {
                if (own.friend_name)
                    visitor.say(h, "friend.pair.with", {{"name", people::first_name(*own.friend_name)}});
                else
                    visitor.say(h, "friend.pair.with_friend");
            });
            if (problem)
                h(tag::p, attr::cls("f-problem"), attr::set<"role">("alert"),
                  [&] { visitor.say(h, "friend.pair.problem"); });
            state_of_pair(h, visitor, own.pair);
            if (writes) {
                own.of_today ? met_today(call, h, visitor, *own.of_today) : tap_part(call, h, visitor);
                other_day(call, h, visitor, problem);
            }
            progress_part(h, visitor, own);
            recent_part(call, h, visitor, own);
            h(tag::p, [&] { visitor.promise(h, "friend.promise.notes"); });
            links_part(h, visitor);
            module::language_choice(h, visitor, "/pair");
        },
        problem ? 422 : 200);
}

/// Back to the pair's page, or to a page for nobody.
Response back_to_pair(module::Call& call, bool done) {
    const auto own = own_pair(call.room(), secret_of(call), call.today());
    if (!own) return people::nobody_here(call);
    if (!done) return show_own_pair(call, *own, true);
    return Response::redirect(OwnVisitor(call, own->self.language).link("/pair"));
}

}  // namespace

Response own_start_page(module::Call& call) {
    return people::own_page(call, friend_is_gone(call.room(), secret_of(call)));
}

Response own_pair_page(module::Call& call) {
    const auto own = own_pair(call.room(), secret_of(call), call.today());
    return own ? show_own_pair(call, *own, false) : people::nobody_here(call);
}

Response own_met_now(module::Call& call) {
    const MetInput input{typed(call, "day"), typed(call, "hours")};
    return back_to_pair(call, static_cast<bool>(note_own_met(call.room(), secret_of(call), call.today(), input)));
}

Response own_met_undo(module::Call& call) {
    const auto undone = undo_own_met(call.room(), secret_of(call), call.today(), typed(call, "day"));
    // What is gone already is as it should be: two taps are no mistake.
    const bool is_gone = !undone && undone.problems().front().message.key == "friends.pairs.met.unknown";
    return back_to_pair(call, undone || is_gone);
}

}  // namespace samrum::friends::pairs
