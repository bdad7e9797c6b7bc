#pragma once
#include "foundation/module/module.hpp"
#include "partnership/agreement/model_index.hpp"

#include <vector>

namespace samrum::partnership::agreement {

/// Who finds what belongs to an agreement by a permission: the room's own people, and those who enter for one of its
/// parties.
std::vector<module::SearchReader> readers_of(const module::RoomHead& room, const module::Permission& permission,
                                             const std::vector<PartyRow>& parties);

}  // namespace samrum::partnership::agreement
