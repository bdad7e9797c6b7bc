#include "match_lemon.hpp"

#include <algorithm>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <vector>

namespace samrum_bench {

// Rows send one each; what comes out of the columns goes to one sink, and what cannot be matched goes there directly,
// at a price above all differences.
LemonAnswer lemon_network_simplex(int rows, int columns, std::int64_t arcs, const std::int32_t* row,
                                  const std::int32_t* column, const std::int32_t* cost) {
    using Graph = lemon::SmartDigraph;
    Graph graph;
    graph.reserveNode(rows + columns + 1);
    graph.reserveArc(static_cast<int>(arcs) + rows + columns);
    for (int k = 0; k < rows + columns + 1; ++k) graph.addNode();
    const Graph::Node sink = graph.nodeFromId(rows + columns);
    std::int64_t least = 0, most = 0;
    for (std::int64_t k = 0; k < arcs; ++k) {
        graph.addArc(graph.nodeFromId(row[k]), graph.nodeFromId(rows + column[k]));
        least = std::min<std::int64_t>(least, cost[k]);
        most = std::max<std::int64_t>(most, cost[k]);
    }
    const std::int64_t apart = (most - least) * (std::min(rows, columns) + 1) + 1;
    for (int i = 0; i < rows; ++i) graph.addArc(graph.nodeFromId(i), sink);
    for (int j = 0; j < columns; ++j) graph.addArc(graph.nodeFromId(rows + j), sink);
    Graph::ArcMap<std::int64_t> costs(graph, 0), capacity(graph, 1);
    for (std::int64_t k = 0; k < arcs; ++k) costs[graph.arcFromId(static_cast<int>(k))] = cost[k];
    for (int i = 0; i < rows; ++i) costs[graph.arcFromId(static_cast<int>(arcs) + i)] = apart;
    Graph::NodeMap<std::int64_t> supply(graph, 0);
    for (int i = 0; i < rows; ++i) supply[graph.nodeFromId(i)] = 1;
    supply[sink] = -rows;
    lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t> simplex(graph);
    simplex.upperMap(capacity).costMap(costs).supplyMap(supply);
    LemonAnswer answer;
    if (simplex.run() != simplex.OPTIMAL) return {-1, 0};
    for (std::int64_t k = 0; k < arcs; ++k)
        if (simplex.flow(graph.arcFromId(static_cast<int>(k))) > 0) {
            ++answer.pairs;
            answer.cost += cost[k];
        }
    return answer;
}

}  // namespace samrum_bench
