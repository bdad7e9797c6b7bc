#include "friends/matching/module.hpp"

#include "foundation/module/module.hpp"
#include "friends/matching/commands.hpp"

namespace samrum::friends::matching {

void add_to(module::Module& friends) {
    friends.commands.push_back({"match", add_match_commands});
}

}  // namespace samrum::friends::matching
