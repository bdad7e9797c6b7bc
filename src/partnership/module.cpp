#include "partnership/module.hpp"

#include "partnership/commands.hpp"

namespace samrum::partnership {

module::Module partnership_module() {
    module::Module all;
    all.name = "partnership";
    all.commands = {kAgreementCommand};
    return all;
}

}  // namespace samrum::partnership
