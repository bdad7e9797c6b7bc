#include "advice/sheets/repository_count.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>

namespace samrum::advice::sheets {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

constexpr std::string_view kLastDayOfAll = "2199-12-31";

const Statement kAddCount{Scope::room,
                          "insert into advice_count (session, dimension, value, site, day, n) "
                          "values ($1, $2, $3, $4, $5, $6) on conflict (session, dimension, value) "
                          "do update set n = advice_count.n + excluded.n"};
const Statement kNegative{Scope::room, "select count(*) from advice_count where session = $1 and n < 0"};

const std::string kCountedOver =
    " from advice_count where" + std::string(kOverSites) + " and dimension = $7 and ($8 = '' or value = $8)";
const std::string kSumText = "select count(*), cast(coalesce(sum(n), 0) as bigint)" + kCountedOver;
const std::string kByValueText =
    "select value, cast(sum(n) as bigint) as total" + kCountedOver + " group by value order by total desc, value";
const std::string kBySessionText = "select session, site, day, cast(sum(n) as bigint)" + kCountedOver +
                                   " group by session, site, day order by day, session";
const std::string kByMonthText = "select substr(day, 1, 7) as month, cast(sum(n) as bigint)" + kCountedOver +
                                 " group by substr(day, 1, 7) order by month";
const Statement kByMonth{Scope::room, kByMonthText};
const Statement kSum{Scope::room, kSumText};
const Statement kByValue{Scope::room, kByValueText};
const Statement kBySession{Scope::room, kBySessionText};
const Statement kOfSession{Scope::room,
                           "select dimension, value, n from advice_count where session = $1 order by dimension, value"};

std::vector<store::Value> over_arguments(Dimension dimension, std::string_view value, const CountedOver& over) {
    auto values = over_values(over);
    values.push_back(store::to_value(code_of(dimension)));
    values.push_back(store::to_value(value));
    return values;
}

}  // namespace

std::vector<store::Value> over_values(const CountedOver& over) {
    using store::to_value;
    const auto last = over.days.last();
    return {to_value(over.days.first()),
            to_value(last ? last->iso() : std::string(kLastDayOfAll)),
            to_value(over.site ? over.site->text() : std::string()),
            to_value(std::string_view(over.activity)),
            to_value(std::string_view(over.place)),
            to_value(std::string_view(over.municipality))};
}

void add_counts(store::Transaction& room, const sites::Session& session, const std::vector<Count>& counts) {
    for (const Count& one : counts)
        room.run(kAddCount, session.id, code_of(one.dimension), one.value, session.site, session.day, one.n);
    base::ensure(room.count(kNegative, session.id) == 0, "counts never fall below zero");
}

std::optional<std::int64_t> sum_counts(store::Reader& room, Dimension dimension, std::string_view value,
                                       const CountedOver& over) {
    std::optional<std::int64_t> sum;
    room.each(kSum, over_arguments(dimension, value, over), [&](const Row& row) {
        if (row.integer(0) > 0) sum = row.integer(1);
    });
    return sum;
}

std::vector<ValueSum> sums_by_value(store::Reader& room, Dimension dimension, const CountedOver& over) {
    std::vector<ValueSum> sums;
    room.each(kByValue, over_arguments(dimension, "", over), [&](const Row& row) {
        sums.push_back({row.text(0), row.integer(1)});
    });
    return sums;
}

std::vector<SessionSum> sums_by_session(store::Reader& room, Dimension dimension, std::string_view value,
                                        const CountedOver& over) {
    std::vector<SessionSum> sums;
    room.each(kBySession, over_arguments(dimension, value, over), [&](const Row& row) {
        sums.push_back({row.id<SessionId>(0), row.id<SiteId>(1), row.date(2), row.integer(3)});
    });
    return sums;
}

std::vector<MonthSum> sums_by_month(store::Reader& room, Dimension dimension, const CountedOver& over) {
    std::vector<MonthSum> sums;
    room.each(kByMonth, over_arguments(dimension, "", over), [&](const Row& row) {
        sums.push_back({base::Date::parse(row.text(0) + "-01").value(), row.integer(1)});
    });
    return sums;
}

std::vector<Count> counts_of(store::Reader& room, SessionId session) {
    std::vector<Count> counts;
    room.each(kOfSession, {store::to_value(session)}, [&](const Row& row) {
        const auto all = dimensions();
        const auto found = std::ranges::find(all, row.view(0), [](Dimension one) { return code_of(one); });
        base::ensure(found != all.end(), "counts have known dimensions");
        counts.push_back({*found, row.text(1), row.integer(2)});
    });
    return counts;
}

}  // namespace samrum::advice::sheets
