#pragma once
#include "foundation/module/call.hpp"
#include "foundation/web/guard.hpp"

#include <chrono>
#include <string_view>

namespace samrum::app {

// What the door itself says, in the reader's language.

/// 308 to the same path without its last slash.
web::Response moved_page(const module::Call& call, std::string_view path);
/// 405, with the methods there are.
web::Response method_page(module::Call& call, std::string_view allow);
/// 403: the form's token is not ours or has grown too old.
web::Response stale_form_page(module::Call& call);
/// 403: the same, or that nobody is signed in (any more), with what was typed and a button that sends it again.
/// `sign_in` is where to sign in first; empty where that is not what is missing.
web::Response kept_form_page(module::Call& call, std::string_view sign_in);
/// 429, with how long to wait.
web::Response too_many_page(module::Call& call, std::chrono::seconds wait);
/// For what no handler answered: 400, 408, 413, 431, 500, 501, 503. It asks no database.
web::Response fault_page(module::Call& call, int status, std::string_view reference);

}  // namespace samrum::app
