#pragma once
#include "app/room_list.hpp"
#include "foundation/module/module.hpp"
#include "foundation/web/rate_limit.hpp"
#include "foundation/web/routes.hpp"

#include <optional>
#include <string_view>

namespace samrum::app {

/// The door for programs, of paths below /api/: who shows a token comes in as its owner, in its room, with its scopes.
/// No cookie is read or set, so no form token is asked for. Every answer is JSON. Safe for threads.
class ApiDoor {
  public:
    ApiDoor(const module::House& house, RoomList& rooms);

    /// Answers a request that the routes led to `route`; null where they led nowhere.
    web::Response answer(const web::Request& request, const web::RouteMatch& match, const module::Route* route);
    /// The answer for an error that no handler answered.
    web::Response error(int status, std::string_view reference, const web::Request& request) const;

  private:
    web::Response walk(module::Call& call, const web::RouteMatch& match, const module::Route* route);
    /// Finds out who asks and in which room; answers why not.
    std::optional<web::Response> enter(module::Call& call, const module::Route& route);
    web::Response too_many(const module::Call& call, std::chrono::seconds wait) const;

    const module::House& house_;
    RoomList& rooms_;
    web::RateLimit tokens_;
    web::RateLimit strangers_;
};

}  // namespace samrum::app
