// The cold solver: independent parts, each started greedily, improved by augmenting row reduction, finished by shortest
// augmenting paths.
#include "foundation/optimise/match_search.hpp"

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace samrum::optimise::match {

template <class Cost>
void BasicGraph<Cost>::sort() {
    for (int i = 0; i < rows(); ++i) {
        const auto first = arcs.begin() + begin[static_cast<std::size_t>(i)];
        const auto last = arcs.begin() + begin[static_cast<std::size_t>(i) + 1];
        const auto before = cheaper<Cost>;
        if (!std::is_sorted(first, last, before)) std::sort(first, last, before);
    }
}

namespace {

/// The B of the rule: more than the costs of any two matchings can differ.
template <class Cost>
std::optional<std::int64_t> step_of(const BasicGraph<Cost>& graph, int arrivals) {
    std::int64_t least = 0, most = 0, room = 0;
    for (const auto& arc : graph.arcs) {
        least = std::min<std::int64_t>(least, arc.cost);
        most = std::max<std::int64_t>(most, arc.cost);
    }
    for (int j = 0; j < graph.columns; ++j) room += graph.room_of(j);
    const std::int64_t pairs = std::min<std::int64_t>(graph.rows(), room) + arrivals;
    if (arrivals > 0) least -= (most - least) / 4 + 1, most += (most - least) / 4 + 1;
    std::int64_t spread = 0, step = 0;
    if (__builtin_sub_overflow(most, least, &spread) || __builtin_mul_overflow(spread, pairs + 1, &step) ||
        __builtin_add_overflow(step, std::int64_t{1}, &step))
        return std::nullopt;
    return step;
}

template <class Cost>
State state_of(const BasicGraph<Cost>& graph, std::vector<std::int64_t> unmatched) {
    State state;
    const std::size_t rows = at(graph.rows()), columns = at(graph.columns);
    state.row_price.assign(rows, 0);
    state.column_price.assign(columns, 0);
    state.unmatched = std::move(unmatched);
    state.column_of.assign(rows, -1);
    state.next.assign(rows, -1);
    state.used.assign(columns, 0);
    state.first.assign(columns, -1);
    state.room = graph.room;
    if (state.room.empty()) state.room.assign(columns, 1);
    return state;
}

/// Works on some of the rows; others may work on others that share no column with these.
template <class Cost>
class Part {
  public:
    Part(const BasicGraph<Cost>& graph, State& state, Marks& marks)
        : graph_(graph), state_(state), search_(state, marks) {}

    void solve(std::span<const int> rows) {
        free_.clear();
        for (const int row : rows) start(row);
        reduce(4 * rows.size());
        // A row that was put off twice may have a place since; the search takes each as it is.
        for (const int row : free_) search_.insert(row, [&](int i) { return graph_.row(i); });
    }

  private:
    /// The cheapest column, when there is room.
    void start(int row) {
        std::int64_t best = state_.unmatched[at(row)];
        int column = -1;
        for (const auto& arc : graph_.row(row)) {
            if (arc.cost >= best) break;  // no column price is above zero
            const std::int64_t there = arc.cost - state_.column_price[at(arc.column)];
            if (there < best || (there == best && column >= 0 && state_.is_full(column)))
                best = there, column = arc.column;
        }
        state_.row_price[at(row)] = best;
        if (column < 0) return;  // nothing is better than staying unmatched, and prices only fall
        if (state_.is_full(column))
            free_.push_back(row);
        else
            state_.attach(row, column);
    }

    /// Augmenting row reduction: a free row takes its best column at the price of its second best, whoever had it looks
    /// on. Bounded, for rows that are too many for their columns would outbid each other for ever.
    void reduce(std::size_t steps) {
        for (int pass = 0; pass < 2 && steps > 0; ++pass) {
            later_.clear();
            for (int row : free_) {
                while (row >= 0 && steps > 0) {
                    --steps;
                    row = bid(row);
                }
                if (row >= 0) later_.push_back(row);
            }
            free_.swap(later_);
        }
    }

    /// Answers who looks on at once; -1: nobody.
    int bid(int row) {
        const std::int64_t out = state_.unmatched[at(row)];
        std::int64_t best = out, second = out;
        int column = -1, other = -1;
        for (const auto& arc : graph_.row(row)) {
            if (arc.cost >= second) break;  // no column price is above zero
            const std::int64_t there = arc.cost - state_.column_price[at(arc.column)];
            if (there >= second) continue;
            if (there < best) {
                second = best, other = column;
                best = there, column = arc.column;
            } else {
                second = there, other = arc.column;
            }
        }
        if (column < 0) {  // nothing is better than staying unmatched, and prices only fall
            state_.row_price[at(row)] = out;
            return -1;
        }
        if (best == second && state_.is_full(column) && other >= 0 && !state_.is_full(other)) column = other;
        if (!state_.is_full(column)) {
            state_.row_price[at(row)] = best;
            state_.attach(row, column);
            // Full with this one: it may cost as much as the second best.
            if (state_.room[at(column)] == 1 && best < second) raise(row, column, second - best);
            return -1;
        }
        if (state_.room[at(column)] != 1) return later_.push_back(row), -1;  // prices there are others' too
        const int out_row = state_.first[at(column)];
        state_.detach(out_row);
        state_.row_price[at(row)] = best;
        state_.attach(row, column);
        if (best == second) return later_.push_back(out_row), -1;
        raise(row, column, second - best);
        return out_row;
    }
    void raise(int row, int column, std::int64_t by) {
        state_.row_price[at(row)] += by;
        state_.column_price[at(column)] -= by;
    }

    const BasicGraph<Cost>& graph_;
    State& state_;
    Inserter search_;
    std::vector<int> free_, later_;
};

/// Rows by independent part: `rows` in the order of the parts, `begin` where each part begins.
struct Parts {
    std::vector<int> rows;
    std::vector<std::size_t> begin;
};
template <class Cost>
Parts parts_of(const BasicGraph<Cost>& graph) {
    std::vector<int> root(at(graph.columns));
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](int j) {
        while (root[at(j)] != j) j = root[at(j)] = root[at(root[at(j)])];
        return j;
    };
    for (int i = 0; i < graph.rows(); ++i) {
        const auto arcs = graph.row(i);
        if (arcs.empty()) continue;
        int one = find(arcs.front().column);
        for (const auto& arc : arcs.subspan(1))
            if (root[at(arc.column)] != one)
                if (const int other = find(arc.column); other != one) {
                    root[at(std::max(one, other))] = std::min(one, other);
                    one = std::min(one, other);
                }
    }
    std::vector<std::size_t> count(at(graph.columns) + 2, 0);
    const auto part = [&](int i) {
        return graph.row(i).empty() ? at(graph.columns) : at(find(graph.row(i).front().column));
    };
    for (int i = 0; i < graph.rows(); ++i) ++count[part(i) + 1];
    std::partial_sum(count.begin(), count.end(), count.begin());
    Parts parts;
    for (std::size_t j = 0; j + 1 < count.size(); ++j)
        if (count[j] != count[j + 1]) parts.begin.push_back(count[j]);
    parts.begin.push_back(at(graph.rows()));
    parts.rows.resize(at(graph.rows()));
    for (int i = 0; i < graph.rows(); ++i) parts.rows[count[part(i)]++] = i;
    return parts;
}

template <class Cost>
void solve_parts(const BasicGraph<Cost>& graph, State& state, const Options& options) {
    Marks marks{std::vector<std::int64_t>(at(graph.columns), kNowhere), std::vector<int>(at(graph.columns), -1)};
    const Parts parts = parts_of(graph);
    // The largest first, so that none is left for the end.
    std::vector<std::size_t> order(parts.begin.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto size = [&](std::size_t p) { return parts.begin[p + 1] - parts.begin[p]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        Part<Cost> part(graph, state, marks);
        for (std::size_t k = next++; k < order.size(); k = next++)
            part.solve(std::span(parts.rows).subspan(parts.begin[order[k]], size(order[k])));
    };
    std::vector<std::jthread> others;
    if (graph.rows() >= 500)
        for (int t = 1; t < options.threads && at(t) < order.size(); ++t) others.emplace_back(work);
    work();
}

/// Columns that were guessed to be scarce and have room: offered to all until their prices are zero or somebody has
/// them.
template <class Cost>
void offer_rest(const BasicGraph<Cost>& graph, State& state) {
    std::vector<int> rest;
    for (int j = 0; j < graph.columns; ++j)
        if (!state.is_full(j) && state.column_price[at(j)] < 0) rest.push_back(j);
    if (rest.empty()) return;
    struct BackOf {
        std::int32_t row;
        Cost cost;
    };
    std::vector<std::size_t> begin(at(graph.columns) + 2, 0);
    for (const auto& arc : graph.arcs) ++begin[at(arc.column) + 2];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<BackOf> backs(graph.arcs.size());
    for (int i = 0; i < graph.rows(); ++i)
        for (const auto& arc : graph.row(i)) backs[begin[at(arc.column) + 1]++] = {i, arc.cost};
    OfferMarks marks;
    marks.resize(at(graph.columns));
    Offerer offerer(state, marks);
    for (const int column : rest)
        offerer.offer(
            column, [&](int j) { return std::span(backs).subspan(begin[at(j)], begin[at(j) + 1] - begin[at(j)]); },
            [](int) { return true; });
}

/// Rows with too few columns: all that the unmatched ones reach by alternating paths.
template <class Cost>
void find_too_many(const BasicGraph<Cost>& graph, const State& state, Answer& answer) {
    std::vector<char> row_seen(at(graph.rows())), column_seen(at(graph.columns));
    std::vector<int> stack;
    for (int i = 0; i < graph.rows(); ++i)
        if (state.column_of[at(i)] < 0) {
            row_seen[at(i)] = 1;
            stack.push_back(i);
            break;  // those of one are enough
        }
    while (!stack.empty()) {
        const int i = stack.back();
        stack.pop_back();
        for (const auto& arc : graph.row(i)) {
            if (column_seen[at(arc.column)]++) continue;
            for (int k = state.first[at(arc.column)]; k >= 0; k = state.next[at(k)])
                if (!row_seen[at(k)]) row_seen[at(k)] = 1, stack.push_back(k);
        }
    }
    for (int i = 0; i < graph.rows(); ++i)
        if (row_seen[at(i)]) answer.too_many_rows.push_back(i);
    for (int j = 0; j < graph.columns; ++j)
        if (column_seen[at(j)]) answer.too_few_columns.push_back(j);
}

/// The first rows must be matched, each at the same price; the others cannot: staying out costs no more than their
/// cheapest arc.
template <class Cost>
std::vector<std::int64_t> prices_among_first(const BasicGraph<Cost>& graph,
                                             const std::vector<std::int64_t>& unmatched) {
    const auto first = first_rows(graph);
    std::vector<std::int64_t> prices = unmatched;
    for (int i = 0; i < graph.rows(); ++i) {
        const auto arcs = graph.row(i);
        prices[at(i)] = first[at(i)] ? unmatched.back() : arcs.empty() ? 0 : std::int64_t{arcs.front().cost};
    }
    return prices;
}

template <class Cost>
bool is_sorted(const BasicGraph<Cost>& graph) {
    for (int i = 0; i < graph.rows(); ++i)
        if (!std::ranges::is_sorted(graph.row(i), cheaper<Cost>)) return false;
    return true;
}

}  // namespace

template <class Cost>
std::optional<std::vector<std::int64_t>> unmatched_prices(const BasicGraph<Cost>& graph, Rule rule, int arrivals) {
    const auto step = step_of(graph, arrivals);
    const std::int64_t rows = graph.rows() + arrivals;
    std::int64_t all = 0;  // what leaving every row unmatched costs has to fit, with room to spare
    if (!step || __builtin_mul_overflow(*step, 4 * (rows + 1), &all) ||
        (rule == Rule::waiting && __builtin_mul_overflow(*step, (rows + 2) * (rows + 2), &all)))
        return std::nullopt;
    std::vector<std::int64_t> prices(at(graph.rows()), *step);
    if (rule == Rule::waiting)
        for (std::int64_t i = 0; i < graph.rows(); ++i) prices[at(i)] = *step * (rows - i);
    return prices;
}

template <class Cost>
Answer solve_at(const BasicGraph<Cost>& graph, Rule rule, std::vector<std::int64_t> unmatched, const Options& options) {
    // Searching arcs out of order would not end.
    if (!is_sorted(graph)) throw std::logic_error("the arcs of a row stand by cost, then by column");
    State state = state_of(graph, rule == Rule::waiting ? prices_among_first(graph, unmatched) : unmatched);
    if (!options.guess.empty()) state.column_price = options.guess;
    solve_parts(graph, state, options);
    if (!options.guess.empty()) offer_rest(graph, state);
    Answer answer;
    answer.guess = state.column_price;
    state.unmatched = std::move(unmatched);
    if (rule == Rule::waiting) raise_for_others(graph, state);
    for (int i = 0; i < graph.rows(); ++i) {
        const int column = state.column_of[at(i)];
        if (column < 0) continue;
        ++answer.pairs;
        // Matched pairs cost exactly their prices.
        answer.cost += state.row_price[at(i)] + state.column_price[at(column)];
    }
    if (answer.pairs < graph.rows()) find_too_many(graph, state, answer);
    answer.column_of = std::move(state.column_of);
    answer.certificate = {std::move(state.row_price), std::move(state.column_price), std::move(state.unmatched)};
    return answer;
}

template <class Cost>
Answer solve(const BasicGraph<Cost>& graph, Rule rule, const Options& options) {
    return solve_at(graph, rule, unmatched_prices(graph, rule, options.arrivals).value(), options);
}

template struct BasicGraph<std::int32_t>;
template struct BasicGraph<std::int64_t>;
template std::optional<std::vector<std::int64_t>> unmatched_prices(const Graph&, Rule, int);
template std::optional<std::vector<std::int64_t>> unmatched_prices(const WideGraph&, Rule, int);
template Answer solve_at(const Graph&, Rule, std::vector<std::int64_t>, const Options&);
template Answer solve_at(const WideGraph&, Rule, std::vector<std::int64_t>, const Options&);
template Answer solve(const Graph&, Rule, const Options&);
template Answer solve(const WideGraph&, Rule, const Options&);

}  // namespace samrum::optimise::match
