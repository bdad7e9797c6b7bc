#pragma once
// Made-up people from a seed, for the tests and the benchmark. Nobody in them is real.
#include "foundation/optimise/match_people.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace samrum::optimise::match {

/// Where people may meet.
enum class Reach { same_place, near_places, anywhere };

struct PeopleSize {
    int newcomers = 100;
    int established = 100;
    int places = 290;  ///< as many as Sweden has municipalities; sizes fall as 1/k (Zipf)
    Reach reach = Reach::same_place;
};

/// Places on a plane of 1,000 by 400 km; near is within 60 km. 48 interests of which each has three to eight, 12
/// languages of which some are rare, 14 times, 8 parts of a life situation, ten questions of four steps, and wishes,
/// some of them a must: of those in the same place about one pair in six is possible.
inline Pool synthetic_people(const PeopleSize& size, unsigned seed) {
    std::mt19937 dice(seed);
    const auto roll = [&](int below) { return static_cast<int>(dice() % static_cast<unsigned>(below)); };
    const auto bit = [](int which) { return std::uint64_t{1} << which; };
    std::vector<double> share(static_cast<std::size_t>(size.places));
    for (std::size_t k = 0; k < share.size(); ++k)
        share[k] = 1.0 / static_cast<double>(k + 1) + (k > 0 ? share[k - 1] : 0);
    const auto place = [&] {
        const double at = static_cast<double>(dice()) / 4294967296.0 * share.back();
        return static_cast<int>(std::upper_bound(share.begin(), share.end(), at) - share.begin());
    };
    // Traits, in exclusive groups: 0–3 age bands, 4–6 gender, 7–8 alone or a couple, 9–14 Swedish level at least k.
    const auto person = [&](bool newcomer) {
        Person one;
        for (int n = 3 + roll(6); n > 0; --n) one.interests[0] |= bit(std::min(roll(48), roll(48)));
        one.languages = newcomer ? bit(1 + std::min(roll(11), roll(11))) : bit(0);
        if (newcomer ? roll(10) < 7 : roll(10) < 4)
            one.languages |= newcomer ? bit(0) : bit(1 + std::min(roll(11), roll(11)));
        if (roll(3) == 0) one.languages |= bit(1);
        for (int n = 1 + roll(3); n > 0; --n) one.times |= bit(roll(14));
        for (int n = roll(3); n > 0; --n) one.life |= bit(roll(8));
        for (int q = 0; q < 10; ++q) one.scales[0] |= ((std::uint64_t{1} << roll(5)) - 1) << (4 * q);
        const int level = newcomer ? roll(6) : 5, age = std::min(roll(4), roll(4)),
                  gender = roll(20) == 0 ? 2 : roll(2);
        one.traits = bit(age) | bit(4 + gender) | bit(roll(8) == 0 ? 8 : 7);
        for (int k = 0; k <= level; ++k) one.traits |= bit(9 + k);
        if (roll(4) == 0) (roll(2) == 0 ? one.must : one.like) |= bit(4 + gender);
        if (roll(10) == 0) (roll(4) == 0 ? one.must : one.like) |= bit(age);
        if (!newcomer && roll(5) == 0) (roll(3) == 0 ? one.must : one.like) |= bit(9 + 1 + roll(3));
        if (newcomer && roll(12) == 0) one.like |= bit(8);
        one.place = place();
        return one;
    };
    Pool pool;
    for (int i = 0; i < size.newcomers; ++i) pool.newcomers.push_back(person(true));
    for (int j = 0; j < size.established; ++j) pool.established.push_back(person(false));
    if (size.reach == Reach::anywhere) return pool;
    std::vector<std::pair<double, double>> where;
    for (int k = 0; k < size.places; ++k) where.emplace_back(roll(1000), roll(400));
    pool.near.resize(where.size());
    for (std::size_t a = 0; a < where.size(); ++a)
        for (std::size_t b = 0; b < where.size(); ++b) {
            const double km = std::hypot(where[a].first - where[b].first, where[a].second - where[b].second);
            if (a == b || (size.reach == Reach::near_places && km <= 60))
                pool.near[a].push_back({static_cast<int>(b), -static_cast<int>(km / 6)});
        }
    return pool;
}

}  // namespace samrum::optimise::match
