#pragma once
#include "foundation/base/result.hpp"
#include "foundation/store/store.hpp"

#include <string_view>

namespace samrum::directory {

/// Counts an attempt as failed before it is made, so that many at once are not tried for the price of one. The names of
/// throttles are stored hashed. Problem `directory.sign_in.wait` {seconds} while there is still a wait to sit out.
base::Result<base::Done> take_attempt(store::Session& lobby, std::string_view name, base::Instant now);
/// It went well: nothing is held against the name any more.
void forget_attempts(store::Transaction& lobby, std::string_view name);
/// May one more letter go to `address`? When it may, that is noted.
bool take_letter(store::Transaction& lobby, std::string_view address, base::Instant now);

}  // namespace samrum::directory
