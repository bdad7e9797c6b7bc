#include "directory/rules_grant.hpp"

#include <algorithm>

namespace samrum::directory {

base::Problems judge_role(const RoomFacts& room, module::Role role, module::OrganisationId organisation) {
    base::ProblemList problems;
    const bool own = organisation == room.organisation;
    if (role == module::Role::operator_) problems.add(base::problem("role", "directory.grant.role.operator"));
    if (role == module::Role::officer && !room.is_public_party)
        problems.add(base::problem("role", "directory.grant.role.officer"));
    if (role == module::Role::partner && own)
        problems.add(base::problem("organisation", "directory.grant.role.partner"));
    if (role != module::Role::partner && role != module::Role::operator_ && !own)
        problems.add(base::problem("organisation", "directory.grant.role.own_only"));
    return problems.all();
}

bool has_other_administrator(const std::vector<RoomGrant>& grants_of_room, GrantId without, base::Date day) {
    return std::any_of(grants_of_room.begin(), grants_of_room.end(), [&](const RoomGrant& one) {
        return one.id != without && one.role == module::Role::administrator && one.period.contains(day) &&
               !one.period.last();
    });
}

}  // namespace samrum::directory
