#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

/// An address range such as "127.0.0.1", "10.0.0.0/8" or "fd00::/8". IPv4 is held in its IPv6-mapped form.
class Network {
  public:
    static std::optional<Network> parse(std::string_view text);
    bool contains(std::string_view address) const;

  private:
    std::array<std::uint8_t, 16> bytes_{};
    int bits_ = 128;
};

/// The client behind trusted proxies: the rightmost address of X-Forwarded-For that no proxy of ours holds. `connected`
/// is the other end of the socket; where it is no trusted proxy, or the header is not readable, it is the answer
/// itself.
std::string client_address(std::string_view connected, std::string_view forwarded_for,
                           const std::vector<Network>& trusted);
bool is_trusted(std::string_view address, const std::vector<Network>& trusted);

}  // namespace samrum::web
