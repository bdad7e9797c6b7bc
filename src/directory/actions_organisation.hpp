#pragma once
#include "directory/model_organisation.hpp"
#include "directory/rules_organisation.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

std::optional<Organisation> find_organisation(store::Reader& lobby, OrganisationId id);
/// For imports: by number where there is one, else by name (folded). Several of that name: nothing.
std::optional<Organisation> find_organisation(store::Reader& lobby, std::string_view number, std::string_view name);
/// Those whose name or number holds every word of `search` (folded), in alphabetical order; empty: all.
std::vector<Organisation> list_organisations(store::Reader& lobby, std::string_view search = {});

/// May this room's caller change these facts? The room keeps its own organisation's, those it entered, and those of
/// bodies within its organisation that no room keeps: a municipality its committees', and their departments'.
bool may_keep(store::Reader& lobby, const module::Caller& caller, const module::RoomHead& room,
              const Organisation& one);

/// Problems `directory.organisation.*`, `base.organisation_number.*`, or a refusal.
base::Result<OrganisationId> add_organisation(store::Session& lobby, const module::RoomHead& room,
                                              const module::Caller& caller, const OrganisationInput& input);
base::Result<base::Done> change_organisation(store::Session& lobby, const module::RoomHead& room,
                                             const module::Caller& caller, OrganisationId id,
                                             const OrganisationInput& input);
/// For commands, the demo and imports, in their own transaction; `kept_by` nothing: operators keep it.
base::Result<OrganisationId> add_organisation(store::Transaction& lobby, const store::Actor& who,
                                              const OrganisationInput& input, std::optional<store::RoomId> kept_by);

/// As typed.
struct LinkInput {
    std::string type;   ///< link_name
    std::string other;  ///< id
    std::string first;  ///< ISO date
    std::string last;   ///< ISO date; empty: until further notice
};
base::Result<base::Done> add_link(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                  OrganisationId id, const LinkInput& input);
/// For commands, the demo and imports.
base::Result<base::Done> add_link(store::Transaction& lobby, const store::Actor& who, OrganisationId id,
                                  const LinkInput& input);
/// Its last day becomes `last`.
base::Result<base::Done> close_link(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                    OrganisationLinkId id, base::Date last);

/// A link as its organisation's page says it, with the other one's name.
struct LinkView {
    OrganisationLink link;
    Organisation other;    ///< the one at the other end
    bool outgoing = true;  ///< from the organisation asked about
};
std::vector<LinkView> links_of(store::Reader& lobby, OrganisationId id);
/// What the organisation is part of or serves on a day, nearest first: department → committee → municipality.
std::vector<Organisation> lies_within(store::Reader& lobby, OrganisationId id, base::Date day);

}  // namespace samrum::directory
