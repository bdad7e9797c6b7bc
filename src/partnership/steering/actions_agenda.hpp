#pragma once
#include "foundation/store/store.hpp"
#include "partnership/steering/model.hpp"

#include <string>
#include <string_view>

namespace samrum::partnership::steering {

/// Puts something on the next agenda that treats the agreement: `what` is said in the language of the convener, `link`
/// is below the room. `key` ("report/<id>") makes it happen once. Who proposes has been judged.
void propose(store::Transaction& tx, AgreementId agreement, std::string_view key, base::Message what, std::string link);

}  // namespace samrum::partnership::steering
