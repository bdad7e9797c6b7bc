#include "foundation/module/measure.hpp"

#include "foundation/text/words.hpp"

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

std::string measure_words(const text::Words& words, std::string_view name) {
    const std::string key = "measure." + std::string(name);
    return words.has(key) ? words(key) : std::string(name);
}

}  // namespace samrum::module
