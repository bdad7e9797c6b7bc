// Handing over to a successor: what moves, who takes over from which day, and a note.
#include "app/handover.hpp"
#include "app/pages.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

using namespace web;

void moving_part(module::Call& call, Html& h, const std::vector<Moving>& moving) {
    const auto& words = call.words;
    section(h, words("handover.moves"), [&] {
        paragraph(h, words("handover.moves.lead"));
        for (const Moving& part : moving) {
            heading(h, 3,
                    words("handover.moves.part",
                          {{"what", words(part.kind)}, {"count", static_cast<std::int64_t>(part.what.size())}}));
            std::vector<Content> lines;
            lines.reserve(part.what.size());
            for (const std::string& one : part.what) lines.emplace_back([&h, &one] { name(h, one); });
            bullets(h, lines);
        }
        small_print(h, words("handover.moves.not"));
    });
}

/// For an administrator: whose function it is, chosen first, so that the page can tell what moves.
void whose_form(module::Call& call, Html& h, const std::vector<Outgoing>& candidates, const Outgoing& chosen) {
    if (candidates.size() < 2) return;
    query_form(h, call.link("/tasks/handover"), [&] {
        std::vector<Option> options;
        options.reserve(candidates.size());
        for (const Outgoing& one : candidates)
            options.push_back({one.account.text(), one.function + " (" + one.email + ")", ""});
        select_field(h, {call.words, {}, {}},
                     {.name = "from", .label = call.words("handover.from.label"), .fallback = chosen.account.text()},
                     options);
        submit_button(h, call.words("handover.show"), Variant::secondary);
    });
}

void successor_form(module::Call& call, Html& h, const Outgoing& from, const FormState& state) {
    const auto& words = call.words;
    section(h, words("handover.successor"), [&] {
        form(h, call.csrf, call.link("/tasks/handover"), [&] {
            hidden(h, "from", from.account.text());
            email_field(
                h, state,
                {.name = "email", .label = words("handover.email"), .description = words("handover.email.about")});
            text_field(h, state,
                       {.name = "function",
                        .label = words("handover.function"),
                        .description = words("handover.function.about"),
                        .fallback = from.function,
                        .max_length = 80});
            date_field(h, state,
                       {.name = "first",
                        .label = words("handover.first"),
                        .description = words("handover.first.about"),
                        .fallback = call.today().plus_days(1).iso()});
            text_area(h, state,
                      {.name = "note",
                       .label = words("handover.note"),
                       .description = words("handover.note.about"),
                       .optional = true},
                      8);
            // Nothing takes it back but the administrator, grant by grant: so it is asked.
            checkbox(h, state, {.name = "sure", .label = words("handover.sure.label")});
            actions(h, [&] { submit_button(h, words("handover.do")); });
        });
    });
}

void earlier_part(module::Call& call, Html& h, const std::vector<Handover>& all) {
    if (all.empty()) return;
    const auto& words = call.words;
    section(h, words("handover.earlier"), [&] {
        for (const Handover& one : all) {
            heading(h, 3,
                    words("handover.earlier.title",
                          {{"from", one.from_function}, {"to", one.to_function}, {"first", words.date(one.first)}}));
            if (!one.note.empty()) {
                const std::string note = text::markdown_html(one.note, 4);
                h(tag::div, attr::cls("prose"), TrustedHtml{note});
            }
            details(h, words("handover.moved"), [&] { h(tag::pre, one.moved); });
            small_print(h, words("handover.agreed", {{"who", one.agreed_by}, {"on", words.date(one.agreed_on)}}));
        }
    });
}

Response show_handover(module::Call& call, const FormState& state) {
    if (!may_hand_over(call.caller)) return module::not_found(call);
    const auto& words = call.words;
    const auto candidates = outgoing(call.lobby(), *call.head, call.caller, call.today());
    const std::string wanted(state.values.has("from") ? state.values.get("from") : call.request.query.get("from"));
    auto chosen = std::ranges::find_if(candidates, [&](const Outgoing& one) { return one.account.text() == wanted; });
    if (chosen == candidates.end()) chosen = candidates.begin();
    return module::page(
        call,
        {.title = words("handover.title"),
         .crumbs = {{words("home.title"), call.link("/home")}, {words("tasks.title"), call.link("/tasks")}},
         .lead = words("handover.lead")},
        [&](Html& h) {
            error_summary(h, state);
            if (chosen != candidates.end()) {
                whose_form(call, h, candidates, *chosen);
                moving_part(
                    call, h,
                    what_moves(call.house, call.room(), call.lobby(), *call.head, *chosen, words, call.today()));
                successor_form(call, h, *chosen, state);
            }
            earlier_part(call, h, handovers(call.room(), call.caller));
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

web::Response handover_page(module::Call& call) {
    return show_handover(call, {call.words});
}

web::Response hand_over_now(module::Call& call) {
    const Fields& form = call.request.form;
    const auto done =
        hand_over(call.house, call.room(), *call.head, call.caller,
                  {std::string(form.get("from")), std::string(form.get("email")), std::string(form.get("function")),
                   std::string(form.get("first")), std::string(form.get("note")), form.get("sure") == "yes"});
    if (done) return call.done(call.link("/tasks"), "handover.done");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return show_handover(call, {call.words, form, done.problems()});
}

}  // namespace samrum::app
