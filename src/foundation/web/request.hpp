#pragma once
#include "foundation/web/http.hpp"
#include "foundation/web/peer.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

/// A request's head as the connection delivered it.
struct RequestHead {
    std::string target;
    Headers headers;  ///< names as sent
    bool is_http_1_0 = false;
    std::string connected;  ///< address of the other end of the socket
};

/// Fills `request` (all but method and body) from a head. Answers the status to refuse it with, or 0: 400 for a target
/// or Host that cannot be read, 431 for too many headers, 501 for a transfer encoding other than chunked.
int fill_request(Request& request, RequestHead head, const std::vector<Network>& trusted_proxies,
                 const std::function<bool(std::string_view path)>& is_anonymous);

}  // namespace samrum::web
