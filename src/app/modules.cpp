#include "app/modules.hpp"

#include "activity/module.hpp"
#include "advice/module.hpp"
#include "app/module.hpp"
#include "directory/module.hpp"
#include "friends/module.hpp"
#include "partnership/module.hpp"
#include "registry/module.hpp"
#include "search/module.hpp"

namespace samrum::app {

std::span<const module::Module> modules() {
    static const std::vector<module::Module> all{app_module(),
                                                 partnership::partnership_module(),
                                                 advice::advice_module(),
                                                 friends::friends_module(),
                                                 activity::activity_module(),
                                                 directory::directory_module(),
                                                 registry::registry_module(),
                                                 search::search_module()};
    return all;
}

}  // namespace samrum::app
