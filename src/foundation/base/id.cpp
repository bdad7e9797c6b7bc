#include "foundation/base/id.hpp"

#include "foundation/base/readable.hpp"

#include <chrono>
#include <span>
#include <sys/random.h>

namespace samrum::base {
namespace {

void fill_random(std::span<std::uint8_t> bytes) {
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw Fault("the system gives no random bytes");
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool dash_before(std::size_t byte) {
    return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

}  // namespace

Uuid Uuid::random() {
    Uuid made;
    fill_random(made.bytes_);
    made.bytes_[6] = static_cast<std::uint8_t>((made.bytes_[6] & 0x0f) | 0x40);
    made.bytes_[8] = static_cast<std::uint8_t>((made.bytes_[8] & 0x3f) | 0x80);
    return made;
}

Uuid Uuid::ordered() {
    using namespace std::chrono;
    Uuid made = random();
    const auto millis =
        static_cast<std::uint64_t>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
    for (std::size_t i = 0; i < 6; ++i) made.bytes_[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    made.bytes_[6] = static_cast<std::uint8_t>((made.bytes_[6] & 0x0f) | 0x70);
    return made;
}

Result<Uuid> Uuid::parse(std::string_view text) {
    const auto unreadable = [&] { return problem("", "base.id.unreadable", {{"text", readable_text(text, 40)}}); };
    if (text.size() != 36) return unreadable();
    Uuid made;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        if (dash_before(i) && text[at++] != '-') return unreadable();
        const int high = hex_value(text[at]);
        const int low = hex_value(text[at + 1]);
        if (high < 0 || low < 0) return unreadable();
        made.bytes_[i] = static_cast<std::uint8_t>(high * 16 + low);
        at += 2;
    }
    return made;
}

std::string Uuid::text() const {
    constexpr char kHex[] = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < 16; ++i) {
        if (dash_before(i)) out += '-';
        out += kHex[bytes_[i] >> 4];
        out += kHex[bytes_[i] & 15];
    }
    return out;
}

}  // namespace samrum::base
