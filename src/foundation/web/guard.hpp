#pragma once
#include "foundation/web/http.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace samrum::web {

/// Makes the page for an error that no handler answered (400, 408, 413, 431, 500, 501, 503). `reference` is empty where
/// there is nothing to look up; `request` is null where its head could not be read. Must be quick and must not throw.
using ErrorPage = std::function<Response(int status, std::string_view reference, const Request* request)>;

/// A small page in Swedish and English, for a server without pages of its own.
Response plain_error_page(int status, std::string_view reference);
/// Calls the handler. What it throws becomes a 500 page with a reference number; the log tells the rest under that
/// number.
Response guarded(const Handler& handler, const Request& request, const ErrorPage& error_page);
/// Logs a fault outside handlers; answers its reference number, like "K7F2-9QXD".
std::string log_fault(std::string_view what, std::string_view where);
/// A path fit for the log: parts long enough to be a secret (a sign-in link's token) become "…".
std::string loggable_path(std::string_view path);
std::string_view method_name(Method method);

}  // namespace samrum::web
