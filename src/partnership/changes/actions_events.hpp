#pragma once
#include "foundation/store/store.hpp"
#include "partnership/changes/model.hpp"

/// What other slices write into an agreement's way, within their own transaction in its home room.
namespace samrum::partnership::changes {

/// All parties have signed, the last of them on `on`. Once: a second call changes nothing. The parties' rooms get it.
void record_signed(store::Transaction& tx, const store::Actor& actor, AgreementId id, base::Date on);

}  // namespace samrum::partnership::changes
