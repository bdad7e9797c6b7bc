#pragma once
#include "foundation/base/result.hpp"
#include "foundation/store/store.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace samrum::store {

/// BLAKE2b with 32 bytes.
using Hash = std::array<std::byte, 32>;
using Key = std::array<std::byte, 32>;

Hash blake2b(std::string_view data);
Hash blake2b(std::string_view data, const Key& key);
Key random_key();
std::string to_hex(std::span<const std::byte> bytes);
Bytes to_bytes(std::string_view text);
inline std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Gathers bytes for a hash; see blake2b.
class Hasher {
  public:
    Hasher();
    void add(std::string_view data);
    Hash finish();

  private:
    alignas(64) std::array<std::byte, 384> state_{};
};

/// The installation's key file, `samrum.key`, mode 0600. No backup contains it: whoever has a backup alone cannot read
/// the secrets in it (TOTP keys, journal keys), and whoever restores one needs the file. `purpose` separates uses: what
/// was encrypted for one cannot be decrypted for another.
class Secrets {
  public:
    /// Reads the file of `directory`. Problems `store.key.not_there`, `store.key.open_to_others`,
    /// `store.key.unreadable`.
    static base::Result<Secrets> read(const std::string& directory);
    /// Reads the file; throws what read() finds wrong as a base::ToldFault.
    static Secrets open(const std::string& directory);
    /// Reads the file, or makes one when there is none.
    static Secrets open_or_create(const std::string& directory);
    static bool is_there(const std::string& directory);

    Bytes encrypt(std::string_view purpose, std::string_view plain) const;
    /// Throws base::Fault when `sealed` was damaged, or made with another key file or purpose.
    std::string decrypt(std::string_view purpose, std::span<const std::byte> sealed) const;
    /// A keyed hash: a signature within the installation, or a name for something that must not be guessed.
    Hash sign(std::string_view purpose, std::string_view data) const;
    /// Compares in constant time.
    bool is_signature(std::string_view purpose, std::string_view data, std::span<const std::byte> signature) const;

  private:
    explicit Secrets(const Key& key) : key_(key) {}
    Key key_;
};

}  // namespace samrum::store
