#pragma once
#include <string>
#include <string_view>

namespace samrum::base {

/// Without white space at both ends (ASCII and no-break spaces).
std::string trim(std::string_view text);
/// How many characters (code points) there are, not bytes.
std::size_t characters(std::string_view utf8);
/// True when the bytes are well-formed UTF-8 without NUL (RFC 3629).
bool is_utf8(std::string_view bytes);
/// Without the byte order mark (U+FEFF) that some programs write before the first line.
std::string_view without_byte_order_mark(std::string_view bytes);
/// Removes what people write between groups of digits: space, U+00A0, U+202F, and a dot before three digits.
std::string without_group_separators(std::string_view text);

}  // namespace samrum::base
