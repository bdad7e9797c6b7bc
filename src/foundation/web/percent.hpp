#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace samrum::web {

/// `text` with every byte outside RFC 3986 "unreserved" written as %XX.
std::string percent_encoded(std::string_view text);
/// The bytes behind %XX, where `plus_is_space` also `+` as space; nothing for a broken escape.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);
/// The path of a request target: decoded, `.` segments and repeated slashes taken out. Nothing for what could mean two
/// things: broken escapes, `..`, an encoded slash, a backslash, control characters, bytes that are not UTF-8.
std::optional<std::string> normal_path(std::string_view encoded);

}  // namespace samrum::web
