#pragma once
#include "foundation/store/store.hpp"
#include "partnership/changes/model.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::changes {

/// A line with its files; its number is the next one of the agreement unless it has one from another room already.
void insert_event(store::Transaction& tx, const Event& one);
int next_number(store::Reader& room, AgreementId agreement);
/// By the day they happened, then by number; those that a later line corrects are marked.
std::vector<Event> load_events(store::Reader& room, AgreementId agreement);
bool has_event(store::Reader& room, EventId id);

}  // namespace samrum::partnership::changes
