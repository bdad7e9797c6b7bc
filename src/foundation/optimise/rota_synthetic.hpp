#pragma once
// Made-up rotas of any size from a seed, for the tests and the benchmark. Nobody in them is real.
#include "foundation/optimise/rota.hpp"

#include <algorithm>
#include <random>

namespace samrum::optimise::rota {

struct Size {
    int sessions = 64;
    int volunteers = 23;
    int advisers = 4;   ///< wanted at each session
    int languages = 8;  ///< spoken at all; three of them are wanted at each session
    int sites = 2;
};

/// Sessions on two days a week at each site, volunteers with two or three languages, some days they cannot, some they
/// like, most with a limit a month.
inline Problem synthetic(const Size& size, unsigned seed) {
    std::mt19937 dice(seed);
    const auto roll = [&](int below) { return static_cast<int>(dice() % static_cast<unsigned>(below)); };
    Problem made;
    for (int s = 0; s < size.sessions; ++s) {
        Session one;
        const int turn = s / size.sites;
        one.site = s % size.sites;
        one.day = turn / 2 * 7 + (turn % 2 == 0 ? 1 : 3);
        one.starts = (roll(2) == 0 ? 16 : 17) * 60;
        one.ends = one.starts + 150;
        one.month = one.day / 30;
        one.advisers = size.advisers;
        while (static_cast<int>(one.languages.size()) < std::min(3, size.languages))
            if (const int language = std::min(roll(size.languages), roll(size.languages));
                std::ranges::count(one.languages, language) == 0)
                one.languages.push_back(language);
        one.experienced = roll(4) != 0;
        one.mixed = roll(2) == 0;
        made.sessions.push_back(one);
    }
    for (int v = 0; v < size.volunteers; ++v) {
        Volunteer one;
        for (int l = 0; l < 2 + roll(2); ++l)
            if (const int language = roll(size.languages); std::ranges::count(one.languages, language) == 0)
                one.languages.push_back(language);
        one.experienced = roll(3) == 0;
        one.background = static_cast<Background>(roll(3));
        one.most_a_month = roll(5) == 0 ? 0 : 2 + roll(4);
        const int free_day = roll(3);  // one in three can on one of the two days only
        const int away = roll(size.sessions);
        for (int s = 0; s < size.sessions; ++s) {
            const bool wrong_day = free_day == 2 && made.sessions[static_cast<std::size_t>(s)].day % 7 == 1;
            const bool pause = s >= away && s < away + size.sessions / 10;
            one.wishes.push_back(wrong_day || pause || roll(6) == 0 ? Wish::no : static_cast<Wish>(1 + roll(3)));
        }
        made.volunteers.push_back(one);
    }
    made.travel.assign(static_cast<std::size_t>(size.sites),
                       std::vector<int>(static_cast<std::size_t>(size.sites), 30));
    for (std::size_t i = 0; i < made.travel.size(); ++i) made.travel[i][i] = 0;
    return made;
}

}  // namespace samrum::optimise::rota
