#pragma once
#include "advice/sites/model.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::sites {

void insert_site(store::Transaction& room, const Site& site);
void update_site(store::Transaction& room, const Site& site);

/// Of one site, by weekday, clock and first day.
std::vector<WeeklyRule> rules_of(store::Reader& room, SiteId site);
void insert_rule(store::Transaction& room, const WeeklyRule& rule);
void set_rule_last(store::Transaction& room, RuleId id, std::optional<base::Date> last);
void delete_rule(store::Transaction& room, RuleId id);

/// Those that reach `from` or later, by first day: of a site and of all sites; without a site, every one there is.
std::vector<Closure> closures_from(store::Reader& room, base::Date from, std::optional<SiteId> site = std::nullopt);
std::optional<Closure> load_closure(store::Reader& room, ClosureId id);
void insert_closure(store::Transaction& room, const Closure& one);
bool delete_closure(store::Transaction& room, ClosureId id);

/// Sessions of a site whose day, or the day that a rule gave them, lies from `first` to `last`.
std::vector<Session> sessions_for_plan(store::Reader& room, SiteId site, base::Date first, base::Date last);
/// Is there a session of the site that begins then, beside `but`?
bool is_taken(store::Reader& room, SiteId site, base::Date day, base::ClockTime starts, SessionId but);
/// Those of the site's planned sessions, from a day on, that somebody counts on: a shift was taken or a time booked.
std::vector<SessionId> sessions_counted_on(store::Reader& room, SiteId site, base::Date from);
/// Takes a session's clock out of the way, so that others of its day can take over its time.
void park_session(store::Transaction& room, SessionId id);

/// Which sessions a list shows.
struct SessionFilter {
    base::Date first;
    base::Date last;
    std::string site = {};          ///< id; empty: all
    std::string municipality = {};  ///< empty: all
    std::string state = {};         ///< code; empty: all
};
struct ListedSession {
    Session session;
    std::string site_name;
    std::string slug;
    std::string municipality;
};
/// By day, clock and name of the site; `limit` of them after the first `offset`.
std::vector<ListedSession> list_sessions(store::Reader& room, const SessionFilter& filter, int limit,
                                         std::int64_t offset);
std::int64_t count_sessions(store::Reader& room, const SessionFilter& filter);

/// The next session of a site that is not cancelled, from a day on.
std::optional<Session> next_session(store::Reader& room, SiteId site, base::Date from);
/// The last day that the hours of a site have given a session for.
std::optional<base::Date> last_made_day(store::Reader& room, SiteId site);
/// Days of sessions that are planned, open or held, from `first` to `last`: of a place, an activity, or (empty) all.
std::vector<base::Date> session_days(store::Reader& room, std::string_view place, std::string_view activity,
                                     base::Date first, base::Date last);
/// The municipalities that have a site, by code point.
std::vector<std::string> municipalities(store::Reader& room);
/// Sites without any hours on a day, by name; at most `limit`.
std::vector<SiteId> sites_without_hours(store::Reader& room, base::Date day, int limit);

}  // namespace samrum::advice::sites
