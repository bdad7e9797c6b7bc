#pragma once
#include "foundation/optimise/queue.hpp"

#include <cstdint>

namespace samrum::optimise {

/// An afternoon of drop-in advice. All times are minutes.
struct Afternoon {
    double length = 180;     ///< doors open so long; whoever has come is still helped
    double arrivals = 0.2;   ///< a minute, while the doors are open
    int before_opening = 5;  ///< stand there when the doors open
    double simple_mean = 15;
    double complex_mean = 40;
    double complex_share = 0.3;
    double urgent_share = 0.03;
    double variation = 0.6;  ///< of the logarithm of a visit's length (log-normal); 0: exponential
    std::vector<double> language_shares = {0.35, 0.25, 0.2, 0.12, 0.08};  ///< languages "0", "1" …
    std::vector<QueueDesk> desks = {};
};
/// Five advisers with one to three of five languages, two of them experienced.
Afternoon usual_afternoon();

/// What happened to one visitor.
struct SimulatedVisit {
    double arrived = 0;
    double began = 0;
    double ended = 0;
    std::size_t desk = 0;
    bool complex = false;
    bool wrong_desk = false;             ///< complex and with nobody experienced, though somebody experienced was there
    std::optional<WaitRange> told = {};  ///< what was told at the arrival
    double waited() const { return began - arrived; }
};
struct SimulatedAfternoon {
    std::vector<SimulatedVisit> visits = {};  ///< in order of arrival; each is helped
    double waiting_area = 0;                  ///< visitors waiting × minutes, added up event by event
};

/// Plays one afternoon through, the same for the same seed whatever the rules: the visitors, their languages and how
/// long each takes do not depend on the order.
SimulatedAfternoon simulate(const Afternoon& afternoon, const QueueRules& rules, std::uint64_t seed);

/// Many afternoons in figures.
struct QueueFigures {
    std::size_t visits = 0;
    double mean = 0;  ///< of the waiting time, minutes
    double p95 = 0;
    double longest = 0;
    double wrong_desk = 0;     ///< share of all visits
    double complex_wrong = 0;  ///< share of the complex ones
    double within_range = 0;   ///< share whose waiting fell into what they were told
    double mean_width = 0;     ///< of what they were told
};
QueueFigures simulate_many(const Afternoon& afternoon, const QueueRules& rules, int afternoons, std::uint64_t seed);

}  // namespace samrum::optimise
