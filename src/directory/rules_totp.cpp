#include "directory/rules_totp.hpp"

#include "foundation/base/ensure.hpp"

#include <array>
#include <memory>
#include <oath.h>
#include <sodium.h>

namespace samrum::directory {
namespace {

constexpr std::size_t kSecretBytes = 20;

void start_oath() {
    static const bool started = oath_init() == OATH_OK;
    if (!started) throw base::Fault("liboath does not start");
}

std::string digits_of(std::string_view typed) {
    std::string digits;
    for (char c : typed)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

std::string base32(std::string_view secret) {
    start_oath();
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(secret.data(), secret.size(), &text, &length) != OATH_OK)
        throw base::Fault("liboath cannot write base32");
    const std::unique_ptr<char, decltype(&std::free)> owner(text, &std::free);
    return {text, length};
}

/// Percent-encoding for the label of the address: everything but letters, digits and what an e-mail address commonly
/// has.
std::string encoded(std::string_view text) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
            c == '_') {
            out += c;
        } else {
            out += {'%', kHex[byte >> 4], kHex[byte & 15]};
        }
    }
    return out;
}

}  // namespace

std::string new_totp_secret() {
    std::string secret(kSecretBytes, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::int64_t totp_step(base::Instant at) {
    return at.micros / 1'000'000 / kTotpStepSeconds;
}

std::string totp_code(std::string_view secret, std::int64_t step, unsigned digits) {
    start_oath();
    std::array<char, 16> code{};
    const int outcome = oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), digits,
                                           false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    if (outcome != OATH_OK) throw base::Fault("liboath cannot make a code");
    return code.data();
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, base::Instant now,
                                          std::int64_t last_used) {
    const std::string digits = digits_of(typed);
    if (digits.size() != kTotpDigits) return std::nullopt;
    std::optional<std::int64_t> found;
    for (const std::int64_t step : {totp_step(now) - 1, totp_step(now), totp_step(now) + 1}) {
        const std::string code = totp_code(secret, step);
        if (sodium_memcmp(code.data(), digits.data(), kTotpDigits) == 0 && step > last_used) found = step;
    }
    return found;
}

std::string totp_secret_text(std::string_view secret) {
    std::string text;
    const std::string plain = base32(secret);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += plain[i];
    }
    return text;
}

std::string totp_address(std::string_view secret, std::string_view email) {
    return "otpauth://totp/Samrum:" + encoded(email) + "?secret=" + base32(secret) +
           "&issuer=Samrum&digits=6&period=30";
}

}  // namespace samrum::directory
