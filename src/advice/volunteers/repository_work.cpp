#include "advice/volunteers/repository_work.hpp"

#include "advice/sites/model_words.hpp"

#include <set>

namespace samrum::advice::volunteers {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kWork{Scope::room,
                      "select count(*), cast(sum(s.ends - s.starts) as bigint) from advice_shift h join advice_session "
                      "s on s.id = h.session "
                      "where h.volunteer = $1 and s.state = 'held'"};
const Statement kWanted{
    Scope::room,
    "select site, languages from advice_rule where languages <> '' and (last_day is null or last_day >= $1)"};
const Statement kMissed{Scope::room,
                        "select value, cast(sum(n) as bigint) from advice_count where dimension = 'language_gap' "
                        "and day >= $1 and day <= $2 group by value"};
const Statement kHasAdvice{Scope::room,
                           "select (select count(*) from advice_site) + (select count(*) from advice_volunteer)"};
const Statement kWaiting{Scope::room, "select count(*) from advice_volunteer where stage = 'applied'"};

}  // namespace

Work work_of(store::Reader& room, VolunteerId volunteer) {
    const auto read = [](const Row& row) { return Work{row.integer(0), row.is_null(1) ? 0 : row.integer(1)}; };
    return room.one(kWork, read, volunteer).value_or(Work{});
}

std::map<std::string, std::int64_t> languages_wanted(store::Reader& room, base::Date from) {
    std::set<std::pair<std::string, std::string>> seen;
    std::map<std::string, std::int64_t> wanted;
    room.each(kWanted, {store::to_value(from)}, [&](const Row& row) {
        for (const std::string& code : split_codes(row.view(1)))
            if (seen.emplace(row.text(0), code).second) ++wanted[code];
    });
    return wanted;
}

std::map<std::string, std::int64_t> languages_missed(store::Reader& room, base::Date first, base::Date last) {
    std::map<std::string, std::int64_t> missed;
    room.each(kMissed, {store::to_value(first), store::to_value(last)},
              [&](const Row& row) { missed.emplace(row.text(0), row.integer(1)); });
    return missed;
}

bool has_advice(store::Reader& room) {
    return room.count(kHasAdvice) > 0;
}
std::int64_t waiting_applications(store::Reader& room) {
    return room.count(kWaiting);
}

}  // namespace samrum::advice::volunteers
