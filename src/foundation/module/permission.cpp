#include "foundation/module/permission.hpp"

#include <algorithm>

namespace samrum::module {
namespace {

constexpr std::string_view kRoleNames[] = {"officer", "coordinator",   "volunteer",
                                           "partner", "administrator", "operator"};

constexpr std::string_view kRefused = "module.refused";

bool gives(const Grant& grant, const Permission& permission, OrganisationId room_organisation) {
    if (std::find(permission.roles.begin(), permission.roles.end(), grant.role) == permission.roles.end()) return false;
    if (permission.guard != Guard::confidential) return true;
    // A visitor from another party, an operator and an administrator never reach confidential rows.
    return grant.organisation == room_organisation && grant.role != Role::operator_ &&
           grant.role != Role::administrator && grant.role != Role::partner;
}

}  // namespace

std::string_view role_name(Role role) {
    return kRoleNames[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view name) {
    for (Role role : kRoles)
        if (role_name(role) == name) return role;
    return std::nullopt;
}

bool may_anywhere(const Caller& caller, const Permission& permission) {
    return std::any_of(caller.grants.begin(), caller.grants.end(),
                       [&](const Grant& grant) { return gives(grant, permission, caller.room_organisation); });
}

bool may_for(const Caller& caller, const Permission& permission, OrganisationId owner) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
        return grant.organisation == owner && gives(grant, permission, caller.room_organisation);
    });
}

base::Problem refusal() {
    return base::problem("", std::string(kRefused));
}

bool is_refusal(const base::Problems& problems) {
    return std::any_of(problems.begin(), problems.end(), [](const auto& one) { return one.message.key == kRefused; });
}

}  // namespace samrum::module
