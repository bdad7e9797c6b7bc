#pragma once
#include "foundation/jobs/jobs.hpp"
#include "foundation/store/secrets.hpp"

#include <optional>
#include <span>

/// Signatures of envelopes. Not for other folders.
namespace samrum::jobs {

/// The bytes that are signed: every field and the envelope before it, one a line, the payload last.
std::string signed_text(const Envelope& envelope, const std::optional<base::Uuid>& after);
/// ed25519 with the key that is derived from the installation's key file.
store::Bytes sign(const store::Secrets& secrets, std::string_view text);
bool is_signed_by(std::span<const std::byte> public_key, std::string_view text, std::span<const std::byte> signature);

}  // namespace samrum::jobs
