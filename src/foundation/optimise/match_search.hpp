#pragma once
// Inside of the matcher: the state of an assignment with prices, and the search that puts in one row more. Shared by
// the cold solver and by the session; not for others.
#include "foundation/optimise/match.hpp"

#include <algorithm>
#include <limits>

namespace samrum::optimise::match {

inline constexpr std::int64_t kNowhere = std::numeric_limits<std::int64_t>::max();

/// Who has whom, and at which prices. The rows of a column are a list through `next`.
struct State {
    std::vector<std::int64_t> row_price, column_price, unmatched;
    std::vector<int> column_of, next;    ///< of rows
    std::vector<int> room, used, first;  ///< of columns

    bool is_full(int column) const { return used[at(column)] >= room[at(column)]; }
    void attach(int row, int column) {
        column_of[at(row)] = column;
        next[at(row)] = first[at(column)];
        first[at(column)] = row;
        ++used[at(column)];
    }
    void detach(int row) {
        const int column = column_of[at(row)];
        int* link = &first[at(column)];
        while (*link != row) link = &next[at(*link)];
        *link = next[at(row)];
        column_of[at(row)] = -1;
        --used[at(column)];
    }
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    static std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }
};

/// What a search writes down of the columns; every distance is kNowhere between two searches, so disjoint searches may
/// share it.
struct Marks {
    std::vector<std::int64_t> distance;
    std::vector<int> before;  ///< the row from which the column was reached
};

/// A column on the heap of a search, the nearest first.
struct Reached {
    std::int64_t distance;
    int column;
};
inline bool later(const Reached& a, const Reached& b) {
    return a.distance != b.distance ? a.distance > b.distance : a.column > b.column;
}

/// Puts one free row in, along a shortest augmenting path: to a column with room, or to some row's staying unmatched.
class Inserter {
  public:
    Inserter(State& state, Marks& marks) : state_(state), marks_(marks) {}

    /// `arcs(row)`: its arcs, cheapest first. The row has no column, and its price is any that fits.
    template <class Arcs>
    void insert(int row, const Arcs& arcs) {
        begin(row, arcs);
        look_from(row, 0, arcs);
        while (!heap_.empty() && heap_.front().distance < best_) {
            std::pop_heap(heap_.begin(), heap_.end(), later);
            const Reached top = heap_.back();
            heap_.pop_back();
            if (top.distance != marks_.distance[State::at(top.column)]) continue;  // reached on a shorter way since
            done_.push_back(top.column);
            for (int next = state_.first[State::at(top.column)]; next >= 0; next = state_.next[State::at(next)])
                look_from(next, top.distance, arcs);
        }
        settle(row);
        augment(row);
        for (const int column : touched_) marks_.distance[State::at(column)] = kNowhere;
    }
    /// The columns whose prices fell in the last search.
    const std::vector<int>& done() const { return done_; }

  private:
    template <class Arcs>
    void begin(int row, const Arcs& arcs) {
        heap_.clear();
        touched_.clear();
        done_.clear();
        std::int64_t price = state_.unmatched[State::at(row)];
        for (const auto& arc : arcs(row)) {
            if (arc.cost >= price) break;  // no column price is above zero
            price = std::min(price, arc.cost - state_.column_price[State::at(arc.column)]);
        }
        state_.row_price[State::at(row)] = price;
        best_ = kNowhere;
        end_column_ = end_row_ = -1;
    }

    template <class Arcs>
    void look_from(int row, std::int64_t distance, const Arcs& arcs) {
        const std::int64_t base = distance - state_.row_price[State::at(row)];
        if (base + state_.unmatched[State::at(row)] < best_) {
            best_ = base + state_.unmatched[State::at(row)];
            end_row_ = row;
            end_column_ = -1;
        }
        for (const auto& arc : arcs(row)) {
            if (base + arc.cost >= best_) break;  // no column price is above zero: from here on nothing is nearer
            const std::size_t column = State::at(arc.column);
            const std::int64_t there = base + arc.cost - state_.column_price[column];
            if (there >= best_ || there >= marks_.distance[column]) continue;
            if (marks_.distance[column] == kNowhere) touched_.push_back(arc.column);
            marks_.distance[column] = there;
            marks_.before[column] = row;
            if (!state_.is_full(arc.column)) {
                best_ = there;
                end_column_ = arc.column;
                end_row_ = -1;
            } else {
                heap_.push_back({there, arc.column});
                std::push_heap(heap_.begin(), heap_.end(), later);
            }
        }
    }

    /// Prices after the search: what lies nearer than the end moves by the difference.
    void settle(int row) {
        state_.row_price[State::at(row)] += best_;
        for (const int column : done_) {
            const std::int64_t nearer = best_ - marks_.distance[State::at(column)];
            state_.column_price[State::at(column)] -= nearer;
            for (int i = state_.first[State::at(column)]; i >= 0; i = state_.next[State::at(i)])
                state_.row_price[State::at(i)] += nearer;
        }
    }

