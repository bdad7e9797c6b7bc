#pragma once
#include "foundation/text/words.hpp"

namespace samrum::text {

/// The words of the house, read once for all tests.
inline const Catalogues& house_catalogues() {
    static const auto all = Catalogues::load(embedded_messages());
    return *all;
}

}  // namespace samrum::text
