#pragma once
#include "advice/sites/model.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::advice::sites {

// What the other rooms of this slice read of sites and sessions. They never write these tables by other ways than the
// actions of advice/sites.

/// Every site, by name in the order of the Swedish alphabet; closed ones too.
std::vector<Site> load_sites(store::Reader& room);
bool any_site(store::Reader& room);
std::optional<Site> load_site(store::Reader& room, SiteId id);
std::optional<Site> site_by_slug(store::Reader& room, std::string_view slug);

std::optional<Session> load_session(store::Reader& room, SessionId id);
/// Sessions of the days from `first` to `last`, by day, clock and site; of one site or of all.
std::vector<Session> sessions_between(store::Reader& room, base::Date first, base::Date last,
                                      std::optional<SiteId> site = std::nullopt);

void insert_session(store::Transaction& room, const Session& one);
/// False when somebody changed it since `session.revision`; the row's revision grows by one.
bool update_session(store::Transaction& room, const Session& one);
bool delete_session(store::Transaction& room, SessionId id);

}  // namespace samrum::advice::sites
