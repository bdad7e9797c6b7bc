#pragma once
#include "foundation/base/result.hpp"
#include "partnership/agreement/model_delivery.hpp"

#include <string>
#include <string_view>

namespace samrum::partnership::agreement {

/// A delivery as it travels between rooms: a JSON object, everything that the hash covers and the hash.
std::string write_delivery(const Delivery& one);
/// Reads what write_delivery wrote. Problem `partnership.delivery.unreadable` for another form,
/// `partnership.delivery.not_genuine` when the hash is not its own.
base::Result<Delivery> read_delivery(std::string_view text);

}  // namespace samrum::partnership::agreement
