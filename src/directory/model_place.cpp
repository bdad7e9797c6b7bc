#include "directory/model_place.hpp"

namespace samrum::directory {
namespace {
constexpr std::string_view kBodyTypeNames[] = {"steering_group", "advisory_council", "board", "working_group"};
}

std::string_view body_type_name(BodyType type) {
    return kBodyTypeNames[static_cast<std::size_t>(type)];
}

std::optional<BodyType> body_type_named(std::string_view name) {
    for (BodyType type : kBodyTypes)
        if (body_type_name(type) == name) return type;
    return std::nullopt;
}

}  // namespace samrum::directory
