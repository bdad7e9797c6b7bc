#include "advice/sites/model.hpp"

#include <algorithm>
#include <iterator>

namespace samrum::advice::sites {
namespace {

constexpr std::string_view kStates[] = {"planned", "cancelled", "open", "held"};

}  // namespace

std::string_view code_of(SessionState state) {
    return kStates[static_cast<std::size_t>(state)];
}
std::optional<SessionState> session_state_of(std::string_view code) {
    const auto* found = std::find(std::begin(kStates), std::end(kStates), code);
    if (found == std::end(kStates)) return std::nullopt;
    return static_cast<SessionState>(found - std::begin(kStates));
}

}  // namespace samrum::advice::sites
