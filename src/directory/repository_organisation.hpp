#pragma once
#include "directory/model_organisation.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// A name as it is searched (folded) and ordered (ICU sort key).
struct NameKeys {
    std::string folded;
    store::Bytes sort_key;
};

std::optional<Organisation> load_organisation(store::Reader& lobby, OrganisationId id);
std::optional<Organisation> load_organisation(store::Reader& lobby, const base::OrganisationNumber& number);
/// Those of this folded name: names are not unique.
std::vector<Organisation> load_organisations_named(store::Reader& lobby, std::string_view folded);
/// Every organisation, in the order of the Swedish alphabet. An installation holds thousands at most.
std::vector<Organisation> load_organisations(store::Reader& lobby);
void save_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys);
void update_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys);
void set_keeper(store::Transaction& lobby, OrganisationId id, store::RoomId room);

/// Links from and to an organisation, oldest first.
std::vector<OrganisationLink> load_links(store::Reader& lobby, OrganisationId id);
std::optional<OrganisationLink> load_link(store::Reader& lobby, OrganisationLinkId id);
void save_link(store::Transaction& lobby, const OrganisationLink& link);
void end_link(store::Transaction& lobby, OrganisationLinkId id, base::Date last);

}  // namespace samrum::directory
