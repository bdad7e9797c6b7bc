#pragma once
#include "foundation/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samrum::directory {

inline constexpr int kTotpStepSeconds = 30;
inline constexpr unsigned kTotpDigits = 6;

/// A new shared secret for one-time codes: 160 random bits (RFC 4226 section 4).
std::string new_totp_secret();
/// The number of whole time steps since 1970 (RFC 6238).
std::int64_t totp_step(base::Instant at);
/// The code of a time step, HMAC-SHA-1 as authenticator programs expect.
std::string totp_code(std::string_view secret, std::int64_t step, unsigned digits = kTotpDigits);
/// The step whose code was typed: this one, the one before or the one after, for clocks that differ by up to half a
/// minute. Steps up to `last_used` are refused, so that a code is good once. Compared in constant time.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, base::Instant now,
                                          std::int64_t last_used);
/// The secret in base32, in groups of four, for those who type it in.
std::string totp_secret_text(std::string_view secret);
/// The address that the QR code holds (Google's Key Uri Format), named after the installation and the e-mail address.
std::string totp_address(std::string_view secret, std::string_view email);

}  // namespace samrum::directory
