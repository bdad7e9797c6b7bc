// Calendars of the room that a person subscribes to: each by a secret address, shown once and revocable.
#include "directory/actions_feed.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/document/calendar.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/rate_limit.hpp"

namespace samrum::directory {
namespace {

using namespace web;

/// Clients look every few hours; a person tries some times while setting up. Whoever guesses shares one allowance.
constexpr RateLimit::Rule kFeedRule{30, std::chrono::seconds(20)};
constexpr std::string_view kFileEnd = ".ics";

RateLimit& feed_limit() {
    static RateLimit limit(kFeedRule);
    return limit;
}

std::string about_feed(const text::Words& words, std::string_view label) {
    const std::string key = std::string(label) + ".about";
    return words.has(key) ? words(key) : "";
}

/// What a kind of feed is called; kinds that the house knows no longer are shown as they stand.
std::string feed_words(const module::Call& call, std::string_view kind) {
    for (const module::Module& slice : call.house.modules)
        for (const module::Feed& feed : slice.feeds)
            if (feed.name == kind) return call.words(feed.label);
    return std::string(kind);
}

void own_feeds(module::Call& call, Html& h) {
    const auto& words = call.words;
    const auto rows = list_feeds(call.lobby(), *call.head, call.caller);
    Table frame{.caption = words("directory.feeds.own"),
                .hide_caption = true,
                .columns = {{.label = words("directory.feeds.kind")},
                            {.label = words("directory.feeds.made")},
                            {.label = words("directory.feeds.read")},
                            {.label = words("directory.feeds.revoke"), .hide_label = true}},
                .empty = words("directory.feeds.none")};
    table(h, words, frame, [&](Rows& table_rows) {
        for (const auto& one : rows)
            table_rows.row(
                {feed_words(call, one.kind), [&] { date(h, words, one.made_on); },
                 [&] { one.read_on ? date(h, words, *one.read_on) : h.text(words("directory.feeds.never")); },
                 [&] {
                     confirm(h, words,
                             {.id = "revoke-" + one.id.text(),
                              .opener = words("directory.feeds.revoke"),
                              .title = words("directory.feeds.revoke.title"),
                              .text = words("directory.feeds.revoke.text"),
                              .csrf = call.csrf,
                              .action = call.link("/feeds/" + one.id.text() + "/revoke")});
                 }});
    });
}

void make_form(module::Call& call, Html& h, const FormState& state) {
    const auto& words = call.words;
    std::vector<Option> kinds;
    for (const module::Feed* feed : feeds_open_to(call.house, call.caller))
        kinds.push_back({std::string(feed->name), words(feed->label), about_feed(words, feed->label)});
    if (kinds.empty()) return paragraph(h, words("directory.feeds.nothing_to_follow"));
    form(h, call.csrf, call.link("/feeds"), [&] {
        radio_fields(h, state,
                     {.name = "kind", .label = words("directory.feeds.which"), .fallback = kinds.front().value}, kinds);
        actions(h, [&] { submit_button(h, words("directory.feeds.make")); });
    });
}

/// The address, this once: the lobby keeps only its hash.
void made_notice(module::Call& call, Html& h, std::string_view secret) {
    const auto& words = call.words;
    const std::string address =
        call.house.public_address + call.link("/feeds/" + std::string(secret)) + std::string(kFileEnd);
    notice(h, Tone::success, words("directory.feeds.made.title"), [&] {
        paragraph(h, words("directory.feeds.made.text"));
        copyable(h, words, address);
        actions(h, [&] {
            link_button(h, "webcal" + address.substr(address.find("://")), words("directory.feeds.subscribe"),
                        Variant::secondary);
        });
    });
}

Response show_feeds(module::Call& call, const FormState& state, std::string_view secret = {}) {
    // An account without a role here has no business in the room.
    if (call.caller.grants.empty()) return module::not_found(call);
    const auto& words = call.words;
    auto response = module::page(
        call,
        {.title = words("directory.feeds.title"),
         .crumbs = {{words("home.title"), call.link("/home")}},
         .lead = words("directory.feeds.lead")},
        [&](Html& h) {
            error_summary(h, state);
            if (!secret.empty()) made_notice(call, h, secret);
            section(h, words("directory.feeds.own"), [&] { own_feeds(call, h); });
            section(h, words("directory.feeds.new"), [&] { make_form(call, h, state); });
            paragraph(h, [&] { link(h, call.link("/tokens"), words("directory.tokens.for_programs")); });
        },
        state.problems.empty() ? 200 : 422);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

Response slow_down(std::chrono::seconds wait) {
    Response response = Response::text("Too many requests.\n", 429);
    response.headers.emplace_back("retry-after", std::to_string(wait.count()));
    return response;
}

}  // namespace

Response feeds_page(module::Call& call) {
    return show_feeds(call, {call.words});
}

Response make_feed_now(module::Call& call) {
    const auto secret = make_feed(call.lobby(), call.house, *call.head, call.caller, call.today(), typed(call, "kind"));
    return secret ? show_feeds(call, {call.words}, *secret) : show_feeds(call, shown_again(call, secret.problems()));
}

Response revoke_feed_now(module::Call& call) {
    const auto id = FeedId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto revoked = revoke_feed(call.lobby(), *call.head, call.caller, *id);
    return revoked ? call.done(call.link("/feeds"), "directory.feeds.revoked") : module::not_found(call);
}

Response feed_file(module::Call& call) {
    std::string_view secret = call.part("secret");
    if (secret.ends_with(kFileEnd)) secret.remove_suffix(kFileEnd.size());
    const auto open = open_feed(call.lobby(), call.house, *call.head, secret, call.today());
    if (const auto wait = feed_limit().take(open ? open->id.text() : "unknown")) return slow_down(*wait);
    if (!open) return module::not_found(call);
    const text::Words& words = call.house.catalogues->words(open->language);
    const module::FeedCall what{call.house, *call.head, call.room(), open->owner, words, call.today()};
    Response response;
    response.content_type = document::kCalendarType;
    response.body = document::icalendar({.name = call.head->name + ": " + words(open->feed->label),
                                         .language = open->language,
                                         .made = call.now(),
                                         .events = open->feed->events(what)});
    response.headers.emplace_back("cache-control", "private, max-age=900");
    return response;
}

}  // namespace samrum::directory
