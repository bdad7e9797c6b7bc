#include "friends/module.hpp"

#include "friends/effect/module.hpp"
#include "friends/figures/module.hpp"
#include "friends/matching/module.hpp"
#include "friends/pairs/module.hpp"

namespace samrum::friends {

// One slice of several rooms; each module.cpp tells its own.
module::Module friends_module() {
    module::Module all;
    all.name = "friends";
    matching::add_to(all);  // who with whom: the solver's commands
    pairs::add_to(all);     // those who meet: notes, pauses, endings, social activities
    effect::add_to(all);    // what they say themselves, at the start and after six months
    figures::add_to(all);   // what it adds up to: measures, figures
    return all;
}

}  // namespace samrum::friends
