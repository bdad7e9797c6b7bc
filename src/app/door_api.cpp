#include "app/door_api.hpp"

#include "app/language.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_token.hpp"
#include "foundation/module/api.hpp"

namespace samrum::app {
namespace {

/// A program that fetches everything once an hour takes some hundred pages; one that runs wild is slowed down.
constexpr web::RateLimit::Rule kTokenRule{600, std::chrono::seconds(1)};
/// Who shows no token that holds is guessing, or a program whose token has ended.
constexpr web::RateLimit::Rule kStrangerRule{100, std::chrono::seconds(3)};
constexpr std::string_view kBearer = "bearer ";

/// The secret of `Authorization: Bearer …`, whose first word may stand in any case (RFC 9110 11.1).
std::string_view bearer(const web::Request& request) {
    std::string_view field = request.header("authorization");
    if (field.size() <= kBearer.size()) return {};
    for (std::size_t i = 0; i < kBearer.size(); ++i)
        if (static_cast<char>(field[i] | 0x20) != kBearer[i]) return {};
    field.remove_prefix(kBearer.size());
    return field;
}

web::Response unknown(const module::Call& call, std::string_view kind) {
    web::Response response = module::api_problem(call.words, 401, kind);
    response.headers.emplace_back("www-authenticate", "Bearer realm=\"samrum\"");
    return response;
}

/// Why the token's owner may not walk the route; who may not even know of a thing gets what a mistyped address gets.
std::optional<web::Response> refused(const module::Call& call, const module::Route& route) {
    if (call.caller.grants.empty()) return module::api_problem(call.words, 404, "not_found");
    if (!route.permission || module::may_anywhere(call.caller, *route.permission)) return std::nullopt;
    const bool is_secret = route.permission->guard == module::Guard::confidential;
    return is_secret ? module::api_problem(call.words, 404, "not_found")
                     : module::api_problem(call.words, 403, "forbidden");
}

std::string_view kind_of(int status) {
    switch (status) {
        case 400:
        case 431:
        case 501:
            return "unreadable";
        case 408:
            return "too_slow";
        case 413:
            return "too_large";
        case 503:
            return "busy";
        default:
            return "fault";
    }
}

}  // namespace

ApiDoor::ApiDoor(const module::House& house, RoomList& rooms)
    : house_(house), rooms_(rooms), tokens_(kTokenRule), strangers_(kStrangerRule) {}

web::Response ApiDoor::answer(const web::Request& request, const web::RouteMatch& match, const module::Route* route) {
    module::Call call(house_, request, words_for(*house_.catalogues, request, ""));
    call.parts = match.parts;
    web::Response response = walk(call, match, route);
    response.headers.emplace_back("x-robots-tag", "noindex");
    return response;
}

web::Response ApiDoor::walk(module::Call& call, const web::RouteMatch& match, const module::Route* route) {
    if (!match.allow.empty()) {
        web::Response response = module::api_problem(call.words, 405, "method");
        response.headers.emplace_back("allow", match.allow);
        return response;
    }
    if (!route || !route->api) return module::api_problem(call.words, 404, "not_found");
    if (!route->api->scope.empty())
        if (auto no = enter(call, *route)) return std::move(*no);
    return route->handle(call);
}

std::optional<web::Response> ApiDoor::enter(module::Call& call, const module::Route& route) {
    const auto secret = bearer(call.request);
    const auto open = directory::open_token(call.lobby(), secret, call.today());
    if (const auto wait = open ? tokens_.take(open->token.id.text()) : strangers_.take(call.request.peer))
        return too_many(call, *wait);
    if (!open) return unknown(call, secret.empty() ? "no_token" : "bad_token");
    const auto part = call.parts.find("room");
    call.head = part == call.parts.end() ? directory::find_room(call.lobby(), open->token.room)
                                         : rooms_.find(std::string_view{part->second});
    // Another room than the token's is as if it were not there.
    if (!call.head || call.head->id != open->token.room) return module::api_problem(call.words, 404, "not_found");
    if (route.api->scope != module::kAnyToken && !open->token.has(route.api->scope))
        return module::api_problem(call.words, 403, "scope");
    call.caller = directory::caller_by(call.lobby(), *open, *call.head, call.today());
    return refused(call, route);
}

web::Response ApiDoor::too_many(const module::Call& call, std::chrono::seconds wait) const {
    web::Response response = module::api_problem(call.words, 429, "too_many");
    response.headers.emplace_back("retry-after", std::to_string(wait.count()));
    return response;
}

web::Response ApiDoor::error(int status, std::string_view reference, const web::Request& request) const {
    return module::api_problem(words_for(*house_.catalogues, request, ""), status, kind_of(status), reference);
}

}  // namespace samrum::app
