#pragma once
// Inside of the matcher: the loops that look at one newcomer and many established people. Not for others.
#include "foundation/optimise/match_people.hpp"

namespace samrum::optimise::match {

/// The words of a person in a Packed, a row each.
enum Word : std::size_t {
    kInterests0,
    kInterests1,
    kLanguages,
    kTimes,
    kLife,
    kScales0,
    kScales1,
    kTraits,
    kMust,
    kLike,
    kWords
};
inline std::array<std::uint64_t, kWords> words_of(const Person& one) {
    return {one.interests[0], one.interests[1], one.languages, one.times, one.life,
            one.scales[0],    one.scales[1],    one.traits,    one.must,  one.like};
}

/// One newcomer, against the established from `begin` to `end` of the rows.
struct Look {
    const std::uint64_t* words;  ///< kWords rows; eight words beyond `end` may be read
    std::size_t stride, begin, end;
    const std::int32_t* who;
    const std::array<std::uint64_t, kWords>* newcomer;
    Points points;
    bool share_language, share_time;
    std::int32_t near;           ///< points of the two places
    std::int32_t limit;          ///< the highest cost of interest, above the price
    const std::int32_t* prices;  ///< minus the price of each
};
void look_scalar(const Look& look, std::vector<Arc>& found);
void look_avx2(const Look& look, std::vector<Arc>& found);
void look_avx512(const Look& look, std::vector<Arc>& found);

}  // namespace samrum::optimise::match
