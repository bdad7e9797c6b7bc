#pragma once
#include "foundation/module/measure.hpp"
#include "friends/people/actions_participant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samrum::friends::figures {

/// What a measure's dimensions mean: a programme by id or as its name stands in an agreement's file ("kompis-sverige"),
/// a side, an area of the self-assessment.
struct Counted {
    base::Period days;
    std::optional<people::ProgrammeId> programme = {};  ///< nothing: all
    std::optional<Side> side = {};
    std::string_view area = {};  ///< code
    bool is_nothing = false;     ///< something is named that is not there

    bool is_of(people::ProgrammeId id) const { return !is_nothing && (!programme || *programme == id); }
    bool is_on(base::Date day) const { return days.contains(day); }
    base::Date last() const { return days.last().value_or(base::Date::of(2199, 12, 31)); }
};
Counted counted_over(store::Reader& room, const module::Dimensions& dimensions, const base::Period& period);

/// Has the room this value of a dimension, so that something can be counted by it?
bool knows_value(store::Reader& room, std::string_view dimension, std::string_view value);

/// The programme that a report is about: by its own dimension, else by the activity's name; nothing: all.
std::optional<people::ProgrammeId> programme_of(store::Reader& room, const module::Dimensions& of);

/// Had the room a programme of that scope by the last day? Before, nothing is known of it.
bool is_known(store::Reader& room, const Counted& over);

}  // namespace samrum::friends::figures
