#include "friends/effect/model.hpp"

#include <algorithm>
#include <iterator>

namespace samrum::friends::effect {
namespace {

constexpr std::string_view kAreas[] = {"relations", "exchange", "belonging", "swedish", "labour"};
constexpr Area kAreaValues[] = {Area::relations, Area::exchange, Area::belonging, Area::swedish, Area::labour};

}  // namespace

std::string_view code_of(Area area) {
    return kAreas[static_cast<std::size_t>(area)];
}
std::optional<Area> area_of(std::string_view code) {
    const auto* found = std::find(std::begin(kAreas), std::end(kAreas), code);
    return found == std::end(kAreas) ? std::nullopt : std::optional(static_cast<Area>(found - std::begin(kAreas)));
}
std::span<const Area> areas() {
    return kAreaValues;
}

const Question* QuestionSet::question(std::string_view code) const {
    const auto found = std::ranges::find(questions, code, &Question::code);
    return found == questions.end() ? nullptr : &*found;
}

}  // namespace samrum::friends::effect
