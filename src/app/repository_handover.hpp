#pragma once
#include "app/handover.hpp"
#include "foundation/store/store.hpp"

#include <vector>

namespace samrum::app {

void insert_handover(store::Transaction& tx, const Handover& one);
/// The newest first.
std::vector<Handover> load_handovers(store::Reader& room);
/// Those whose day has come and that are not carried out.
std::vector<Handover> due_handovers(store::Reader& room, base::Date today);
void mark_handover_done(store::Transaction& tx, const base::Uuid& id, base::Date today);
std::int64_t delete_handovers_before(store::Transaction& tx, base::Date first);

}  // namespace samrum::app
