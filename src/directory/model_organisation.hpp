#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/base/organisation_number.hpp"
#include "foundation/module/permission.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

using module::OrganisationId;

/// What an organisation is. A municipality, its committee (nämnd) and the committee's department (förvaltning) are
/// three things: the first is the legal person, the second decides, the third does the work.
enum class OrganisationType {
    municipality,
    region,
    authority,
    committee,
    department,
    association,
    umbrella,
    faith_community,
    foundation,
    university,
    business
};
inline constexpr OrganisationType kOrganisationTypes[] = {
    OrganisationType::municipality, OrganisationType::region,          OrganisationType::authority,
    OrganisationType::committee,    OrganisationType::department,      OrganisationType::association,
    OrganisationType::umbrella,     OrganisationType::faith_community, OrganisationType::foundation,
    OrganisationType::university,   OrganisationType::business};
std::string_view type_name(OrganisationType type);  ///< "municipality"
std::optional<OrganisationType> type_named(std::string_view name);
/// A municipality, a region, an authority, and what lies within them.
bool is_public(OrganisationType type);

/// An organisation's public facts. They lie in the lobby and are the same for every room; nothing here is secret.
struct Organisation {
    OrganisationId id;
    OrganisationType type = OrganisationType::association;
    std::string name;
    std::optional<base::OrganisationNumber> number = {};  ///< small associations may have none
    std::optional<std::string> website = {};
    std::optional<store::RoomId> kept_by = {};  ///< the room whose people keep these facts right; nothing: operators
    bool synthetic = false;                     ///< invented for a demo
};

/// How two organisations hang together over time. A committee is part of its municipality, a department serves its
/// committee, an association is a member of an umbrella.
enum class LinkType { part_of, serves, member_of };
inline constexpr LinkType kLinkTypes[] = {LinkType::part_of, LinkType::serves, LinkType::member_of};
std::string_view link_name(LinkType type);  ///< "part_of"
std::optional<LinkType> link_named(std::string_view name);

struct OrganisationLinkKind;
using OrganisationLinkId = base::Id<OrganisationLinkKind>;

struct OrganisationLink {
    OrganisationLinkId id;
    OrganisationId organisation;
    LinkType type = LinkType::part_of;
    OrganisationId other;
    base::Period period;
};

}  // namespace samrum::directory
