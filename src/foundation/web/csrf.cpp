#include "foundation/web/csrf.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <sodium.h>

namespace samrum::web {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

template <std::size_t N>
std::string base64url(const std::array<unsigned char, N>& bytes) {
    std::array<char, sodium_base64_ENCODED_LEN(N, kVariant)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
    return text.data();
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Csrf::Csrf(std::string_view key) {
    base::ensure(sodium_init() >= 0, "libsodium starts");
    base::ensure(key.size() >= 16, "the key of form tokens has 16 bytes or more");
    // A key of its own for this use, whatever else the installation's key is for.
    constexpr std::string_view kUse = "samrum form token 1";
    crypto_generichash_state state;
    crypto_generichash_init(&state, bytes_of(kUse), kUse.size(), key_.size());
    crypto_generichash_update(&state, bytes_of(key), key.size());
    crypto_generichash_final(&state, key_.data(), key_.size());
}

Csrf::Mac Csrf::mac(std::string_view secret) const {
    static_assert(crypto_auth_hmacsha256_BYTES == std::tuple_size_v<Mac>);
    static_assert(crypto_auth_hmacsha256_KEYBYTES == std::tuple_size_v<Mac>);
    Mac made{};
    crypto_auth_hmacsha256(made.data(), bytes_of(secret), secret.size(), key_.data());
    return made;
}

/// A random mask, then the MAC under that mask.
std::string Csrf::token(std::string_view secret) const {
    const Mac made = mac(secret);
    std::array<unsigned char, 64> out{};
    randombytes_buf(out.data(), made.size());
    std::transform(made.begin(), made.end(), out.begin(), out.begin() + made.size(), std::bit_xor<>());
    return base64url(out);
}

bool Csrf::valid(std::string_view secret, std::string_view token) const {
    if (secret.empty()) return false;
    std::array<unsigned char, 64> masked{};
    std::size_t length = 0;
    if (sodium_base642bin(masked.data(), masked.size(), token.data(), token.size(), nullptr, &length, nullptr,
                          kVariant) != 0 ||
        length != masked.size())
        return false;
    const Mac wanted = mac(secret);
    Mac given{};
    std::transform(masked.begin(), masked.begin() + given.size(), masked.begin() + given.size(), given.begin(),
                   std::bit_xor<>());
    return sodium_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
}

std::string Csrf::new_secret() {
    base::ensure(sodium_init() >= 0, "libsodium starts");
    Mac random{};
    randombytes_buf(random.data(), random.size());
    return base64url(random);
}

bool comes_from_our_pages(const Request& request) {
    const std::string_view site = request.header("sec-fetch-site");
    const bool says_nothing = site.empty() && request.header("origin").empty();
    return says_nothing || site == "none" || surely_from_our_pages(request);
}

bool surely_from_our_pages(const Request& request) {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty()) return site == "same-origin";
    const std::string_view origin = request.header("origin");
    const std::size_t host = origin.find("://");
    return host != std::string_view::npos && origin.substr(host + 3) == request.header("host");
}

}  // namespace samrum::web
