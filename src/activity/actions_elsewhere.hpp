#pragma once
#include "activity/model.hpp"
#include "foundation/module/module.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::activity {

/// A promise in sessions that another slice counts: a session in the log adds nothing to it. It says neither which
/// promise nor how it goes.
struct CountedElsewhere {
    std::string measure;                 ///< what counts it, "advice.sessions"
    std::optional<ActivityId> activity;  ///< whose sessions; empty: of any
    std::optional<PlaceId> place;        ///< where; empty: anywhere

    /// Is it the promise that somebody who logs this line might think of?
    bool is_of(const Facts& facts) const;
};

/// The promises in sessions that another slice counts on `day`, for whoever logs; nothing for anybody else.
std::vector<CountedElsewhere> sessions_counted_elsewhere(store::Reader& room, const module::House& house,
                                                         const module::Caller& caller, base::Date day);

}  // namespace samrum::activity
