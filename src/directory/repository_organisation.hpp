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

/// The organisation of an id; one that was merged into another is that other one, under its id.
std::optional<Organisation> load_organisation(store::Reader& lobby, OrganisationId id);
/// The entry itself, merged or not.
std::optional<Organisation> load_entry(store::Reader& lobby, OrganisationId id);
/// The id under which an organisation goes on after merges: mostly its own.
OrganisationId goes_on_as(store::Reader& lobby, OrganisationId id);
std::optional<Organisation> load_organisation(store::Reader& lobby, const base::OrganisationNumber& number);
/// Entries of this folded name, merged ones too: names are not unique.
std::vector<Organisation> load_organisations_named(store::Reader& lobby, std::string_view folded);
/// Every organisation but those merged into another, in the order of the Swedish alphabet. An installation holds
/// thousands at most.
std::vector<Organisation> load_organisations(store::Reader& lobby);
void save_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys);
void update_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys);
void set_keeper(store::Transaction& lobby, OrganisationId id, store::RoomId room);

/// The entry leads to another from now on, or to none, and has this number (two entries never share one).
void lead_to(store::Transaction& lobby, OrganisationId gone, std::optional<OrganisationId> kept,
             const std::optional<base::OrganisationNumber>& number);

/// Links from and to an organisation, oldest first.
std::vector<OrganisationLink> load_links(store::Reader& lobby, OrganisationId id);
std::optional<OrganisationLink> load_link(store::Reader& lobby, OrganisationLinkId id);
void save_link(store::Transaction& lobby, const OrganisationLink& link);
void end_link(store::Transaction& lobby, OrganisationLinkId id, base::Date last);
/// Its ends become those of `link`; the period stays.
void move_link(store::Transaction& lobby, const OrganisationLink& link);
void remove_link(store::Transaction& lobby, OrganisationLinkId id);

}  // namespace samrum::directory
