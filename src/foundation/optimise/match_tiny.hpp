#pragma once
// Tiny graphs from a seed, and the best matching by trying them all: for the tests and for the oracle of the benchmark.
#include "foundation/optimise/match.hpp"

#include <random>
#include <tuple>

namespace samrum::optimise::match {

/// Up to six rows and columns, any density, few different costs, so that ties are common; some columns with other room.
inline Graph tiny_graph(std::mt19937& dice) {
    const auto roll = [&](int below) { return static_cast<int>(dice() % static_cast<unsigned>(below)); };
    Graph graph;
    const int rows = roll(6), density = 1 + roll(9), spread = 1 + roll(3) * roll(20);
    graph.columns = roll(6);
    if (roll(3) == 0)
        for (int j = 0; j < graph.columns; ++j) graph.room.push_back(roll(3));
    std::vector<Arc> arcs;
    for (int i = 0; i < rows; ++i) {
        arcs.clear();
        for (int j = 0; j < graph.columns; ++j)
            if (roll(10) < density) arcs.push_back({j, roll(spread) - roll(spread)});
        graph.add_row(arcs);
    }
    graph.sort();
    return graph;
}

/// The best there is: pairs, then (Rule::waiting) the rows matched as bits, the first row the highest, then cost.
struct Best {
    int pairs = 0;
    unsigned rows = 0;
    std::int64_t cost = 0;
    bool operator==(const Best&) const = default;
    bool beats(const Best& other) const {
        return std::tuple(-pairs, ~rows, cost) < std::tuple(-other.pairs, ~other.rows, other.cost);
    }
};
inline Best best_by_trying(const Graph& graph, Rule rule) {
    // A digit for each column in a mixed base: how many rows it has.
    std::vector<std::size_t> weight(static_cast<std::size_t>(graph.columns) + 1, 1);
    for (int j = 0; j < graph.columns; ++j)
        weight[static_cast<std::size_t>(j) + 1] =
            weight[static_cast<std::size_t>(j)] * static_cast<std::size_t>(graph.room_of(j) + 1);
    std::vector<Best> best(weight.back()), next;
    std::vector<char> known(weight.back(), 0), next_known;
    known[0] = 1;
    for (int i = 0; i < graph.rows(); ++i) {
        next = best;
        next_known = known;
        for (std::size_t used = 0; used < best.size(); ++used) {
            if (!known[used]) continue;
            for (const Arc& arc : graph.row(i)) {
                const std::size_t j = static_cast<std::size_t>(arc.column);
                const int has = static_cast<int>(used / weight[j]) % (graph.room_of(arc.column) + 1);
                if (has >= graph.room_of(arc.column)) continue;
                Best with = best[used];
                ++with.pairs;
                if (rule == Rule::waiting) with.rows |= 1u << (graph.rows() - 1 - i);
                with.cost += arc.cost;
                const std::size_t then = used + weight[j];
                if (!next_known[then] || with.beats(next[then])) next[then] = with, next_known[then] = 1;
            }
        }
        best.swap(next);
        known.swap(next_known);
    }
    Best found = best[0];
    for (std::size_t used = 0; used < best.size(); ++used)
        if (known[used] && best[used].beats(found)) found = best[used];
    return found;
}
inline Best found_by(const Graph& graph, Rule rule, const Answer& answer) {
    Best found{answer.pairs, 0, answer.cost};
    if (rule == Rule::waiting)
        for (int i = 0; i < graph.rows(); ++i)
            if (answer.column_of[static_cast<std::size_t>(i)] >= 0) found.rows |= 1u << (graph.rows() - 1 - i);
    return found;
}

/// Is the answer what trying finds, and does the judge agree by the certificate and by walking?
inline bool holds_by_trying(const Graph& graph, Rule rule, const Answer& answer) {
    const OrderVerdict order = check_order(graph, answer.column_of);
    return found_by(graph, rule, answer) == best_by_trying(graph, rule) &&
           check(graph, rule, answer.column_of, answer.certificate).holds() && order.largest &&
           (rule != Rule::waiting || order.first_first);
}

}  // namespace samrum::optimise::match
