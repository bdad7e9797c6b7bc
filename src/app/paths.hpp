#pragma once
#include <string>
#include <string_view>

namespace samrum::app {

/// `path` when it is a path of ours, fit for a redirect; "/" when it would lead elsewhere ("//host", "/\host",
/// "https:").
std::string own_path(std::string_view path);

}  // namespace samrum::app
