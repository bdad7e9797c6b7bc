#pragma once
#include "foundation/jobs/runner.hpp"
#include "foundation/store/secrets.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::jobs {

/// What a slice does with envelopes of a kind, in a transaction of the receiving room. Throwing leaves the envelope in
/// the sender's outbox, with what was thrown beside it, to be tried again.
struct Receiver {
    std::string kind;
    std::function<void(store::Transaction& to_room, store::RoomId from, const base::Uuid& id, std::string_view payload)>
        receive;
};

/// Carries out the jobs that hand_over makes: each envelope is received once, and in order.
Handler envelope_handler(std::vector<Receiver> receivers);

/// The installation's public ed25519 key (RFC 8032, 32 bytes): what others verify its envelopes with. The private one
/// is derived from the key file.
store::Bytes installation_public_key(const store::Secrets& secrets);

}  // namespace samrum::jobs
