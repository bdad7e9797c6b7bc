#pragma once
#include "foundation/store/store.hpp"

#include <functional>
#include <vector>

namespace samrum::store {

/// Hears what a transaction wrote into the journal, before it is committed, and may add to the transaction. It runs
/// again when the engine asks for the transaction anew.
using BeforeCommit = std::function<void(Transaction&, const std::vector<JournalLine>&)>;

/// Set once, before other threads use the store.
void hear_commits(Store& store, BeforeCommit hear);

}  // namespace samrum::store
