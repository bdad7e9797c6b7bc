#include "advice/figures/repository_figure.hpp"

namespace samrum::advice::figures {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kOver = " from advice_session where" + std::string(sheets::kOverSites);
const std::string kCountHeldText =
    "select count(*), cast(coalesce(sum(case when state = 'held' then 1 else 0 end), 0) as bigint), "
    "cast(coalesce(sum(case when state = 'held' then minutes else 0 end), 0) as bigint), "
    "cast(coalesce(sum(case when state = 'held' and minutes is not null then 1 else 0 end), 0) as bigint)" +
    kOver;
const std::string kHeldRowsText =
    "select id, site, day, minutes" + kOver + " and state = 'held' order by day, starts, site";
const std::string kHeldByMonthText = "select substr(day, 1, 7) as month, count(*)" + kOver +
                                     " and state = 'held' group by substr(day, 1, 7) order by month";
const Statement kCountHeld{Scope::room, kCountHeldText};
const Statement kHeldRows{Scope::room, kHeldRowsText};
const Statement kHeldByMonth{Scope::room, kHeldByMonthText};
const Statement kMoves{Scope::room,
                       "select day, what, reason, n from advice_move where day >= $1 and day <= $2 order by day, id"};

}  // namespace

HeldSessions count_held(store::Reader& room, const CountedOver& over) {
    HeldSessions held;
    room.each(kCountHeld, sheets::over_values(over), [&](const Row& row) {
        held = {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    });
    return held;
}

std::vector<HeldRow> held_rows(store::Reader& room, const CountedOver& over) {
    std::vector<HeldRow> rows;
    room.each(kHeldRows, sheets::over_values(over), [&](const Row& row) {
        rows.push_back(
            {row.id<sheets::SessionId>(0), row.id<sheets::SiteId>(1), row.date(2), row.maybe(3, &Row::integer)});
    });
    return rows;
}

std::vector<sheets::MonthSum> held_by_month(store::Reader& room, const CountedOver& over) {
    std::vector<sheets::MonthSum> months;
    room.each(kHeldByMonth, sheets::over_values(over), [&](const Row& row) {
        months.push_back({base::Date::parse(row.text(0) + "-01").value(), row.integer(1)});
    });
    return months;
}

std::vector<Move> moves_between(store::Reader& room, base::Date first, base::Date last) {
    return room.all(
        kMoves,
        [](const Row& row) {
            return Move{row.date(0), row.view(1) == "joined", row.text(2), row.integer(3)};
        },
        first, last);
}

}  // namespace samrum::advice::figures
