#include "directory/model_compact.hpp"

#include "foundation/base/codes.hpp"

namespace samrum::directory {
namespace {

constexpr std::string_view kLevelNames[] = {"national", "regional", "local"};
constexpr std::string_view kStateNames[] = {"submitted", "accepted", "declined", "withdrawn", "left"};

}  // namespace

std::string_view level_name(CompactLevel level) {
    return kLevelNames[static_cast<std::size_t>(level)];
}
std::optional<CompactLevel> level_named(std::string_view name) {
    return base::enum_of<CompactLevel>(kLevelNames, name);
}

std::string_view state_name(AccessionState state) {
    return kStateNames[static_cast<std::size_t>(state)];
}
std::optional<AccessionState> accession_state_named(std::string_view name) {
    return base::enum_of<AccessionState>(kStateNames, name);
}

}  // namespace samrum::directory
