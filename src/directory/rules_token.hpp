#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// A new secret of 256 random bits, base64url without padding: 43 characters.
std::string new_token();

/// What is stored in a token's place: BLAKE2b-256. The token has all its entropy, so no slow hash is needed.
std::vector<std::byte> token_hash(std::string_view token);

/// Sixteen-letter codes for the day the telephone is lost, "k7qm-2xdf-…": 78 random bits each, no look-alike letters.
std::string new_recovery_code();
/// As typed, in any case and with any separators, brought to the form that is hashed.
std::string normal_recovery_code(std::string_view typed);

}  // namespace samrum::directory
