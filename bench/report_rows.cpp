// Fills the room of an association with sessions of half a year, for the time that its follow-up report takes.
// Reported, not gated: bench/README.md.
// usage: bench_report_rows DIRECTORY DATABASE-OR-EMPTY ROOM ACTIVITY ROWS
#include "activity/model.hpp"
#include "directory/actions_place.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/ensure.hpp"
#include "foundation/store/store.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <random>

namespace samrum::bench {
namespace {

const store::Actor kFiller{"bench", "bench"};

// Row by row through the slice each day's sums would be made anew two million times; no real log has ten thousand rows
// a day.
const store::Statement kRow{store::Scope::room, R"(
    insert into activity_entry (id, kind, day, start, place, activity, participants, volunteers, minutes, cancelled, title,
                                title_folded, logged_on, revision)
    values ($1, 'session', $2, 1020, $3, $4, $5, $6, $7, $8, '', '', $2, 1))"};
const store::Statement kForgetDays{store::Scope::room, "delete from activity_day"};
const store::Statement kSumDays{store::Scope::room, R"(
    insert into activity_day
    select day, activity, place, count(*), count(*), coalesce(cast(sum(participants) as bigint), 0), count(participants),
           coalesce(cast(sum(women) as bigint), 0), count(women), 0, coalesce(cast(sum(minutes) as bigint), 0), count(minutes)
    from activity_entry where kind = 'session' and activity is not null and place is not null and not cancelled
    group by day, activity, place)"};

void run(const store::Location& where, const std::string& room_name, const std::string& activity_name, int rows) {
    const auto store = store::Store::open(where);
    const auto head = directory::find_room(*store->lobby(), room_name);
    base::ensure(head.has_value(), "the demo has the room");
    const auto room = store->room(head->id);
    std::mt19937 random(20200131);
    const auto between = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
    constexpr int kInOne = 20'000;
    for (int done = 0; done < rows; done += kInOne)
        room->transaction([&](store::Transaction& tx) {
            const auto place = directory::place_named(tx, kFiller, "Lunds stadsbibliotek");
            const auto of = directory::activity_named(tx, kFiller, activity_name, base::Date::of(2018, 1, 1));
            for (int n = done; n < std::min(done + kInOne, rows); ++n) {
                const std::int64_t volunteers = between(1, 5);
                tx.run(kRow, activity::EntryId::random(), base::Date::of(2019, 7, 1).plus_days(between(0, 183)), place,
                       of, std::int64_t{between(0, 30)}, volunteers, 120 * volunteers, false);
            }
            if (done + kInOne >= rows) {
                tx.run(kForgetDays);
                tx.run(kSumDays);
            }
            tx.journal(kFiller, {"activity.imported", "", "{}"});
        });
    std::cout << fmt::format("{} rows of {}\n", rows, activity_name);
}

}  // namespace
}  // namespace samrum::bench

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    if (words.size() != 5) {
        std::cerr << "usage: bench_report_rows DIRECTORY DATABASE-OR-EMPTY ROOM ACTIVITY ROWS\n";
        return 2;
    }
    const auto engine = words[1].empty() ? samrum::store::Engine::sqlite : samrum::store::Engine::postgresql;
    samrum::bench::run({engine, words[0], words[1]}, words[2], words[3], std::stoi(words[4]));
}
