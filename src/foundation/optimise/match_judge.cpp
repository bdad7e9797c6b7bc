// The judge: what a matching and its certificate claim, found out by loops that know nothing of the solver.
#include "foundation/optimise/match.hpp"

#include <algorithm>
#include <limits>

namespace samrum::optimise::match {
namespace {

__extension__ using Big = __int128;  // sums of what a file claims may be anything

/// The cost of a pair; nothing when it is not possible.
template <class Cost>
std::optional<std::int64_t> cost_of(const BasicGraph<Cost>& graph, int row, int column) {
    for (const auto& arc : graph.row(row))
        if (arc.column == column) return arc.cost;
    return std::nullopt;
}

template <class Cost>
bool is_matching(const BasicGraph<Cost>& graph, const std::vector<int>& column_of) {
    if (column_of.size() != at(graph.rows())) return false;
    std::vector<int> used(at(graph.columns), 0);
    for (int i = 0; i < graph.rows(); ++i) {
        const int j = column_of[at(i)];
        if (j == -1) continue;
        if (j < 0 || j >= graph.columns || !cost_of(graph, i, j) || ++used[at(j)] > graph.room_of(j)) return false;
    }
    return true;
}

/// Are these prices of staying unmatched so high, and so far apart, that the optimum is what the rule says? Rows
/// without a possible pair may have any.
template <class Cost>
bool fit_the_rule(const BasicGraph<Cost>& graph, Rule rule, const std::vector<std::int64_t>& unmatched) {
    Big least = 0, most = 0, room = 0;
    for (const auto& arc : graph.arcs) least = std::min<Big>(least, arc.cost), most = std::max<Big>(most, arc.cost);
    for (int j = 0; j < graph.columns; ++j) room += graph.room_of(j);
    const Big differ = (most - least) * std::min<Big>(graph.rows(), room) + (most - least);
    std::optional<Big> before;
    for (int i = 0; i < graph.rows(); ++i) {
        if (graph.row(i).empty()) continue;
        const Big price = unmatched[at(i)];
        if (price <= differ) return false;
        if (before && (rule == Rule::waiting ? *before - price <= differ : *before != price)) return false;
        before = price;
    }
    return true;
}

/// Where the rows that a row reaches by alternating paths are walked: is there a column with room, or a later row?
template <class Cost>
class Walk {
  public:
    Walk(const BasicGraph<Cost>& graph, const std::vector<int>& column_of)
        : graph_(graph), rows_of_(at(graph.columns)), seen_(at(graph.columns), 0) {
        for (int i = 0; i < graph.rows(); ++i)
            if (column_of[at(i)] >= 0) rows_of_[at(column_of[at(i)])].push_back(i);
    }
    /// Columns that an earlier walk saw are not walked again: what they lead to is no news.
    void from(int start, OrderVerdict& verdict) {
        std::vector<int> stack{start};
        while (!stack.empty()) {
            const int i = stack.back();
            stack.pop_back();
            if (i > start) verdict.first_first = false;
            for (const auto& arc : graph_.row(i)) {
                if (seen_[at(arc.column)]++) continue;
                const auto& rows = rows_of_[at(arc.column)];
                if (static_cast<int>(rows.size()) < graph_.room_of(arc.column)) verdict.largest = false;
                stack.insert(stack.end(), rows.begin(), rows.end());
            }
        }
    }

  private:
    const BasicGraph<Cost>& graph_;
    std::vector<std::vector<int>> rows_of_;
    std::vector<char> seen_;
};

}  // namespace

template <class Cost>
Verdict check(const BasicGraph<Cost>& graph, Rule rule, const std::vector<int>& column_of,
              const Certificate& certificate) {
    Verdict verdict;
    if (certificate.row.size() != at(graph.rows()) || certificate.unmatched.size() != at(graph.rows()) ||
        certificate.column.size() != at(graph.columns))
        return verdict;
    verdict.is_matching = is_matching(graph, column_of);
    verdict.by_rule = fit_the_rule(graph, rule, certificate.unmatched);
    Big worst = 0;
    std::vector<int> used(at(graph.columns), 0);
    verdict.tight = verdict.is_matching;
    for (int i = 0; i < graph.rows(); ++i) {
        const Big price = certificate.row[at(i)];
        worst = std::max(worst, price - certificate.unmatched[at(i)]);
        for (const auto& arc : graph.row(i)) {
            const Big above = price + certificate.column[at(arc.column)] - arc.cost;
            worst = std::max(worst, above);
            verdict.too_high += above > 0;
            if (verdict.is_matching && column_of[at(i)] == arc.column && above != 0) verdict.tight = false;
        }
        if (!verdict.is_matching) continue;
        if (column_of[at(i)] >= 0)
            ++used[at(column_of[at(i)])];
        else if (price != certificate.unmatched[at(i)])
            verdict.tight = false;
    }
    for (int j = 0; j < graph.columns; ++j) {
        worst = std::max<Big>(worst, certificate.column[at(j)]);
        if (used[at(j)] < graph.room_of(j) && certificate.column[at(j)] != 0) verdict.tight = false;
    }
    verdict.prices_fit = worst <= 0;
    verdict.worst = static_cast<std::int64_t>(std::min<Big>(worst, std::numeric_limits<std::int64_t>::max()));
    return verdict;
}

template <class Cost>
std::int64_t blocking_pairs(const BasicGraph<Cost>& graph, const std::vector<int>& column_of) {
    // What a row pays now, and the most that a column does; a column with room would take anybody.
    constexpr Big kAnything = Big{1} << 100;
    std::vector<Big> row(at(graph.rows()), kAnything), column(at(graph.columns), -kAnything);
    std::vector<int> used(at(graph.columns), 0);
    for (int i = 0; i < graph.rows(); ++i) {
        const int j = column_of[at(i)];
        if (j < 0) continue;
        const auto cost = cost_of(graph, i, j);
        if (!cost) continue;
        row[at(i)] = *cost;
        column[at(j)] = std::max<Big>(column[at(j)], *cost);
        ++used[at(j)];
    }
    for (int j = 0; j < graph.columns; ++j)
        if (used[at(j)] < graph.room_of(j)) column[at(j)] = kAnything;
    std::int64_t blocking = 0;
    for (int i = 0; i < graph.rows(); ++i)
        for (const auto& arc : graph.row(i))
            blocking += arc.column != column_of[at(i)] && arc.cost < row[at(i)] && arc.cost < column[at(arc.column)];
    return blocking;
}

template <class Cost>
OrderVerdict check_order(const BasicGraph<Cost>& graph, const std::vector<int>& column_of) {
    OrderVerdict verdict{true, true};
    Walk<Cost> walk(graph, column_of);
    // In the order of the rows: what an earlier unmatched row has walked holds no row later than that.
    for (int i = 0; i < graph.rows(); ++i)
        if (column_of[at(i)] < 0) walk.from(i, verdict);
    return verdict;
}

template Verdict check(const Graph&, Rule, const std::vector<int>&, const Certificate&);
template Verdict check(const WideGraph&, Rule, const std::vector<int>&, const Certificate&);
template std::int64_t blocking_pairs(const Graph&, const std::vector<int>&);
template std::int64_t blocking_pairs(const WideGraph&, const std::vector<int>&);
template OrderVerdict check_order(const Graph&, const std::vector<int>&);
template OrderVerdict check_order(const WideGraph&, const std::vector<int>&);

}  // namespace samrum::optimise::match
