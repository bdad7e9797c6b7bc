#include "foundation/web/peer.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstring>

namespace samrum::web {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

std::optional<Bytes> address_bytes(std::string_view text) {
    const std::string address(text);
    Bytes bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
    bytes = {};
    bytes[10] = bytes[11] = 0xff;
    if (inet_pton(AF_INET, address.c_str(), bytes.data() + 12) == 1) return bytes;
    return std::nullopt;
}

}  // namespace

std::optional<Network> Network::parse(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto bytes = address_bytes(text.substr(0, slash));
    if (!bytes) return std::nullopt;
    Network made;
    made.bytes_ = *bytes;
    if (slash == std::string_view::npos) return made;
    const std::string_view digits = text.substr(slash + 1);
    const bool is_v4 = text.substr(0, slash).find(':') == std::string_view::npos;
    int bits = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || bits < 0 || bits > (is_v4 ? 32 : 128))
        return std::nullopt;
    made.bits_ = is_v4 ? bits + 96 : bits;
    return made;
}

bool Network::contains(std::string_view address) const {
    const auto bytes = address_bytes(address);
    if (!bytes) return false;
    const auto whole = static_cast<std::size_t>(bits_ / 8);
    if (std::memcmp(bytes->data(), bytes_.data(), whole) != 0) return false;
    const int rest = bits_ % 8;
    return rest == 0 || ((*bytes)[whole] ^ bytes_[whole]) >> (8 - rest) == 0;
}

bool is_trusted(std::string_view address, const std::vector<Network>& trusted) {
    return std::any_of(trusted.begin(), trusted.end(), [&](const Network& one) { return one.contains(address); });
}

std::string client_address(std::string_view connected, std::string_view forwarded_for,
                           const std::vector<Network>& trusted) {
    std::string client(connected);
    // From the right: each proxy of ours wrote the address that it saw; the first that is not ours is the client.
    while (is_trusted(client, trusted) && !forwarded_for.empty()) {
        const std::size_t comma = forwarded_for.rfind(',');
        const std::string before = base::trim(forwarded_for.substr(comma == std::string_view::npos ? 0 : comma + 1));
        if (!address_bytes(before)) break;
        client = before;
        forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);
    }
    return client;
}

}  // namespace samrum::web
