#include "registry/module.hpp"

namespace samrum::registry {

module::Module registry_module() {
    module::Module own;
    own.name = "registry";
    return own;
}

}  // namespace samrum::registry
