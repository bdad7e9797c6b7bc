#include "foundation/store/secrets.hpp"

#include "foundation/base/told_fault.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace samrum::store {

namespace {

constexpr std::string_view kFirstWord = "samrum-key-1 ";

static_assert(sizeof(crypto_generichash_state) <= 384);

const unsigned char* raw(const void* data) {
    return static_cast<const unsigned char*>(data);
}
unsigned char* raw(void* data) {
    return static_cast<unsigned char*>(data);
}

void start_sodium() {
    static const int started = sodium_init();
    base::ensure(started >= 0, "libsodium starts");
}

std::string path_of(const std::string& directory) {
    return directory + "/samrum.key";
}

void write_key_file(const std::string& path, const Key& key) {
    const auto line = std::string(kFirstWord) + to_hex(key) + "\n";
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        throw std::filesystem::filesystem_error("cannot make the key file", path,
                                                std::error_code(errno, std::generic_category()));
    const bool written =
        ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written) throw base::Fault(fmt::format("cannot write the key file {}", path));
}

}  // namespace

Hash blake2b(std::string_view data) {
    start_sodium();
    Hash hash;
    crypto_generichash(raw(hash.data()), hash.size(), raw(data.data()), data.size(), nullptr, 0);
    return hash;
}

Hash blake2b(std::string_view data, const Key& key) {
    start_sodium();
    Hash hash;
    crypto_generichash(raw(hash.data()), hash.size(), raw(data.data()), data.size(), raw(key.data()), key.size());
    return hash;
}

Key random_key() {
    start_sodium();
    Key key;
    randombytes_buf(key.data(), key.size());
    return key;
}

std::string to_hex(std::span<const std::byte> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto b : bytes) {
        text += digits[std::to_integer<unsigned>(b) >> 4];
        text += digits[std::to_integer<unsigned>(b) & 15];
    }
    return text;
}

Bytes to_bytes(std::string_view text) {
    const auto* begin = reinterpret_cast<const std::byte*>(text.data());
    return {begin, begin + text.size()};
}

Hasher::Hasher() {
    start_sodium();
    crypto_generichash_init(reinterpret_cast<crypto_generichash_state*>(state_.data()), nullptr, 0, sizeof(Hash));
}

void Hasher::add(std::string_view data) {
    crypto_generichash_update(reinterpret_cast<crypto_generichash_state*>(state_.data()), raw(data.data()),
                              data.size());
}

Hash Hasher::finish() {
    Hash hash;
    crypto_generichash_final(reinterpret_cast<crypto_generichash_state*>(state_.data()), raw(hash.data()), hash.size());
    return hash;
}

base::Result<Secrets> Secrets::read(const std::string& directory) {
    const auto path = path_of(directory);
    const auto wrong = [&](const char* key) { return base::problem("", key, {{"file", path}}); };
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return wrong("store.key.not_there");
    if ((about.st_mode & 077) != 0) return wrong("store.key.open_to_others");
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    Key key;
    std::size_t length = 0;
    if (!line.starts_with(kFirstWord) ||
        sodium_hex2bin(raw(key.data()), key.size(), line.data() + kFirstWord.size(), line.size() - kFirstWord.size(),
                       nullptr, &length, nullptr) != 0 ||
        length != key.size()) {
        return wrong("store.key.unreadable");
    }
    return Secrets(key);
}

Secrets Secrets::open(const std::string& directory) {
    auto secrets = read(directory);
    if (secrets) return *std::move(secrets);
    const auto& wrong = secrets.problems().front().message;
    throw base::ToldFault(fmt::format("{} {}", wrong.key, path_of(directory)), wrong);
}

Secrets Secrets::open_or_create(const std::string& directory) {
    if (!is_there(directory)) {
        std::filesystem::create_directories(directory);
        write_key_file(path_of(directory), random_key());
    }
    return open(directory);
}

bool Secrets::is_there(const std::string& directory) {
    return std::filesystem::exists(path_of(directory));
}

Bytes Secrets::encrypt(std::string_view purpose, std::string_view plain) const {
    const Key key = blake2b("encrypt:" + std::string(purpose), key_);
    Bytes sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size());
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(raw(sealed.data() + crypto_secretbox_NONCEBYTES), raw(plain.data()), plain.size(),
                          raw(sealed.data()), raw(key.data()));
    return sealed;
}

std::string Secrets::decrypt(std::string_view purpose, std::span<const std::byte> sealed) const {
    constexpr std::size_t extra = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const Key key = blake2b("encrypt:" + std::string(purpose), key_);
    std::string plain(sealed.size() < extra ? 0 : sealed.size() - extra, '\0');
    if (sealed.size() < extra ||
        crypto_secretbox_open_easy(raw(plain.data()), raw(sealed.data() + crypto_secretbox_NONCEBYTES),
                                   sealed.size() - crypto_secretbox_NONCEBYTES, raw(sealed.data()),
                                   raw(key.data())) != 0) {
        throw base::Fault(fmt::format("the key file does not open the secret '{}'", purpose));
    }
    return plain;
}

Hash Secrets::sign(std::string_view purpose, std::string_view data) const {
    return blake2b(data, blake2b("sign:" + std::string(purpose), key_));
}

bool Secrets::is_signature(std::string_view purpose, std::string_view data,
                           std::span<const std::byte> signature) const {
    const Hash right = sign(purpose, data);
    return signature.size() == right.size() && sodium_memcmp(right.data(), signature.data(), right.size()) == 0;
}

}  // namespace samrum::store
