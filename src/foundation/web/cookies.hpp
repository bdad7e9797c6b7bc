#pragma once
#include "foundation/web/http.hpp"

#include <map>
#include <string>
#include <string_view>

namespace samrum::web {

/// Reads a Cookie header (RFC 6265 5.4). Of two with one name the first stands; what is no cookie is passed over.
std::map<std::string, std::string, std::less<>> parse_cookies(std::string_view header);
/// The value of a Set-Cookie header. A Bug where name or value hold characters that a cookie cannot.
std::string set_cookie(const Cookie& cookie, bool secure);

}  // namespace samrum::web
