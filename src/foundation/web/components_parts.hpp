#pragma once
// What the components share among themselves; pages do not include this.
#include "foundation/web/components.hpp"

namespace samrum::web {

std::string_view tone_name(Tone tone);
Attribute variant_of(Variant variant);
Attribute color_of(Tone tone);
/// The attribute, left out when its value is empty.
Attribute unless_empty(Attribute attribute);

}  // namespace samrum::web
