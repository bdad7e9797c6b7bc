#include "activity/repository_entry.hpp"
#include "bench/seed.hpp"
#include "directory/actions_place.hpp"

namespace samrum::bench {
namespace {

using namespace activity;

/// A session of two volunteers and some visitors, on a day of the five years before the seed's day.
Entry session(std::mt19937& random, PlaceId place, ActivityId activity) {
    Entry entry;
    entry.id = EntryId::random();
    entry.logged_on = seed_day();
    entry.facts.day = seed_day().plus_days(-between(random, 0, 5 * 365));
    entry.facts.start = base::ClockTime{17 * 60};
    entry.facts.place = place;
    entry.facts.activity = activity;
    entry.facts.participants = between(random, 0, 30);
    if (random() % 2 == 0) entry.facts.women = *entry.facts.participants / 2;
    entry.facts.volunteers = between(random, 1, 5);
    entry.facts.volunteer_minutes = 120 * *entry.facts.volunteers;
    entry.facts.cancelled = random() % 50 == 0;
    return entry;
}

}  // namespace

void make_activity(store::Store& store, const Sizes& sizes, const Rooms& associations) {
    const auto rooms = static_cast<std::int64_t>(associations.size());
    std::int64_t done = 0;
    for (std::int64_t room = 0; room < rooms; ++room) {
        const std::int64_t count = sizes.entries / rooms + (room < sizes.entries % rooms ? 1 : 0);
        store.room(associations[static_cast<std::size_t>(room)].id)->transaction([&](store::Transaction& tx) {
            std::mt19937 random = random_of(static_cast<std::uint32_t>(100'000 + room));
            const auto place = directory::place_named(tx, seeder(), "Biblioteket");
            const auto activity = directory::activity_named(tx, seeder(), "Rådgivning", base::Date::of(2015, 1, 1));
            for (std::int64_t n = 0; n < count; ++n)
                insert_entry(tx, session(random, place, activity), "", std::nullopt);
            tx.journal(seeder(), {"activity.imported", "", "{}"});
        });
        tell_progress("activity", done += count, sizes.entries);
    }
}

}  // namespace samrum::bench
