#include "friends/people/model.hpp"

#include <algorithm>

namespace samrum::friends::people {

const Place* Programme::place(std::string_view code) const {
    const auto found = std::ranges::find(places, code, &Place::code);
    return found == places.end() ? nullptr : &*found;
}

}  // namespace samrum::friends::people
