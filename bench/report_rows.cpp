// Fills the room of an association with sessions of half a year, for the time that its follow-up report takes.
// Reported, not gated: bench/README.md.
// usage: bench_report_rows DIRECTORY DATABASE-OR-EMPTY ROOM ACTIVITY ROWS
#include "activity/repository_entry.hpp"
#include "directory/actions_place.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <random>

namespace samrum::bench {
namespace {

const store::Actor kFiller{"bench", "bench"};

activity::Entry session(std::mt19937& random, activity::PlaceId place, activity::ActivityId of) {
    const auto between = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
    activity::Entry entry;
    entry.id = activity::EntryId::random();
    entry.logged_on = base::Date::of(2020, 1, 31);
    entry.facts.day = base::Date::of(2019, 7, 1).plus_days(between(0, 183));
    entry.facts.start = base::ClockTime{17 * 60};
    entry.facts.place = place;
    entry.facts.activity = of;
    entry.facts.participants = between(0, 30);
    entry.facts.volunteers = between(1, 5);
    entry.facts.volunteer_minutes = 120 * *entry.facts.volunteers;
    return entry;
}

void run(const store::Location& where, const std::string& room_name, const std::string& activity_name, int rows) {
    const auto store = store::Store::open(where);
    const auto head = directory::find_room(*store->lobby(), room_name);
    base::ensure(head.has_value(), "the demo has the room");
    const auto room = store->room(head->id);
    std::mt19937 random(20200131);
    constexpr int kInOne = 20'000;
    for (int done = 0; done < rows; done += kInOne)
        room->transaction([&](store::Transaction& tx) {
            const auto place = directory::place_named(tx, kFiller, "Lunds stadsbibliotek");
            const auto of = directory::activity_named(tx, kFiller, activity_name, base::Date::of(2018, 1, 1));
            for (int n = done; n < std::min(done + kInOne, rows); ++n)
                activity::insert_entry(tx, session(random, place, of), "", std::nullopt);
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
