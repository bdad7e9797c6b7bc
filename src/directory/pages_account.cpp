// /account: what is the signed-in person's own, in every room the same.
#include "directory/actions_account.hpp"
#include "directory/actions_grant.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "directory/rules_account.hpp"
#include "foundation/module/page.hpp"

namespace samrum::directory {
namespace {

using namespace web;

void facts(module::Call& call, Html& h, const AccountOverview& own) {
    const auto& words = call.words;
    std::vector<Term> terms{{words("directory.account.email"), [&] { isolated(h, own.account.email); }},
                            {words("directory.account.function"), [&] { name(h, own.account.function); }}};
    definition_list(h, terms);
}

void rooms(module::Call& call, Html& h, AccountId account) {
    const auto& words = call.words;
    const auto doors = rooms_open_to(call.lobby(), account, call.today());
    section(h, words("directory.account.rooms"), [&] {
        if (doors.empty()) return paragraph(h, words("directory.account.no_rooms"));
        std::vector<Content> items;
        items.reserve(doors.size());
        for (const auto& door : doors)
            items.emplace_back([&h, &words, &door] {
                link(h, "/" + door.room.short_name + "/home", [&] { name(h, door.room.name); });
                for (const auto role : door.roles) {
                    h.text(" ");
                    badge(h, Tone::neutral, words("directory.role." + std::string(module::role_name(role))));
                }
            });
        bullets(h, items);
    });
}

void password(module::Call& call, Html& h, const SignedIn& who, const AccountOverview& own, const FormState& state) {
    const auto& words = call.words;
    section(h, words("directory.account.password.title"), [&] {
        const bool has_one = own.account.password_hash.has_value();
        paragraph(h, words(has_one ? "directory.account.password.text" : "directory.account.password.none"));
        form(h, call.csrf, "/account/password", [&] {
            if (has_one && !who.fresh_by_link)
                password_field(h, state,
                               {.name = "old_password",
                                .label = words("directory.account.password.old"),
                                .autocomplete = "current-password"});
            password_field(h, state,
                           {.name = "password",
                            .label = words("directory.account.password.new"),
                            .description = words("directory.account.password.hint",
                                                 {{"shortest", std::int64_t{kShortestPassword}}}),
                            .autocomplete = "new-password"});
            actions(h, [&] { submit_button(h, words("directory.account.password.save"), Variant::secondary); });
        });
    });
}

void codes(module::Call& call, Html& h, const AccountOverview& own) {
    const auto& words = call.words;
    section(h, words("directory.account.code.title"), [&] {
        if (own.account.has_code) {
            badge(h, Tone::success, words("directory.account.code.on"));
            paragraph(h, words("directory.account.code.left", {{"count", own.recovery_codes}}));
        } else {
            paragraph(h, words("directory.account.code.off"));
        }
        link(h, "/account/code",
             words(own.account.has_code ? "directory.account.code.change" : "directory.account.code.begin"));
    });
}

void language(module::Call& call, Html& h, const AccountOverview& own, const FormState& problems) {
    const auto& words = call.words;
    std::vector<Option> options;
    for (const auto& code : call.house.catalogues->languages())
        if (code.size() == 2) options.push_back({code, call.house.catalogues->words(code)("language.own_name")});
    FormState state{words, {}, problems.problems};
    state.values.add("language", own.account.language);
    section(h, words("directory.account.language.title"), [&] {
        form(h, call.csrf, "/account/language", [&] {
            radio_fields(h, state,
                         {.name = "language",
                          .label = words("directory.account.language.label"),
                          .description = words("directory.account.language.hint")},
                         options);
            actions(h, [&] { submit_button(h, words("directory.account.language.save"), Variant::secondary); });
        });
    });
}

void session_row(module::Call& call, Html& h, Rows& rows, const SignInSession& one, bool here) {
    const auto& words = call.words;
    rows.row({[&] {
                  h.text(one.device.empty() ? words("directory.account.session.unknown_device") : one.device);
                  if (here) {
                      h.text(" ");
                      badge(h, Tone::info, words("directory.account.session.here"));
                  }
              },
              [&] { moment(h, words, one.created); }, [&] { moment(h, words, one.last_seen); },
              [&] {
                  if (here) return;
                  form(h, call.csrf, "/account/sessions", [&] {
                      hidden(h, "session", one.id.text());
                      submit_button(h, words("directory.account.session.end"), Variant::tertiary, Tone::danger);
                  });
              }},
             here);
}

void sessions(module::Call& call, Html& h, const SignedIn& who, const AccountOverview& own) {
    const auto& words = call.words;
    section(h, words("directory.account.sessions.title"), [&] {
        paragraph(h, words("directory.account.sessions.text"));
        const Table frame{.caption = words("directory.account.sessions.title"),
                          .hide_caption = true,
                          .columns = {{.label = words("directory.account.session.device")},
                                      {.label = words("directory.account.session.since")},
                                      {.label = words("directory.account.session.seen")},
                                      {.label = words("directory.account.session.end"), .hide_label = true}}};
        table(h, words, frame, [&](Rows& rows) {
            for (const auto& one : own.sessions) session_row(call, h, rows, one, one.id == who.session);
        });
        if (own.sessions.size() > 1)
            form(h, call.csrf, "/account/sessions", [&] {
                submit_button(h, words("directory.account.sessions.end_others"), Variant::secondary, Tone::danger);
            });
    });
}

Response show_account(module::Call& call, const FormState& state) {
    const auto who = signed_in(call);
    base::ensure(who.has_value(), "the door lets only the signed-in come here");
    const auto own = account_overview(call.lobby(), *who, call.now());
    return module::page(
        call, {.title = call.words("directory.account.title")},
        [&](Html& h) {
            error_summary(h, state);
            facts(call, h, own);
            rooms(call, h, who->account);
            password(call, h, *who, own, state);
            codes(call, h, own);
            language(call, h, own, state);
            sessions(call, h, *who, own);
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

Response account_page(module::Call& call) {
    return show_account(call, {call.words});
}

Response set_password_now(module::Call& call) {
    const auto who = signed_in(call);
    base::ensure(who.has_value(), "the door lets only the signed-in come here");
    const auto token =
        change_password(call.lobby(), *who, {typed(call, "old_password"), typed(call, "password")}, call.now());
    if (!token) return show_account(call, shown_again(call, token.problems()));
    Response response = call.done("/account", "directory.account.password.saved");
    response.cookies.push_back({std::string(kSessionCookie), *token, std::nullopt});
    return response;
}

Response set_language_now(module::Call& call) {
    const auto who = signed_in(call);
    base::ensure(who.has_value(), "the door lets only the signed-in come here");
    const auto done =
        choose_language(call.lobby(), *who, call.request.form.get("language"), call.house.catalogues->languages());
    if (!done) return show_account(call, shown_again(call, done.problems()));
    // The browser's own choice, made by a link in the header, gives way to this one.
    Fields query;
    query.add("lang", typed(call, "language"));
    return call.done("/account?" + query.encoded(), "directory.account.language.saved");
}

Response end_sessions(module::Call& call) {
    const auto who = signed_in(call);
    base::ensure(who.has_value(), "the door lets only the signed-in come here");
    if (!call.request.form.has("session")) {
        revoke_other_sessions(call.lobby(), *who);
    } else {
        const auto id = SessionId::parse(call.request.form.get("session"));
        if (!id || !revoke_session(call.lobby(), *who, *id))
            return show_account(call, shown_again(call, {base::problem("", "directory.account.sessions.gone")}));
    }
    return call.done("/account", "directory.account.sessions.ended");
}

}  // namespace samrum::directory
