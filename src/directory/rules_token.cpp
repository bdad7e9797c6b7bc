#include "directory/rules_token.hpp"

#include "foundation/base/ensure.hpp"

#include <array>
#include <sodium.h>

namespace samrum::directory {
namespace {

// Without 0 and o, 1, i and l, and u: thirty letters, so sixteen of them hold 78 bits.
constexpr std::string_view kCodeLetters = "23456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kCodeLength = 16;

void start_sodium() {
    static const bool started = sodium_init() >= 0;
    if (!started) throw base::Fault("libsodium does not start");
}

}  // namespace

std::string new_token() {
    start_sodium();
    std::array<unsigned char, 32> secret{};
    randombytes_buf(secret.data(), secret.size());
    constexpr std::size_t kText = sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    std::array<char, kText> text{};
    sodium_bin2base64(text.data(), text.size(), secret.data(), secret.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(secret.data(), secret.size());
    return text.data();
}

std::vector<std::byte> token_hash(std::string_view token) {
    start_sodium();
    std::vector<std::byte> hash(crypto_generichash_BYTES);
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
    return hash;
}

std::string new_recovery_code() {
    start_sodium();
    std::string code;
    for (std::size_t i = 0; i < kCodeLength; ++i) {
        if (i > 0 && i % 4 == 0) code += '-';
        code += kCodeLetters[randombytes_uniform(static_cast<std::uint32_t>(kCodeLetters.size()))];
    }
    return code;
}

std::string normal_recovery_code(std::string_view typed) {
    std::string plain;
    for (char c : typed) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    }
    return plain;
}

}  // namespace samrum::directory
