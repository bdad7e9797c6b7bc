#include "app/door.hpp"

#include "app/door_pages.hpp"
#include "app/kept_form.hpp"
#include "app/language.hpp"
#include "foundation/module/api.hpp"
#include "foundation/module/page.hpp"
#include "foundation/store/secrets.hpp"
#include "foundation/web/guard.hpp"

#include <spdlog/spdlog.h>

namespace samrum::app {
namespace {

constexpr std::string_view kFormCookie = "form";
constexpr std::string_view kSignInPath = "/sign-in";
constexpr std::size_t kUsualBodyLimit = 256 * 1024;
/// A person does not sign in twenty times at once, a classroom behind one address may.
constexpr web::RateLimit::Rule kSignInRule{20, std::chrono::seconds(6)};
constexpr web::RateLimit::Rule kFormRule{120, std::chrono::seconds(1)};
/// Where no address is known: one browser, and all of them together at one place ("/im/a/stadsbiblioteket").
constexpr web::RateLimit::Rule kUnknownBrowserRule{15, std::chrono::seconds(4)};
constexpr web::RateLimit::Rule kUnknownPlaceRule{90, std::chrono::seconds(1)};

bool changes_something(web::Method method) {
    return method != web::Method::get && method != web::Method::head && method != web::Method::options;
}

/// The first three parts of a path.
std::string_view place_of(std::string_view path) {
    std::size_t end = 0;
    for (int part = 0; part < 3 && end != std::string_view::npos; ++part) end = path.find('/', end + 1);
    return path.substr(0, end);
}

std::string_view room_part(const module::Call& call) {
    const auto found = call.parts.find("room");
    return found == call.parts.end() ? std::string_view{} : std::string_view{found->second};
}

/// Why a caller who is signed in may not walk the route: a page that says no.
std::optional<web::Response> refused_entry(module::Call& call, const module::Route& route) {
    if (!route.permission || module::may_anywhere(call.caller, *route.permission)) return std::nullopt;
    // Who has no business in the room, or may not even know that a record is there, gets what a mistyped address gets.
    const bool is_secret = call.caller.grants.empty() || route.permission->guard == module::Guard::confidential;
    return is_secret ? module::not_found(call) : module::forbidden(call);
}

}  // namespace

Door::Door(const module::House& house)
    : house_(house),
      rooms_(*house.store),
      api_(house, rooms_),
      csrf_(store::to_hex(house.store->secrets().sign("forms", "key"))),
      sign_ins_(kSignInRule),
      forms_(kFormRule),
      unknown_browsers_(kUnknownBrowserRule),
      unknown_places_(kUnknownPlaceRule) {
    for (const module::Module& slice : house.modules)
        for (const module::Route& route : slice.routes) routes_.add(route.method, route.pattern, &route);
}

web::Response Door::answer(const web::Request& request) {
    const Match match = routes_.match(request.method, request.path);
    if (module::is_api_path(request.path)) return api_.answer(request, match, match.found ? *match.found : nullptr);
    const bool unknown = match.found && (*match.found)->anonymous;
    const Visitor visitor = visitor_of(request, unknown);
    const text::Words& words = words_for(*house_.catalogues, request, visitor.who ? visitor.who->language : "");
    module::Call call(house_, request, words);
    call.parts = match.parts;
    web::Response response = walk(call, match, visitor);
    settle(call, visitor, response);
    return response;
}

Door::Visitor Door::visitor_of(const web::Request& request, bool unknown) const {
    Visitor visitor;
    // On anonymous routes nobody looks who it is; a form's token is bound to a cookie that says nothing.
    visitor.unknown = unknown;
    if (const auto token = request.cookie(directory::kSessionCookie); !unknown && !token.empty()) {
        visitor.who = directory::find_session(*house_.store->lobby(), token, base::Instant::now());
        if (visitor.who) visitor.secret = token;
    }
    if (visitor.secret.empty()) visitor.secret = request.cookie(kFormCookie);
    visitor.new_secret = visitor.secret.empty();
    if (visitor.new_secret) visitor.secret = web::Csrf::new_secret();
    return visitor;
}

web::Response Door::walk(module::Call& call, const Match& match, const Visitor& visitor) {
    if (const auto name = room_part(call); !name.empty()) call.head = rooms_.find(name);
    const bool no_such_room = !room_part(call).empty() && !call.head;
    call.caller = directory::caller_for(call.lobby(), visitor.who, call.head ? &*call.head : nullptr, call.today());
    if (!visitor.secret.empty()) call.csrf = csrf_.token(visitor.secret);
    if (const auto flash = call.request.cookie(module::kFlashCookie); call.words.has(flash)) call.flash = flash;

    if (!match.location.empty()) return moved_page(call, match.location);
    if (match.missing() || no_such_room) return module::not_found(call);
    if (!match.found) return method_page(call, match.allow);
    const module::Route& route = **match.found;
    if ((route.permission || route.signed_in) && !call.caller.signed_in()) return sign_in_first(call);
    if (auto refused = refused_entry(call, route)) return std::move(*refused);
    if (changes_something(call.request.method))
        if (auto refused = refused_form(call, visitor)) return std::move(*refused);
    return route.handle(call);
}

web::Response Door::sign_in_first(module::Call& call) const {
    web::Fields query;
    query.add("next", page_to_return_to(call.request, [&](std::string_view path) {
                  return routes_.match(web::Method::get, path).found != nullptr;
              }));
    const std::string address = std::string(kSignInPath) + "?" + query.encoded();
    return may_keep_form(call.request) ? kept_form_page(call, address) : web::Response::redirect(address);
}

std::optional<web::Response> Door::refused_form(module::Call& call, const Visitor& visitor) {
    const std::string key = call.caller.account ? call.caller.account->text() : call.request.peer;
    const bool signs_in = call.request.path.starts_with(kSignInPath);
    if (signs_in)
        if (const auto wait = sign_ins_.take(call.request.peer)) return too_many_page(call, *wait);
    const auto wait = visitor.unknown ? wait_of_unknown(call.request, visitor) : forms_.take(key);
    if (wait) return too_many_page(call, *wait);
    const bool ours =
        web::comes_from_our_pages(call.request) && csrf_.valid(visitor.secret, call.request.form.get("csrf"));
    if (ours) return std::nullopt;
    // Where visitors are unknown, nothing of theirs goes back and forth.
    return !visitor.unknown && may_keep_form(call.request) ? kept_form_page(call, {}) : stale_form_page(call);
}

std::optional<std::chrono::seconds> Door::wait_of_unknown(const web::Request& request, const Visitor& visitor) {
    if (auto wait = unknown_browsers_.take(visitor.secret)) return wait;
    return unknown_places_.take(place_of(request.path));
}

void Door::settle(module::Call& call, const Visitor& visitor, web::Response& response) const {
    if (auto chosen = chosen_language(*house_.catalogues, call.request)) response.cookies.push_back(std::move(*chosen));
    // A browser gets a cookie only when the page has a form that needs it.
    if (visitor.new_secret && response.body.find(call.csrf) != std::string::npos)
        response.cookies.push_back({std::string(kFormCookie), visitor.secret, std::nullopt});
    if (call.caller.signed_in()) response.headers.emplace_back("x-robots-tag", "noindex");
}

web::Response Door::error_page(int status, std::string_view reference, const web::Request* request) const {
    try {
        if (!request) return web::plain_error_page(status, reference);
        if (module::is_api_path(request->path)) return api_.error(status, reference, *request);
        const text::Words& words = words_for(*house_.catalogues, *request, "");
        module::Call call(house_, *request, words);
        return fault_page(call, status, reference);
    } catch (const std::exception& error) {
        spdlog::error("no page for status {}: {}", status, error.what());
        return web::plain_error_page(status, reference);
    }
}

std::size_t Door::body_limit(web::Method method, std::string_view path) const {
    const Match match = routes_.match(method, path);
    return match.found ? (*match.found)->body_limit : kUsualBodyLimit;
}

bool Door::is_anonymous(std::string_view path) const {
    for (const auto method : {web::Method::get, web::Method::post})
        if (const Match match = routes_.match(method, path); match.found && (*match.found)->anonymous) return true;
    return false;
}

}  // namespace samrum::app
