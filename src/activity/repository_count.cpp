#include "activity/repository_count.hpp"

#include "activity/model_codes.hpp"
#include "activity/repository_day.hpp"
#include "activity/repository_row.hpp"

namespace samrum::activity {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

// $1 first day, $2 last day, $3 activity, $4 place.
const std::string kCountSessionsText =
    "select " + std::string(kDaySums) +
    " from activity_day where day >= $1 and day <= $2 and ($3 = '' or activity = $3) and"
    " ($4 = '' or place = $4)";
const Statement kCountSessions{Scope::room, kCountSessionsText};

// $5 kinds, separated by spaces; $6 reason. The kinds are named besides, so that the index by kind is used: a half-year
// may have millions of sessions and ten events.
std::string count_scoped(const std::string& kinds) {
    return " from activity_entry where kind in (" + kinds +
           ") and day >= $1 and day <= $2 and ($3 = '' or activity = $3) and ($4 = '' or place = $4) and"
           " replace($5, kind, '') <> $5 and ($6 = '' or reason = $6)";
}
const std::string kCountScoped = count_scoped(other_kinds());
const std::string kCountEventsText =
    "select count(*), count(case when not cancelled then 1 end),"
    " cast(sum(case when not cancelled then participants end) as bigint),"
    " count(case when not cancelled then participants end)" +
    kCountScoped;
const Statement kCountEvents{Scope::room, kCountEventsText};
const std::string kCountHeadsText = "select count(*), cast(sum(amount) as bigint)" + kCountScoped;
const Statement kCountHeads{Scope::room, kCountHeadsText};
const std::string kCountRowsEnd = " and not cancelled order by day, coalesce(start, -1), id";
const std::string kCountRowsText = "select " + kEntryColumns + kCountScoped + kCountRowsEnd;
const Statement kCountRows{Scope::room, kCountRowsText};
const std::string kCountSessionRowsText = "select " + kEntryColumns + count_scoped("'session'") + kCountRowsEnd;
const Statement kCountSessionRows{Scope::room, kCountSessionRowsText};
const std::string kCountHeadsUntilText =
    "select " + kEntryColumns +
    " from activity_entry where kind in ('volunteers_active', 'volunteers_joined', 'volunteers_left') and day <= $1 and"
    " ($2 = '' or activity = $2) order by activity, day, id";
const Statement kCountHeadsUntil{Scope::room, kCountHeadsUntilText};

std::string last_counted_day(const base::Period& period) {
    return period.last() ? period.last()->iso() : std::string("9999-12-31");
}

std::vector<store::Value> in_sessions(const CountScope& scope) {
    return {scope.period.first().iso(), last_counted_day(scope.period), scope.activity, scope.place};
}
std::vector<store::Value> scoped(const CountScope& scope, std::string_view kinds) {
    auto args = in_sessions(scope);
    args.emplace_back(std::string(kinds));
    args.emplace_back(scope.reason);
    return args;
}
std::int64_t sum(const Row& row, int column) {
    return row.is_null(column) ? 0 : row.integer(column);
}

}  // namespace

Totals count_sessions(store::Reader& room, const CountScope& scope) {
    Totals totals;
    room.each(kCountSessions, in_sessions(scope), [&](const Row& row) { totals = totals_of_days(row); });
    return totals;
}

EventCount count_events(store::Reader& room, std::string_view kinds, const CountScope& scope) {
    EventCount count;
    room.each(kCountEvents, scoped(scope, kinds), [&](const Row& row) {
        count = {row.integer(0), row.integer(1), sum(row, 2), row.integer(3)};
    });
    return count;
}

HeadcountSum count_heads(store::Reader& room, std::string_view kind, const CountScope& scope) {
    HeadcountSum heads;
    room.each(kCountHeads, scoped(scope, kind), [&](const Row& row) { heads = {row.integer(0), sum(row, 1)}; });
    return heads;
}

std::vector<Entry> counted_rows(store::Reader& room, std::string_view kinds, const CountScope& scope) {
    std::vector<Entry> entries;
    const Statement& rows = kinds == code_of(Kind::session) ? kCountSessionRows : kCountRows;
    room.each(rows, scoped(scope, kinds), [&](const Row& row) { entries.push_back(entry_of(row)); });
    return entries;
}

std::vector<Entry> heads_until(store::Reader& room, std::string_view activity, base::Date last) {
    return room.all(kCountHeadsUntil, entry_of, last, activity);
}

}  // namespace samrum::activity
