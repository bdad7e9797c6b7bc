// The first rows first: who is matched is settled without costs, and the prices of the others are found in one search.
#include "foundation/optimise/match_search.hpp"

namespace samrum::optimise::match {
namespace {

/// Puts rows in one by one by alternating paths, the nearest place first.
template <class Cost>
class Places {
  public:
    explicit Places(const BasicGraph<Cost>& graph)
        : graph_(graph),
          ahead_(at(graph.rows()), 0),
          column_of_(at(graph.rows()), -1),
          taken_by_(at(graph.columns)),
          seen_(at(graph.columns), -1),
          before_(at(graph.columns), -1) {}

    /// Is there a place for the row, with all who have one keeping some place?
    bool put(int row) {
        queue_.assign(1, row);
        touched_.clear();
        for (std::size_t k = 0; k < queue_.size(); ++k) {
            const int mover = queue_[k];
            if (const int column = place_beside(mover); column >= 0) return move(row, mover, column), true;
            for (const auto& arc : graph_.row(mover)) {
                if (seen_[at(arc.column)] >= row || seen_[at(arc.column)] == kClosed) continue;
                seen_[at(arc.column)] = row;
                touched_.push_back(arc.column);
                before_[at(arc.column)] = mover;
                queue_.insert(queue_.end(), taken_by_[at(arc.column)].begin(), taken_by_[at(arc.column)].end());
            }
        }
        // Nobody gets further from here, now or later: all of it is full and leads to what is full.
        for (const int column : touched_) seen_[at(column)] = kClosed;
        return false;
    }

  private:
    static constexpr int kClosed = -2;

    /// A column of the row with room; those before `ahead_` are full and stay full.
    int place_beside(int row) {
        const auto arcs = graph_.row(row);
        for (std::size_t& k = ahead_[at(row)]; k < arcs.size(); ++k) {
            const int column = arcs[k].column;
            if (taken_by_[at(column)].size() < at(graph_.room_of(column))) return column;
        }
        return -1;
    }
    void move(int row, int mover, int column) {
        while (true) {
            const int left = column_of_[at(mover)];
            if (left >= 0) std::erase(taken_by_[at(left)], mover);
            column_of_[at(mover)] = column;
            taken_by_[at(column)].push_back(mover);
            if (mover == row) return;
            column = left;
            mover = before_[at(column)];
        }
    }

    const BasicGraph<Cost>& graph_;
    std::vector<std::size_t> ahead_;
    std::vector<int> column_of_;
    std::vector<std::vector<int>> taken_by_;
    std::vector<int> seen_, before_;  ///< of columns: by which row's search, and from whom
    std::vector<int> queue_, touched_;
};

}  // namespace

template <class Cost>
std::vector<char> first_rows(const BasicGraph<Cost>& graph) {
    Places<Cost> places(graph);
    std::vector<char> first(at(graph.rows()));
    for (int i = 0; i < graph.rows(); ++i) first[at(i)] = places.put(i) ? 1 : 0;
    return first;
}

// A column's price falls by the cheapest way to it from a row that stays out, as far as that costs less than nothing:
// shortest paths over what the prices so far leave of each arc, which is nothing below zero, from all such rows at
// once.
template <class Cost>
void raise_for_others(const BasicGraph<Cost>& graph, State& state) {
    std::vector<Reached> heap;
    std::vector<std::int64_t> distance(at(graph.columns), 0);
    const auto look_from = [&](int row, std::int64_t base) {
        for (const auto& arc : graph.row(row)) {
            if (base + arc.cost >= 0) break;  // no column price is above zero
            const std::int64_t there = base + arc.cost - state.column_price[at(arc.column)];
            if (there >= distance[at(arc.column)]) continue;
            distance[at(arc.column)] = there;
            heap.push_back({there, arc.column});
            std::push_heap(heap.begin(), heap.end(), later);
        }
    };
    for (int i = 0; i < graph.rows(); ++i) {
        if (state.column_of[at(i)] >= 0) continue;
        state.row_price[at(i)] = state.unmatched[at(i)];
        look_from(i, -state.unmatched[at(i)]);
    }
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), later);
        const Reached top = heap.back();
        heap.pop_back();
        if (top.distance != distance[at(top.column)]) continue;  // reached on a cheaper way since
        for (int i = state.first[at(top.column)]; i >= 0; i = state.next[at(i)])
            look_from(i, top.distance - state.row_price[at(i)]);
    }
    for (int j = 0; j < graph.columns; ++j) {
        state.column_price[at(j)] += distance[at(j)];
        for (int i = state.first[at(j)]; i >= 0; i = state.next[at(i)]) state.row_price[at(i)] -= distance[at(j)];
    }
}

template std::vector<char> first_rows(const Graph&);
template std::vector<char> first_rows(const WideGraph&);
template void raise_for_others(const Graph&, State&);
template void raise_for_others(const WideGraph&, State&);

}  // namespace samrum::optimise::match
