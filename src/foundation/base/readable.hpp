#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace samrum::base {

/// Length in bytes of the character that `bytes` begins with; 0 where it is no well-formed UTF-8 (RFC 3629), or NUL.
std::size_t character_at(std::string_view bytes);

/// What came from outside, as text that can be stored and shown: at most `most` bytes, cut between characters, "?" for
/// each byte that is no UTF-8.
std::string readable_text(std::string_view bytes, std::size_t most);

}  // namespace samrum::base
