#pragma once
#include "foundation/web/assets.hpp"
#include "foundation/web/http.hpp"

#include <string>
#include <string_view>

namespace samrum::web {

/// What of a request decides how its answer is written.
struct Asked {
    Method method = Method::get;
    bool secure = false;
    bool accepts_gzip = false;
    bool keep_alive = true;
    std::string if_none_match;
};

/// An answer as bytes for the connection: head, then `body` or, for assets, `view` (which outlives the server).
struct Answer {
    std::string head;
    std::string body;
    std::string_view view;
    std::string_view payload() const { return view.empty() ? std::string_view{body} : view; }
};

/// Writes status line, headers (the security headers too, unless the response sets them itself), cookies and body:
/// packed where the client takes gzip and it is worth it, left out for HEAD, 204 and 304. A Bug on header values with
/// line ends.
Answer written(Response response, const Asked& asked);
/// The same for an embedded file: kept for ever by its hashed name, for a day by its plain one (fonts that a style
/// sheet names).
Answer written(const Assets::Found& found, const Asked& asked);
/// The head of a stream of events: no length, ends with the connection.
Answer stream_head(const Response& response, const Asked& asked);
/// "Not Found" for 404.
std::string_view reason_phrase(int status);

}  // namespace samrum::web
