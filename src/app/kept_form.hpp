#pragma once
#include "foundation/web/http.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace samrum::app {

// A form that came when its sender's session had ended, or with a token that is too old: what is done with what was
// typed (docs/decisions/what-was-typed-stays.md).

/// May a page of ours offer to send the form again? Only where the browser itself says that the form came from a page
/// of ours, where something was typed in it, and where nothing of that is a secret.
bool may_keep_form(const web::Request& request);

/// Where to come back to after signing in. A page that was asked for is itself; a form's page is the one that it was
/// sent from, where that is ours and of the same room or part, else the form's own address, where `is_page` says that
/// it can be asked for; else the front page.
std::string page_to_return_to(const web::Request& request, const std::function<bool(std::string_view path)>& is_page);

}  // namespace samrum::app
