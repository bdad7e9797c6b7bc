#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <optional>
#include <string>

namespace samrum::directory {

struct PlaceKind;
using PlaceId = base::Id<PlaceKind>;
struct ActivityKind;
using ActivityId = base::Id<ActivityKind>;
struct BodyKind;
using BodyId = base::Id<BodyKind>;

/// A public place where the room's work is done; never somebody's home.
struct Place {
    PlaceId id;
    std::string name;
    std::optional<std::string> address = {};
    std::optional<base::Date> closed_on = {};  ///< the last day it was used
};

/// A verksamhet: what the room's organisation runs under a name of its own ("RådRum", "Kompis Sverige").
struct Activity {
    ActivityId id;
    std::string name;
    base::Period period;
};

/// A group that meets and decides or advises: steering group, advisory council, board, working group.
enum class BodyType { steering_group, advisory_council, board, working_group };
inline constexpr BodyType kBodyTypes[] = {BodyType::steering_group, BodyType::advisory_council, BodyType::board,
                                          BodyType::working_group};
std::string_view body_type_name(BodyType type);  ///< "steering_group"
std::optional<BodyType> body_type_named(std::string_view name);

struct Body {
    BodyId id;
    std::string name;
    BodyType type = BodyType::steering_group;
    base::Period period;
};

}  // namespace samrum::directory
