#include "friends/module.hpp"

#include "friends/effect/module.hpp"
#include "friends/figures/module.hpp"
#include "friends/matching/module.hpp"
#include "friends/pairs/module.hpp"
#include "friends/people/actions_participant.hpp"
#include "friends/people/model_permissions.hpp"
#include "friends/people/module.hpp"

namespace samrum::friends {

namespace {

constexpr int kOrder = 9;  ///< in the navigation: beside the other work, in the order of the rooms here

}  // namespace

// One slice of several rooms; each module.cpp tells its own.
module::Module friends_module() {
    module::Module all;
    all.name = "friends";
    people::add_to(all);    // who: programmes, flyers, enrolment, the register and its backlog
    matching::add_to(all);  // who with whom: the solver's commands
    pairs::add_to(all);     // those who meet: notes, pauses, endings, social activities
    effect::add_to(all);    // what they say themselves, at the start and after six months
    figures::add_to(all);   // what it adds up to: measures, figures
    // A room without a programme sees nothing of it but where its coordinator may begin.
    for (module::Navigation& one : all.navigation) {
        one.order = kOrder;
        one.in_use = people::has_programmes;
        if (one.path == "/friends") one.begins = &kRunFriends;
    }
    return all;
}

}  // namespace samrum::friends
