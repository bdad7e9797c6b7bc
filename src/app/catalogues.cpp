#include "app/catalogues.hpp"

namespace samrum::app {

const text::Catalogues& catalogues() {
    static const auto all = text::Catalogues::load(text::embedded_messages());
    return *all;
}

}  // namespace samrum::app
