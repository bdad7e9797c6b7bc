#include "directory/module.hpp"

#include "directory/actions_retention.hpp"
#include "directory/model_permissions.hpp"
#include "directory/rules_person.hpp"

namespace samrum::directory {

module::Module directory_module() {
    using store::Scope;
    module::Module all;
    all.name = "directory";
    all.permissions = {&kReadOrganisations, &kKeepOrganisations, &kReadPlaces,  &kKeepPlaces,
                       &kKeepPeople,        &kErasePeople,       &kManageGrants};
    all.retention = {
        {"directory.sign_in", {"directory.retention.sign_in", {}}, remove_spent_sign_ins, Scope::lobby},
        {"directory.person", {"directory.retention.person", {{"months", kPersonKeptMonths}}}, remove_old_people, Scope::room}};
    all.subjects = {{"directory.person", extract_alias, erase_alias, Scope::room},
                    {"directory.account", extract_account, erase_account, Scope::lobby}};
    return all;
}

}  // namespace samrum::directory
