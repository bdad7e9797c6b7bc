#include "foundation/jobs/signature.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/jobs/envelopes.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace samrum::jobs {
namespace {

struct KeyPair {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
};

KeyPair key_pair(const store::Secrets& secrets) {
    base::ensure(sodium_init() >= 0, "libsodium starts");
    const auto seed = secrets.sign("jobs.envelope", "ed25519 seed");
    static_assert(sizeof(seed) == crypto_sign_SEEDBYTES);
    KeyPair pair;
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), reinterpret_cast<const unsigned char*>(seed.data()));
    return pair;
}

const unsigned char* raw(const void* data) {
    return static_cast<const unsigned char*>(data);
}

}  // namespace

std::string signed_text(const Envelope& envelope, const std::optional<base::Uuid>& after) {
    base::ensure(envelope.kind.find('\n') == std::string::npos, "a kind is one line");
    return fmt::format("samrum envelope 1\n{}\n{}\n{}\n{}\n{}\n{}\n{}", envelope.id.text(), envelope.from.text(),
                       envelope.to.text(), envelope.kind, envelope.sent.micros, after ? after->text() : "first",
                       envelope.payload);
}

store::Bytes sign(const store::Secrets& secrets, std::string_view text) {
    const KeyPair pair = key_pair(secrets);
    store::Bytes signature(crypto_sign_BYTES);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(text.data()), text.size(),
                         pair.secret.data());
    return signature;
}

bool is_signed_by(std::span<const std::byte> public_key, std::string_view text, std::span<const std::byte> signature) {
    base::ensure(sodium_init() >= 0, "libsodium starts");
    return public_key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(raw(signature.data()), raw(text.data()), text.size(), raw(public_key.data())) ==
               0;
}

store::Bytes installation_public_key(const store::Secrets& secrets) {
    const KeyPair pair = key_pair(secrets);
    const auto* begin = reinterpret_cast<const std::byte*>(pair.open.data());
    return {begin, begin + pair.open.size()};
}

}  // namespace samrum::jobs
