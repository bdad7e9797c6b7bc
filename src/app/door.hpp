#pragma once
#include "app/door_api.hpp"
#include "app/room_list.hpp"
#include "directory/actions_session.hpp"
#include "foundation/module/module.hpp"
#include "foundation/web/csrf.hpp"
#include "foundation/web/rate_limit.hpp"
#include "foundation/web/routes.hpp"

#include <optional>
#include <string_view>

namespace samrum::app {

/// Every request comes through here: which page, which room, who asks, in which language, and whether they may. A
/// page's handler runs only when all of that is settled. Safe for threads; outlives the server.
class Door {
  public:
    /// `house`, with its store open, outlives the door. A Bug when two routes have the same method and pattern.
    explicit Door(const module::House& house);

    /// Answers a request. What a handler throws goes on to the server, which asks for an `error_page`.
    web::Response answer(const web::Request& request);
    /// The page for an error that no handler answered, in the language of the request. Does not throw.
    web::Response error_page(int status, std::string_view reference, const web::Request* request) const;
    /// How many bytes of body a path takes.
    std::size_t body_limit(web::Method method, std::string_view path) const;
    /// Paths whose visitors stay unknown.
    bool is_anonymous(std::string_view path) const;

  private:
    using Match = web::Routes<const module::Route*>::Match;
    struct Visitor {
        std::optional<directory::SignedIn> who;
        std::string secret;  ///< what the browser's form tokens are bound to
        bool new_secret = false;
        bool unknown = false;  ///< on an anonymous route
    };

    Visitor visitor_of(const web::Request& request, bool unknown) const;
    web::Response walk(module::Call& call, const Match& match, const Visitor& visitor);
    /// Leads to signing in, and from there back; what was typed in a form is kept.
    web::Response sign_in_first(module::Call& call) const;
    /// Why a form is not taken: another site sent it, its token is not ours, or too many came.
    std::optional<web::Response> refused_form(module::Call& call, const Visitor& visitor);
    /// How long a browser without an address has to wait before its next form, if at all.
    std::optional<std::chrono::seconds> wait_of_unknown(const web::Request& request, const Visitor& visitor);
    void settle(module::Call& call, const Visitor& visitor, web::Response& response) const;

    const module::House& house_;
    web::Routes<const module::Route*> routes_;
    RoomList rooms_;
    ApiDoor api_;
    web::Csrf csrf_;
    web::RateLimit sign_ins_;
    web::RateLimit forms_;
    web::RateLimit unknown_browsers_;
    web::RateLimit unknown_places_;
};

}  // namespace samrum::app
