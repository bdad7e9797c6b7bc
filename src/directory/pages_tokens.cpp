// Tokens of the API in the room: each by a secret that is shown once and can be revoked.
#include "directory/actions_token.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/api.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

using namespace web;

constexpr int kUsualMonths = 6;

std::string scope_words(const text::Words& words, std::string_view scope) {
    std::string key = "directory.token.scope." + std::string(scope);
    std::replace(key.begin(), key.end(), ':', '.');
    return words.has(key) ? words(key) : std::string(scope);
}

std::string scopes_words(const text::Words& words, const ApiToken& token) {
    std::string all;
    for (const std::string& scope : token.scopes) all += (all.empty() ? "" : ", ") + scope_words(words, scope);
    return all;
}

void revoke_button(module::Call& call, Html& h, const ApiToken& token) {
    const auto& words = call.words;
    confirm(h, words,
            {.id = "revoke-" + token.id.text(),
             .opener = words("directory.tokens.revoke"),
             .title = words("directory.tokens.revoke.title"),
             .text = words("directory.tokens.revoke.text"),
             .csrf = call.csrf,
             .action = call.link("/tokens/" + token.id.text() + "/revoke")});
}

void last_day_cell(module::Call& call, Html& h, const ApiToken& token) {
    date(h, call.words, token.last_day);
    if (token.holds_on(call.today())) return;
    h.text(" ");
    badge(h, Tone::warning, call.words("directory.tokens.over"));
}

void own_tokens(module::Call& call, Html& h) {
    const auto& words = call.words;
    const auto tokens = list_tokens(call.lobby(), *call.head, call.caller);
    if (tokens.empty()) return empty_state(h, words("directory.tokens.none"), words("directory.tokens.none.why"));
    const Table frame{.caption = words("directory.tokens.own"),
                      .hide_caption = true,
                      .columns = {{.label = words("directory.tokens.label")},
                                  {.label = words("directory.tokens.owner")},
                                  {.label = words("directory.tokens.scopes")},
                                  {.label = words("directory.tokens.last_day")},
                                  {.label = words("directory.tokens.used")},
                                  {.label = words("directory.tokens.revoke"), .hide_label = true}}};
    table(h, words, frame, [&](Rows& rows) {
        for (const auto& [token, owner] : tokens)
            rows.row({[&h, &one = token] { name(h, one.label); }, owner, scopes_words(words, token),
                      [&, &one = token] { last_day_cell(call, h, one); },
                      [&, &one = token] {
                          one.used_on ? date(h, words, *one.used_on) : h.text(words("directory.tokens.never"));
                      },
                      [&, &one = token] { revoke_button(call, h, one); }});
    });
}

void token_form(module::Call& call, Html& h, const FormState& state) {
    const auto& words = call.words;
    std::vector<Option> scopes;
    for (const std::string& scope : module::api_scopes_for(call.house.modules, call.caller))
        scopes.push_back({scope, scope_words(words, scope), {}});
    form(h, call.csrf, call.link("/tokens"), [&] {
        text_field(h, state,
                   {.name = "label",
                    .label = words("directory.tokens.label"),
                    .description = words("directory.tokens.label.about"),
                    .max_length = 120});
        checkbox_fields(h, state,
                        {.name = "scopes",
                         .label = words("directory.tokens.scopes"),
                         .description = words("directory.tokens.scopes.about")},
                        scopes);
        date_field(
            h, state,
            {.name = "last_day",
             .label = words("directory.tokens.last_day"),
             .description = words("directory.tokens.last_day.about", {{"days", std::int64_t{kLongestTokenDays}}}),
             .fallback = call.today().plus_months(kUsualMonths).iso(),
             .width = Width::narrow});
        actions(h, [&] { submit_button(h, words("directory.tokens.make")); });
    });
}

/// The secret, this once: the lobby keeps only its hash.
void secret_notice(module::Call& call, Html& h, std::string_view secret) {
    const auto& words = call.words;
    notice(h, Tone::success, words("directory.tokens.made.title"), [&] {
        paragraph(h, words("directory.tokens.made.text"));
        copyable(h, words, secret);
        paragraph(h, words("directory.tokens.made.try"));
        copyable(h, words,
                 "curl -H \"Authorization: Bearer " + std::string(secret) + "\" " + call.house.public_address +
                     std::string(module::kApiPrefix) + "rooms");
    });
}

Response show_tokens(module::Call& call, const FormState& state, std::string_view secret = {}) {
    // An account without a role here has no business in the room.
    if (call.caller.grants.empty()) return module::not_found(call);
    const auto& words = call.words;
    auto response = module::page(
        call,
        {.title = words("directory.tokens.title"),
         .crumbs = {{words("directory.feeds.title"), call.link("/feeds")}},
         .lead = words("directory.tokens.lead")},
        [&](Html& h) {
            error_summary(h, state);
            if (!secret.empty()) secret_notice(call, h, secret);
            section(h, words("directory.tokens.own"), [&] { own_tokens(call, h); });
            section(h, words("directory.tokens.new"), [&] { token_form(call, h, state); });
            section(h, words("directory.tokens.description"), [&] {
                paragraph(h, [&] {
                    h.text(words("directory.tokens.description.text") + " ");
                    link(h, std::string(module::kApiPrefix) + "openapi.json", "openapi.json");
                });
            });
        },
        state.problems.empty() ? 200 : 422);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

}  // namespace

Response tokens_page(module::Call& call) {
    return show_tokens(call, {call.words});
}

Response make_token_now(module::Call& call) {
    TokenInput input{typed(call, "label"), {}, typed(call, "last_day")};
    for (const auto scope : call.request.form.every("scopes")) input.scopes.emplace_back(scope);
    const auto secret = make_token(call.lobby(), call.house, *call.head, call.caller, call.today(), input);
    if (secret) return show_tokens(call, {call.words}, *secret);
    if (auto refused = module::refused_page(call, secret.problems())) return std::move(*refused);
    return show_tokens(call, shown_again(call, secret.problems()));
}

Response revoke_token_now(module::Call& call) {
    const auto id = TokenId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto revoked = revoke_token(call.lobby(), *call.head, call.caller, *id);
    return revoked ? call.done(call.link("/tokens"), "directory.tokens.revoked") : module::not_found(call);
}

}  // namespace samrum::directory
