#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/module/permission.hpp"

#include <optional>
#include <string>

namespace samrum::directory {

struct FeedKind;
using FeedId = base::Id<FeedKind>;

/// A calendar that an account subscribes to. The secret of its address is shown once, when it is made.
struct FeedRow {
    FeedId id;
    module::AccountId account;
    store::RoomId room;
    std::string kind;  ///< module::Feed::name
    base::Date made_on;
    std::optional<base::Date> read_on = {};  ///< the last day that a client asked for it
};

}  // namespace samrum::directory
