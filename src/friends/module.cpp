#include "friends/module.hpp"

#include "friends/matching/module.hpp"

namespace samrum::friends {

// One slice of several rooms; each module.cpp tells its own.
module::Module friends_module() {
    module::Module all;
    all.name = "friends";
    matching::add_to(all);  // who with whom: the solver's commands
    return all;
}

}  // namespace samrum::friends
