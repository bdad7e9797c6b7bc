#pragma once
#include "directory/actions_session.hpp"
#include "foundation/module/call.hpp"
#include "foundation/web/components.hpp"

#include <optional>
#include <string>
#include <string_view>

// What the pages of the directory share.
namespace samrum::directory {

/// The session of this request's cookie.
std::optional<SignedIn> signed_in(module::Call& call);
/// What a shown-again form holds: what the person typed, and what was wrong with it.
web::FormState shown_again(const module::Call& call, const base::Problems& problems);
/// A field's value as text of its own: `typed(call, "email")`.
std::string typed(const module::Call& call, std::string_view field);
/// A path of ours to go on to, or `otherwise` for anything that would lead elsewhere.
std::string own_path(std::string_view path, std::string_view otherwise);

}  // namespace samrum::directory
