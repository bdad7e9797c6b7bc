#include "directory/actions_password.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "foundation/base/ensure.hpp"

namespace samrum::directory {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = 19 * 1024 * 1024;

/// Lets as many in at once as there are cores, at most four.
class Gate {
  public:
    void enter() {
        std::unique_lock lock(guard_);
        freed_.wait(lock, [&] { return free_ > 0; });
        --free_;
    }
    void leave() {
        {
            const std::lock_guard lock(guard_);
            ++free_;
        }
        freed_.notify_one();
    }

  private:
    std::mutex guard_;
    std::condition_variable freed_;
    unsigned free_ = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
};

class Turn {
  public:
    Turn() { gate().enter(); }
    ~Turn() { gate().leave(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    static Gate& gate() {
        static Gate one;
        return one;
    }
};

std::string hash_now(std::string_view password) {
    if (sodium_init() < 0) throw base::Fault("libsodium does not start");
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const Turn turn;
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses, kMemory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw base::Fault("no memory to hash a password");
    return hash.data();
}

}  // namespace

std::string password_hash(std::string_view password) { return hash_now(password); }

bool password_fits(const std::optional<std::string>& hash, std::string_view password) {
    static const std::string dummy = hash_now("nobody's password");
    const std::string& tried = hash ? *hash : dummy;
    const Turn turn;
    const bool fits = crypto_pwhash_str_verify(tried.c_str(), password.data(), password.size()) == 0;
    return fits && hash.has_value();
}

}  // namespace samrum::directory
