#pragma once
#include "advice/sites/rules_hours.hpp"
#include "foundation/store/store.hpp"

#include <string_view>

// How the sessions of a site are made to follow its hours: what the other actions of this folder share.
namespace samrum::advice::sites {

/// Whoever changes sites, hours or sessions of a room holds it.
inline constexpr std::string_view kSessionsLock = "advice.sessions";
/// How far ahead sessions are rows.
inline constexpr int kWeeksAhead = 12;
inline base::Date horizon(base::Date today) {
    return today.plus_days(7 * kWeeksAhead);
}

/// A site with its rules, and the closures that reach `from` or later.
Hours load_hours(store::Reader& room, const Site& site, base::Date from);
/// What it takes to make the sessions from `first` to `last` follow the hours.
Plan plan_between(store::Reader& room, const Hours& hours, base::Date first, base::Date last);
/// Does it. A session that goes is deleted; one that somebody counts on (a shift, a booked time) is cancelled instead,
/// with `reason`, so that nobody's shift vanishes without a word.
void carry_out(store::Transaction& room, SiteId site, const Plan& plan, const std::string& reason);
/// `"added":2,"changed":0,"removed":1`, for the journal.
std::string counts_of(const Plan& plan);

}  // namespace samrum::advice::sites
