#pragma once
#include "directory/model_account.hpp"
#include "foundation/store/store.hpp"

namespace samrum::directory {

Throttle load_throttle(store::Reader& lobby, const store::Bytes& hash);
void save_throttle(store::Transaction& lobby, const store::Bytes& hash, const Throttle& throttle);
void delete_throttle(store::Transaction& lobby, const store::Bytes& hash);
std::int64_t delete_throttles_before(store::Transaction& lobby, base::Instant moment);

}  // namespace samrum::directory
