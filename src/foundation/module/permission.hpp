#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/store/store.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::module {

struct OrganisationKind;
using OrganisationId = base::Id<OrganisationKind>;
struct AccountKind;
using AccountId = base::Id<AccountKind>;

/// What a person is in a room.
enum class Role {
    officer,        ///< partnership officer of a public party
    coordinator,    ///< runs an association's work
    volunteer,      ///< logs the work done
    partner,        ///< of another party: enters a public party's room by grant
    administrator,  ///< of a room: who may enter it
    operator_       ///< of the installation: rooms, backups; no confidential row
};
inline constexpr Role kRoles[] = {Role::officer, Role::coordinator,   Role::volunteer,
                                  Role::partner, Role::administrator, Role::operator_};
std::string_view role_name(Role role);  ///< "officer" … "operator"
std::optional<Role> role_named(std::string_view name);

/// How far what a permission opens may be seen. `confidential` is held only through a role at the room's own
/// organisation.
enum class Guard { open, personal, confidential };

/// A permission and the roles that hold it, declared once by its slice as a constant.
struct Permission {
    std::string_view key;  ///< "activity.log"
    Guard guard;
    std::vector<Role> roles;
};

/// A row in the lobby: an account acts in a room, in a role, for an organisation, during a period.
struct Grant {
    AccountId account;
    store::RoomId room;
    Role role;
    OrganisationId organisation;
    base::Period period;
};

/// Who is asking, in the room that the request names, on a day.
struct Caller {
    std::optional<AccountId> account;  ///< nobody signed in: empty
    std::string label;                 ///< display name for the journal: a function, "partnership officer"
    std::vector<Grant> grants;         ///< those of this room that are valid on the day
    OrganisationId room_organisation;  ///< whose room it is

    bool signed_in() const { return account.has_value(); }
    store::Actor actor() const { return {account ? account->text() : std::string("nobody"), label}; }
};

/// Does any grant of the caller give this permission in the room? What a route checks before its handler runs.
bool may_anywhere(const Caller& caller, const Permission& permission);
/// Does a grant for `owner` give it? What an action checks against the record's owners.
bool may_for(const Caller& caller, const Permission& permission, OrganisationId owner);

/// What an action returns when the caller may not: pages make it 404 (module::refused_page), the API 404, commands
/// exit 1.
base::Problem refusal();
bool is_refusal(const base::Problems& problems);

}  // namespace samrum::module
