#pragma once
#include "app/demo.hpp"
#include "friends/people/model.hpp"

#include <string_view>
#include <vector>

namespace samrum::app {

/// Those of the demo who are to become pairs, in the order of the pairs; the rest wait.
struct DemoFriends {
    friends::people::ProgrammeId programme;
    std::vector<friends::people::ParticipantId> newcomers;
    std::vector<friends::people::ParticipantId> established;
};

/// A pair of the demo. Every one of them is invented.
struct DemoPair {
    std::string_view started;
    std::string_view ended = {};  ///< empty: goes on
    std::string_view reason = {};
    std::string_view newcomer = {};  ///< what comes after: "waits", "leaves"
    std::string_view established = {};
    int every_days = 9;              ///< how often they meet
    std::string_view last_met = {};  ///< empty: until now
};
/// 25 pairs of the first half-year of 2019, as the agreement says, and those of the autumn after it.
const std::vector<DemoPair>& demo_pairs();

/// Pairs, what they noted and answered, and the social activities.
void make_pairs(DemoBuild& build, const DemoFriends& friends);

}  // namespace samrum::app
