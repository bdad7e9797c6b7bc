#pragma once
#include "advice/sheets/model.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::sheets {

/// Adds to the counts of a session; a count never falls below zero (a Bug).
void add_counts(store::Transaction& room, const sites::Session& session, const std::vector<Count>& counts);

/// Which sessions are counted: of a site, of the sites that something else is said of (empty: not asked for), or all of
/// the room's.
struct CountedOver {
    base::Period days;
    std::optional<SiteId> site = {};
    std::string activity = {};      ///< id
    std::string place = {};         ///< id
    std::string municipality = {};  ///< name
};
/// The arguments $1 … $6 of every statement over CountedOver: first day, last day, site, activity, place, municipality.
std::vector<store::Value> over_values(const CountedOver& over);
/// ` day >= $1 and day <= $2 and site in (…)`: a literal for statements over sessions and counts.
inline constexpr std::string_view kOverSites =
    " day >= $1 and day <= $2 and site in (select s.id from advice_site s where ($3 = '' or s.id = $3) "
    "and ($4 = '' or s.activity = $4) and ($5 = '' or s.place = $5) and ($6 = '' or s.municipality = $6))";

/// The sum of a dimension over days, of one value or (empty) of all; nothing when no session of them was counted.
std::optional<std::int64_t> sum_counts(store::Reader& room, Dimension dimension, std::string_view value,
                                       const CountedOver& over);
/// The same by value, the largest first.
std::vector<ValueSum> sums_by_value(store::Reader& room, Dimension dimension, const CountedOver& over);

/// What each session adds to a sum, by day: the rows that a figure opens.
struct SessionSum {
    SessionId session;
    SiteId site;
    base::Date day;
    std::int64_t n = 0;
};
std::vector<SessionSum> sums_by_session(store::Reader& room, Dimension dimension, std::string_view value,
                                        const CountedOver& over);
/// Sums by month, in time's order; months without a count are left out.
std::vector<MonthSum> sums_by_month(store::Reader& room, Dimension dimension, const CountedOver& over);
/// Everything that is left of one session.
std::vector<Count> counts_of(store::Reader& room, SessionId session);

}  // namespace samrum::advice::sheets
