#pragma once
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// Fills an installation with made-up rooms, agreements and activity, the same each time but for its ids.
namespace samrum::bench {

/// How much is made. The defaults are the country: every municipality, and the associations that work with it.
struct Sizes {
    int municipalities = 290;
    int associations = 600;
    int agreements = 5'000;
    std::int64_t entries = 2'000'000;
};

using Rooms = std::vector<module::RoomHead>;

const store::Actor& seeder();
/// The day that the seed ends on and the server is asked about.
base::Date seed_day();
/// Random numbers that a run repeats: `stream` keeps one room's apart from another's.
inline std::mt19937 random_of(std::uint32_t stream) {
    return std::mt19937(stream * 2654435761U + 1U);
}
inline int between(std::mt19937& random, int least, int most) {
    return least + static_cast<int>(random() % static_cast<std::uint32_t>(most - least + 1));
}
/// Tells how far long work has come, a line every few seconds.
void tell_progress(std::string_view what, std::int64_t done, std::int64_t of);

/// Spreads agreements over the municipalities' rooms, each a variation of the agreement file `pattern`, two of three
/// with published deliveries. Answers the path of every public page.
std::vector<std::string> make_agreements(store::Store& store, const Sizes& sizes, std::string_view pattern,
                                         const Rooms& municipalities, const Rooms& associations);
/// Spreads sessions over the associations' rooms.
void make_activity(store::Store& store, const Sizes& sizes, const Rooms& associations);

}  // namespace samrum::bench
