#include "registry/model.hpp"

#include "foundation/base/codes.hpp"

namespace samrum::registry {

using module::Guard;
using module::Role;

const module::Permission kReadRegistry{"registry.read", Guard::personal, {Role::officer, Role::administrator}};
const module::Permission kKeepRegistry{"registry.keep", Guard::personal, {Role::officer}};
const module::Permission kSwitchRegistry{"registry.switch", Guard::personal, {Role::officer, Role::administrator}};

std::string_view code_of(Direction direction) {
    return kDirectionCodes[static_cast<std::size_t>(direction)];
}
std::optional<Direction> direction_of(std::string_view code) {
    return base::enum_of<Direction>(kDirectionCodes, code);
}

}  // namespace samrum::registry
