// The way in: by password, by a mailed link, and then by one-time code where the account has one.
#include "directory/actions_grant.hpp"
#include "directory/actions_sign_in.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "directory/rules_session.hpp"
#include "foundation/module/page.hpp"

namespace samrum::directory {
namespace {

using namespace web;

/// Where to go afterwards travels along in the forms: "/lund/agreements".
std::string next_of(const module::Call& call) {
    const std::string_view asked =
        call.request.method == Method::get ? call.request.query.get("next") : call.request.form.get("next");
    return own_path(asked, "");
}

std::string with_next(std::string path, const std::string& next) {
    if (next.empty()) return path;
    Fields query;
    query.add("next", next);
    return path + "?" + query.encoded();
}

Browser browser_of(const module::Call& call) {
    return {device_label(call.request.header("user-agent")), std::string(call.request.cookie(kSessionCookie))};
}

/// The start of the only room that is open to the account; the front page when there are more, or none.
std::string usual_start(module::Call& call, AccountId account) {
    const auto doors = rooms_open_to(call.lobby(), account, call.today());
    return doors.size() == 1 ? "/" + doors.front().room.short_name + "/home" : "/";
}

/// Sets the cookie and goes on: to the code, to where the person was going, or to their start.
Response go_on(module::Call& call, const SignInStep& step) {
    const std::string next = next_of(call);
    std::string path = with_next("/sign-in/code", next);
    if (step.stage == Stage::full) {
        const auto who = find_session(call.lobby(), step.token, call.now());
        base::ensure(who.has_value(), "a session that began is there");
        path = next.empty() ? usual_start(call, who->account) : next;
    }
    Response response = Response::redirect(path);
    response.cookies.push_back({std::string(kSessionCookie), step.token, std::nullopt});
    return response;
}

Response show_sign_in(module::Call& call, const FormState& state) {
    const auto& words = call.words;
    const std::string next = next_of(call);
    return module::page(
        call, {.title = words("directory.sign_in.title"), .lead = words("directory.sign_in.lead")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, "/sign-in", [&] {
                hidden(h, "next", next);
                email_field(h, state,
                            {.name = "email", .label = words("directory.account.email"), .autocomplete = "username"});
                password_field(h, state,
                               {.name = "password",
                                .label = words("directory.account.password"),
                                .autocomplete = "current-password"});
                actions(h, [&] {
                    submit_button(h, words("directory.sign_in.submit"));
                    link(h, with_next("/sign-in/link", next), words("directory.sign_in.by_link"));
                });
            });
        },
        state.problems.empty() ? 200 : 422);
}

Response show_ask_link(module::Call& call, const FormState& state) {
    const auto& words = call.words;
    return module::page(
        call,
        {.title = words("directory.ask_link.title"),
         .crumbs = {{words("directory.sign_in.title"), "/sign-in"}},
         .lead = words("directory.ask_link.lead", {{"minutes", kLinkTime.count()}})},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, "/sign-in/link", [&] {
                email_field(h, state,
                            {.name = "email", .label = words("directory.account.email"), .autocomplete = "username"});
                actions(h, [&] { submit_button(h, words("directory.ask_link.submit")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

Response show_spent_link(module::Call& call) {
    const auto& words = call.words;
    return module::page(
        call, {.title = words("directory.link_page.spent.title"), .lead = words("directory.link.spent")},
        [&](Html& h) { link_button(h, "/sign-in/link", words("directory.ask_link.title")); }, 410);
}

Response show_code(module::Call& call, const FormState& state) {
    const auto& words = call.words;
    return module::page(
        call, {.title = words("directory.code_page.title"), .lead = words("directory.code_page.lead")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, "/sign-in/code", [&] {
                hidden(h, "next", next_of(call));
                text_field(h, state,
                           {.name = "code",
                            .label = words("directory.code_page.code"),
                            .description = words("directory.code_page.hint"),
                            .autocomplete = "one-time-code",
                            .max_length = 40,
                            .width = Width::medium});
                actions(h, [&] { submit_button(h, words("directory.sign_in.submit")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

Response sign_in_page(module::Call& call) {
    if (call.caller.signed_in()) return Response::redirect(own_path(next_of(call), "/account"));
    return show_sign_in(call, {call.words});
}

Response sign_in_by_password(module::Call& call) {
    const auto step = sign_in(call.lobby(), call.request.form.get("email"), call.request.form.get("password"),
                              browser_of(call), call.now());
    return step ? go_on(call, *step) : show_sign_in(call, shown_again(call, step.problems()));
}

Response ask_link_page(module::Call& call) {
    return show_ask_link(call, {call.words});
}

Response ask_link(module::Call& call) {
    const auto asked = ask_for_link(call.lobby(), call.request.form.get("email"), call.now());
    if (!asked) return show_ask_link(call, shown_again(call, asked.problems()));
    // The same words whether or not there is such an account.
    const auto& words = call.words;
    return module::page(call,
                        {.title = words("directory.ask_link.sent.title"),
                         .lead = words("directory.ask_link.sent", {{"minutes", kLinkTime.count()}})},
                        [&](Html& h) {
                            paragraph(h, words("directory.ask_link.sent.nothing"));
                            link(h, "/sign-in", words("directory.ask_link.back"));
                        });
}

Response link_page(module::Call& call) {
    const std::string token(call.part("token"));
    if (!is_link_good(call.lobby(), token, call.now())) return show_spent_link(call);
    const auto& words = call.words;
    auto response = module::page(
        call, {.title = words("directory.link_page.title"), .lead = words("directory.link_page.lead")}, [&](Html& h) {
            form(h, call.csrf, "/sign-in/link/" + token, [&] { submit_button(h, words("directory.sign_in.submit")); });
        });
    // The address holds the secret: no other site is told of it, no cache keeps it.
    response.headers.emplace_back("referrer-policy", "no-referrer");
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

Response sign_in_by_link(module::Call& call) {
    const auto step = use_link(call.lobby(), call.part("token"), browser_of(call), call.now());
    return step ? go_on(call, *step) : show_spent_link(call);
}

Response code_page(module::Call& call) {
    if (!waits_for_code(call.lobby(), call.request.cookie(kSessionCookie), call.now()))
        return Response::redirect(with_next("/sign-in", next_of(call)));
    return show_code(call, {call.words});
}

Response sign_in_by_code(module::Call& call) {
    const std::string token(call.request.cookie(kSessionCookie));
    const auto step = give_code(call.lobby(), token, call.request.form.get("code"), call.now());
    if (step) return go_on(call, *step);
    // After too many wrong codes the half session is gone, and the form with it.
    if (!waits_for_code(call.lobby(), token, call.now()))
        return show_sign_in(call, {call.words, {}, {base::problem("", "directory.code.start_again")}});
    return show_code(call, shown_again(call, step.problems()));
}

Response sign_out_now(module::Call& call) {
    sign_out(call.lobby(), call.request.cookie(kSessionCookie));
    Response response = call.done("/", "directory.signed_out");
    response.cookies.push_back({std::string(kSessionCookie), "", 0});
    return response;
}

}  // namespace samrum::directory
