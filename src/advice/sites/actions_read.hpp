#pragma once
#include "advice/sites/repository_hours.hpp"
#include "advice/sites/rules_hours.hpp"
#include "foundation/module/module.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What pages, feeds, measures and the other rooms of this slice read of sites and their hours.
namespace samrum::advice::sites {

std::optional<Site> find_site(store::Reader& room, SiteId id);
std::optional<Site> find_site(store::Reader& room, std::string_view slug);
std::optional<Session> find_session(store::Reader& room, SessionId id);
/// The site's place as the public finds it; empty when it has no address.
std::string address_of(store::Reader& room, const Site& site);

/// Which sites a list shows.
struct SiteFilter {
    std::string text = {};  ///< part of the name or the municipality, in any case
    std::string municipality = {};
    bool closed_too = false;
    std::string sort = "name";  ///< "name" or "municipality"
    bool descending = false;
};
struct SiteList {
    std::vector<Site> sites;  ///< of this page
    std::int64_t total = 0;
};
bool has_sites(store::Reader& room);
SiteList list_sites(store::Reader& room, const SiteFilter& filter, base::Date today, std::int64_t offset, int limit);
/// The municipalities with a site, in the order of the alphabet.
std::vector<std::string> site_municipalities(store::Reader& room);

/// The site with its rules and the closures from `from` on.
Hours hours_of(store::Reader& room, const Site& site, base::Date from);
/// How the site's hours have been, the oldest first: what stands beside its visits in a chart.
std::vector<HoursSpan> hours_history(store::Reader& room, SiteId site);

struct SessionPage {
    std::vector<ListedSession> sessions;
    std::int64_t total = 0;
};
SessionPage sessions_page_of(store::Reader& room, const SessionFilter& filter, int limit, std::int64_t offset = 0);
/// Sessions whose day has been and that nobody has noted: neither held nor cancelled. The last 60 days.
SessionPage not_noted(store::Reader& room, base::Date today, int limit);
/// Open sites without any hours, at most `limit`.
std::vector<Site> without_hours(store::Reader& room, base::Date today, int limit);
/// Closures from a day on, with the name of their site (empty: all).
struct ListedClosure {
    Closure closure;
    std::string site_name;
};
std::vector<ListedClosure> list_closures(store::Reader& room, base::Date from,
                                         std::optional<SiteId> site = std::nullopt);

/// The days of the sessions that are planned, open or held, and beyond the rows what the hours will give: for
/// module::Measure::planned. Dimensions "place" and "activity".
std::vector<base::Date> planned_days(store::Reader& room, const module::Dimensions& scope, const base::Period& days);

/// A session as calendars show it; `name` is of what is held: "RådRum".
document::CalendarEvent event_of(const Session& session, const Site& site, std::string_view activity_name,
                                 std::string_view address, std::string url);
/// What the activity of a site is called.
std::string activity_name(store::Reader& room, const Site& site);

}  // namespace samrum::advice::sites
