#include "foundation/module/measure.hpp"

namespace samrum::module {

Figure disclose(const Raw& raw, const Disclosure& rule) {
    const auto value = raw.inside();
    if (!value) return Figure{Unknown{}};
    const bool small = *value > 0 && *value < kSmallestShownCell;
    if (rule.outside_room && rule.about_people && small) return Figure{Hidden{}};
    return Figure{*value};
}

Figure frozen_figure(Figure::Value value) {
    return Figure{value};
}

}  // namespace samrum::module
