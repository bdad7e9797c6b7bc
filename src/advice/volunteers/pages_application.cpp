// The public form: "I want to become an adviser". Without an account, in Swedish and English; whatever comes in is
// somebody's hostile input until it has been judged.
#include "advice/volunteers/actions_application.hpp"
#include "advice/volunteers/pages.hpp"
#include "advice/volunteers/pages_parts.hpp"
#include "advice/volunteers/rules_stage.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/rate_limit.hpp"

namespace samrum::advice::volunteers {

using namespace web;

namespace {

/// A family or a class may apply from one address; a program may not fill the list.
RateLimit& application_limit() {
    static RateLimit limit({.burst = 10, .every = std::chrono::minutes(5)});
    return limit;
}

void thanks(module::Call& call, Html& h) {
    paragraph(h, say(call, "application.thanks.next"));
    paragraph(h, say(call, "application.thanks.kept", {{"months", std::int64_t{kUnansweredKeptMonths}}}));
    actions(h, [&] { link_button(h, call.link(""), say(call, "application.thanks.back"), Variant::secondary); });
}

void application_form(module::Call& call, Html& h, const FormState& state) {
    error_summary(h, state);
    form(h, call.csrf, call.link("/volunteer"), [&] {
        text_field(h, state,
                   {.name = "name", .label = say(call, "application.name"), .autocomplete = "name", .max_length = 200});
        field_group(h, say(call, "application.reach"), [&] {
            paragraph(h, say(call, "application.reach.hint"));
            email_field(h, state,
                        {.name = "email", .label = say(call, "email"), .optional = true, .autocomplete = "email"});
            text_field(h, state,
                       {.name = "phone",
                        .label = say(call, "phone"),
                        .optional = true,
                        .autocomplete = "tel",
                        .input_mode = "tel",
                        .max_length = 40,
                        .width = Width::medium});
        });
        language_boxes(call, h, state, say(call, "application.languages.hint"));
        text_area(h, state,
                  {.name = "message",
                   .label = say(call, "application.message"),
                   .description = say(call, "application.message.hint"),
                   .optional = true,
                   .max_length = static_cast<int>(kLongestMessage)},
                  3);
        small_print(h, say(call, "application.privacy",
                           {{"room", call.head->name},
                            {"declined", std::int64_t{kDeclinedKeptMonths}},
                            {"unanswered", std::int64_t{kUnansweredKeptMonths}}}));
        actions(h, [&] { submit_button(h, say(call, "application.send")); });
    });
}

Response show_application(module::Call& call, const base::Problems& problems, int status) {
    const FormState state{call.words, call.request.form, problems};
    const bool sent = call.request.query.get("sent") == "yes" && problems.empty();
    const Door door = application_door(call.room());
    if (door == Door::none) return module::not_found(call);
    const std::string which = sent ? "application.thanks" : "application.title";
    return module::page(
        call,
        {.title = say(call, which),
         .lead = say(call, which + ".lead", {{"room", call.head->name}}),
         .description = say(call, "application.title.lead", {{"room", call.head->name}}),
         .index = !sent},
        [&](Html& h) {
            if (sent) return thanks(call, h);
            loose_problems(call, h, problems);
            if (door == Door::full)
                return notice(h, Tone::info, say(call, "application.full.title"),
                              call.words("advice.volunteers.application.full"));
            application_form(call, h, state);
        },
        status);
}

}  // namespace

Response application_page(module::Call& call) {
    return show_application(call, {}, 200);
}

Response send_application(module::Call& call) {
    if (application_door(call.room()) == Door::none) return module::not_found(call);
    const ApplicationInput input{typed(call, "name"), typed(call, "email"), typed(call, "phone"),
                                 every(call, "languages"), typed(call, "message")};
    if (const auto wait = application_limit().take(call.request.peer)) {
        auto answer = show_application(
            call, {base::problem("", "advice.volunteers.application.wait", {{"minutes", wait->count() / 60 + 1}})},
            429);
        answer.headers.emplace_back("retry-after", std::to_string(wait->count()));
        return answer;
    }
    const auto sent = apply(call.room(), call.today(), input);
    if (!sent) return show_application(call, sent.problems(), 422);
    return Response::redirect(call.link("/volunteer?sent=yes"));
}

}  // namespace samrum::advice::volunteers
