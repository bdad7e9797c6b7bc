#pragma once
#include "partnership/model_index.hpp"

namespace samrum::partnership {

/// The index of an agreement: what its document says, in rows. Ids, rooms and organisations are left for the caller.
AgreementIndex index_of(const Agreement& agreement);

}  // namespace samrum::partnership
