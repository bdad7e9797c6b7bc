#include "directory/actions_password.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <sodium.h>
#include <thread>

namespace samrum::directory {
namespace {

struct Cost {
    unsigned long long passes;
    std::size_t memory;
};
constexpr Cost kEarnest{2, 19 * 1024 * 1024};
constexpr Cost kCheap{crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
std::atomic<int> cheap_ones = 0;  ///< CheapPasswords that live

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
    const Cost cost = cheap_ones > 0 ? kCheap : kEarnest;
    const Turn turn;
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw base::Fault("no memory to hash a password");
    return hash.data();
}

}  // namespace

std::string password_hash(std::string_view password) {
    return hash_now(password);
}

bool password_fits(const std::optional<std::string>& hash, std::string_view password) {
    static const std::string dummy = hash_now("nobody's password");
    const std::string& tried = hash ? *hash : dummy;
    const Turn turn;
    const bool fits = crypto_pwhash_str_verify(tried.c_str(), password.data(), password.size()) == 0;
    return fits && hash.has_value();
}

CheapPasswords::CheapPasswords() {
    ++cheap_ones;
}
CheapPasswords::~CheapPasswords() {
    --cheap_ones;
}

}  // namespace samrum::directory