    void augment(int row) {
        int column = end_column_;
        if (end_row_ >= 0) {
            if (end_row_ == row) return;  // it stays unmatched itself
            column = state_.column_of[State::at(end_row_)];
            state_.detach(end_row_);
        }
        while (true) {
            const int mover = marks_.before[State::at(column)];
            const int left = state_.column_of[State::at(mover)];
            if (left >= 0) state_.detach(mover);
            state_.attach(mover, column);
            if (mover == row) return;
            column = left;
        }
    }

    State& state_;
    Marks& marks_;
    std::vector<Reached> heap_;
    std::vector<int> touched_, done_;
    std::int64_t best_ = kNowhere;
    int end_column_ = -1, end_row_ = -1;
};

/// The rows that a greedy walk down them finds places for, each once: the heaviest independent set of a transversal
/// matroid (Edmonds & Fulkerson 1965) for all weights that fall, and a largest one.
template <class Cost>
std::vector<char> first_rows(const BasicGraph<Cost>& graph);

/// Raises the prices of an optimum among the first rows to prices of the whole, in which each of the others costs its
/// `unmatched`, as the certificate wants.
template <class Cost>
void raise_for_others(const BasicGraph<Cost>& graph, State& state);

struct Back {  ///< a possible pair as its column sees it
    std::int32_t row;
    std::int32_t cost;
};
struct OfferMarks {
    std::vector<std::int64_t> distance;
    std::vector<int> mover, taker;  ///< the row that moves away from a column, and whereto
    void resize(std::size_t columns) {
        distance.resize(columns, kNowhere);
        mover.resize(columns, -1);
        taker.resize(columns, -1);
    }
};

/// The search in the other direction: a column has room while its price says that it is scarce. Somebody takes the
/// room, along a shortest path, or the price goes to zero.
class Offerer {
  public:
    Offerer(State& state, OfferMarks& marks) : state_(state), marks_(marks) {}

    /// `backs(column)`: its possible pairs; `active(row)`: does it look for a column?
    template <class Backs, class Active>
    void offer(int column, const Backs& backs, const Active& active) {
        while (!state_.is_full(column) && state_.column_price[State::at(column)] < 0) once(column, backs, active);
    }

  private:
    template <class Backs, class Active>
    void once(int start, const Backs& backs, const Active& active) {
        const auto at = [](int i) { return static_cast<std::size_t>(i); };
        heap_.assign(1, {0, start});
        touched_.assign(1, start);
        done_.clear();
        marks_.distance[at(start)] = 0;
        std::int64_t best = -state_.column_price[at(start)];
        int end_row = -1, end_column = start, end_taker = start;
        while (!heap_.empty() && heap_.front().distance < best) {
            std::pop_heap(heap_.begin(), heap_.end(), later);
            const auto [here, column] = heap_.back();
            heap_.pop_back();
            if (here != marks_.distance[at(column)]) continue;
            done_.push_back(column);
            for (const auto& back : backs(column)) {
                if (!active(back.row)) continue;
                const int other = state_.column_of[at(back.row)];
                if (other == column) continue;
                const std::int64_t reached =
                    here + back.cost - state_.row_price[at(back.row)] - state_.column_price[at(column)];
                if (reached >= best) continue;
                if (other < 0) {
                    best = reached, end_row = back.row, end_column = -1, end_taker = column;
                    continue;
                }
                if (reached >= marks_.distance[at(other)]) continue;
                if (marks_.distance[at(other)] == kNowhere) touched_.push_back(other);
                marks_.distance[at(other)] = reached;
                marks_.mover[at(other)] = back.row;
                marks_.taker[at(other)] = column;
                if (reached - state_.column_price[at(other)] < best)
                    best = reached - state_.column_price[at(other)], end_row = -1, end_column = other;
                heap_.push_back({reached, other});
                std::push_heap(heap_.begin(), heap_.end(), later);
            }
        }
        settle(best);
        if (end_column == start) return;  // nobody wants it: its price is zero now
        int row = end_row, column = end_taker;
        if (end_row < 0) {
            row = marks_.mover[at(end_column)];
            column = marks_.taker[at(end_column)];
            state_.detach(row);
        }
        while (column != start) {
            const int next_row = marks_.mover[at(column)], next_column = marks_.taker[at(column)];
            state_.detach(next_row);
            state_.attach(row, column);
            row = next_row;
            column = next_column;
        }
        state_.attach(row, start);
    }
    void settle(std::int64_t best) {
        for (const int column : done_) {
            const std::int64_t nearer = best - marks_.distance[State::at(column)];
            if (nearer <= 0) continue;
            state_.column_price[State::at(column)] += nearer;
            for (int i = state_.first[State::at(column)]; i >= 0; i = state_.next[State::at(i)])
                state_.row_price[State::at(i)] -= nearer;
        }
        for (const int column : touched_) marks_.distance[State::at(column)] = kNowhere;
    }

    State& state_;
    OfferMarks& marks_;
    std::vector<Reached> heap_;
    std::vector<int> touched_, done_;
};

}  // namespace samrum::optimise::match
