#include "activity/repository_day.hpp"

#include "activity/model_codes.hpp"
#include "activity/repository_row.hpp"

namespace samrum::activity {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

/// The sums of sessions, as the columns of activity_day hold them.
const std::string kDayLineSums =
    "count(*), count(case when not cancelled then 1 end),"
    " coalesce(cast(sum(case when not cancelled then participants end) as bigint), 0),"
    " count(case when not cancelled then participants end),"
    " coalesce(cast(sum(case when not cancelled then women end) as bigint), 0),"
    " count(case when not cancelled then women end),"
    " coalesce(cast(sum(case when not cancelled and women is not null then participants end) as bigint), 0),"
    " coalesce(cast(sum(case when not cancelled then minutes end) as bigint), 0),"
    " count(case when not cancelled then minutes end)";

const std::string kDayRemakeText =
    "insert into activity_day (day, activity, place, lines, held, participants, participants_known, women, women_known,"
    " women_of, minutes, minutes_known) select day, activity, place, " +
    kDayLineSums + " from activity_entry where kind = 'session'";
const std::string kDayRefreshText =
    kDayRemakeText + " and day = $1 and activity = $2 and place = $3 group by day, activity, place";
const std::string kDayRefreshAllText = kDayRemakeText + " group by day, activity, place";
const Statement kDayForget{Scope::room, "delete from activity_day where day = $1 and activity = $2 and place = $3"};
const Statement kDayRefresh{Scope::room, kDayRefreshText};
const Statement kDayForgetAll{Scope::room, "delete from activity_day"};
const Statement kDayRefreshAll{Scope::room, kDayRefreshAllText};

// Without a text to look for, the days and the few lines that are no sessions say it all.
const std::string kDaysText = "select " + std::string(kDaySums) +
                              " from activity_day where ($1 = '' or place = $1) and ($2 = '' or activity = $2) and"
                              " day >= $3 and day <= $4";
const Statement kDays{Scope::room, kDaysText};

const std::string kDayOthersText =
    "select count(*), count(case when amount is null and not cancelled then 1 end) from activity_entry where kind in "
    "(" +
    other_kinds() + ") and " + std::string(kSelected);
const Statement kDayOthers{Scope::room, kDayOthersText};
const std::string kDaySelectedSessionsText =
    "select " + kDayLineSums + " from activity_entry where kind = 'session' and " + std::string(kSelected);
const Statement kDaySelectedSessions{Scope::room, kDaySelectedSessionsText};

bool wants_sessions(const Filter& filter) {
    return filter.kinds.empty() || filter.kinds.find(code_of(Kind::session)) != std::string::npos;
}

}  // namespace

std::string other_kinds() {
    std::string codes;
    for (const Shape& shape : shapes())
        if (shape.family != Family::session) codes += (codes.empty() ? "'" : ", '") + std::string(shape.code) + "'";
    return codes;
}

void refresh_day(store::Transaction& tx, const Facts& session) {
    if (session.kind != Kind::session) return;
    tx.run(kDayForget, session.day, session.activity, session.place);
    tx.run(kDayRefresh, session.day, session.activity, session.place);
}

void refresh_every_day(store::Transaction& tx) {
    tx.run(kDayForgetAll);
    tx.run(kDayRefreshAll);
}

Totals totals_of_days(const Row& row) {
    const auto sum = [&](int column) { return row.is_null(column) ? 0 : row.integer(column); };
    return {.lines = sum(0),
            .sessions = sum(1),
            .cancelled = sum(0) - sum(1),
            .participants = sum(2),
            .participants_known = sum(3),
            .women = sum(4),
            .women_known = sum(5),
            .women_of = sum(6),
            .volunteer_minutes = sum(7),
            .volunteer_minutes_known = sum(8)};
}

Totals total_entry_rows(store::Reader& room, const Filter& filter) {
    auto args = selection_arguments(filter);
    Totals totals;
    if (wants_sessions(filter)) {
        const bool by_day = filter.text.empty();
        const std::vector<store::Value> days{args[1], args[2], args[3], args[4]};
        room.each(by_day ? kDays : kDaySelectedSessions, by_day ? days : args,
                  [&](const Row& row) { totals = totals_of_days(row); });
    }
    room.each(kDayOthers, args, [&](const Row& row) {
        totals.lines += row.integer(0);
        totals.events = row.integer(1);
    });
    return totals;
}

}  // namespace samrum::activity
