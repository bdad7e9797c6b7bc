#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

/// Who is matched with whom: the assignment itself, in numbers alone. Rows look for a column each; a column takes as
/// many rows as it has room for. People and what they share are one header up: match_people.hpp.
///
/// **One linear program for three wishes.** Each row i has a private way out, "stays unmatched", at the price
/// `unmatched[i]`, and the rest is least cost:
///
///     minimise  Σ cost(i,j)·x(i,j) + Σ unmatched[i]·y(i)    with   Σj x(i,j) + y(i) = 1,   Σi x(i,j) ≤ room(j)
///
/// With B greater than any difference of two matchings' costs, `unmatched[i] = B` means "most pairs first, then least
/// cost". With `unmatched[i] = B·w(i)` and weights w that fall with the row's number, it means "most pairs, the first
/// rows first, then least cost": the sets of rows that can be matched together are the independent sets of a
/// transversal matroid (Edmonds & Fulkerson 1965), so the heaviest such set is the one that a greedy walk down the rows
/// picks, whatever the weights, as long as they fall, and it is a largest one. So the weights need not be powers of
/// two, all fits 64 bits, and one dual solution proves pairs, order and cost at once.
///
/// The solver: shortest augmenting paths with potentials (Jonker & Volgenant 1987; sparse as in Volgenant 1996), after
/// a greedy start and augmenting row reduction; rows hold their arcs cheapest first, and as no column price is above
/// zero a row is read only as far as it can matter. With the first rows first, who is matched does not hang on costs:
/// so it is settled without them, the optimum among those rows is found as for `most`, and one search more raises its
/// prices to a dual solution of the whole (match_waiting.cpp).
namespace samrum::optimise::match {

/// A number as an index.
template <class Number>
constexpr std::size_t at(Number number) {
    return static_cast<std::size_t>(number);
}

/// A possible pair, of the row that holds it.
template <class Cost>
struct BasicArc {
    std::int32_t column = 0;
    Cost cost = 0;
    auto operator<=>(const BasicArc&) const = default;
};

/// The order of a row's arcs.
template <class Cost>
bool cheaper(const BasicArc<Cost>& a, const BasicArc<Cost>& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.column < b.column;
}

/// The possible pairs. Every row's arcs stand together, cheapest first (`sort` does that).
template <class Cost>
struct BasicGraph {
    int columns = 0;
    std::vector<std::int64_t> begin = {0};  ///< rows + 1: where in `arcs` each row begins
    std::vector<BasicArc<Cost>> arcs = {};
    std::vector<int> room = {};  ///< how many rows a column takes, 0 or more; empty: one each

    int rows() const { return static_cast<int>(begin.size()) - 1; }
    std::span<const BasicArc<Cost>> row(int i) const {
        const auto at = static_cast<std::size_t>(i);
        return std::span(arcs).subspan(static_cast<std::size_t>(begin[at]),
                                       static_cast<std::size_t>(begin[at + 1] - begin[at]));
    }
    int room_of(int column) const { return room.empty() ? 1 : room[static_cast<std::size_t>(column)]; }
    void add_row(std::span<const BasicArc<Cost>> more) {
        arcs.insert(arcs.end(), more.begin(), more.end());
        begin.push_back(static_cast<std::int64_t>(arcs.size()));
    }
    /// Puts the arcs of every row in order: by cost, then by column. Does little where they are already.
    void sort();
};
using Arc = BasicArc<std::int32_t>;
using Graph = BasicGraph<std::int32_t>;
using WideGraph = BasicGraph<std::int64_t>;  ///< for costs that 32 bits do not hold

enum class Rule : std::uint8_t {
    perfect,  ///< every row, at least cost (columns may be left over); there may be none
    most,     ///< most pairs first, then least cost
    waiting,  ///< most pairs first; among those the first rows matched, one after the other; then least cost
};

/// The dual solution: a proof of the optimum that is checked without knowing how it was found. It holds when
///   row[i] <= unmatched[i],  column[j] <= 0,  row[i] + column[j] <= cost(i,j) for **every** possible pair,
///   with equality for matched pairs, row[i] = unmatched[i] for unmatched rows, column[j] = 0 for columns with room.
/// Then Σ row + Σ room·column equals what the matching costs, and no matching costs less.
struct Certificate {
    std::vector<std::int64_t> row;
    std::vector<std::int64_t> column;
    std::vector<std::int64_t> unmatched;  ///< what it costs to leave each row unmatched, by the rule
};

struct Answer {
    std::vector<int> column_of;  ///< of each row; -1: unmatched
    int pairs = 0;
    std::int64_t cost = 0;  ///< of the pairs alone
    Certificate certificate;
    std::vector<std::int64_t> guess;  ///< column prices to begin from (Options::guess) when more arcs are known
    /// When some row is unmatched: the first such row and all that it reaches by alternating paths, which together have
    /// too few columns (Hall's condition), and those columns. Why there is no perfect matching.
    std::vector<int> too_many_rows, too_few_columns;
};

struct Options {
    int threads = 1;   ///< independent parts of the graph are shared among so many
    int arrivals = 0;  ///< see `unmatched_prices`
    /// A guess of the column prices, all zero or below, to begin from: the better it is, the less is left to search.
    /// Any guess gives the optimum.
    std::vector<std::int64_t> guess = {};
};

/// The price of staying unmatched for each row by the rule; none when 64 bits do not hold it (then no solver here
/// does).
/// `arrivals`: room for so many rows more, and for costs half again as far apart.
template <class Cost>
std::optional<std::vector<std::int64_t>> unmatched_prices(const BasicGraph<Cost>& graph, Rule rule, int arrivals = 0);

/// The optimum, with its certificate. The arcs are sorted (`sort`; a std::logic_error where not). Columns are within
/// 0..columns-1, no pair stands twice in a row, and `unmatched_prices` has an answer: the caller sees to that.
template <class Cost>
Answer solve(const BasicGraph<Cost>& graph, Rule rule, const Options& options = {});

/// The same, with prices of staying unmatched that were worked out elsewhere: what `unmatched_prices` says of them
/// holds.
template <class Cost>
Answer solve_at(const BasicGraph<Cost>& graph, Rule rule, std::vector<std::int64_t> unmatched,
                const Options& options = {});

// The judge, which shares no code with the solver.

/// What a check of a matching and its certificate found. `holds` is all of it together.
struct Verdict {
    bool is_matching = false;   ///< only possible pairs, no column above its room
    bool by_rule = false;       ///< the prices of staying unmatched are what the rule needs
    bool prices_fit = false;    ///< no possible pair, no row and no column is priced too high
    bool tight = false;         ///< what is used costs exactly its prices, what is left over is free
    std::int64_t worst = 0;     ///< the greatest amount by which a price is too high; 0 when all fit
    std::int64_t too_high = 0;  ///< how many possible pairs are priced too high
    bool holds() const { return is_matching && by_rule && prices_fit && tight; }
};
template <class Cost>
Verdict check(const BasicGraph<Cost>& graph, Rule rule, const std::vector<int>& column_of,
              const Certificate& certificate);

/// Possible pairs of which both would rather have each other than whom they have: cheaper for both, or unmatched. Most
/// pairs and no blocking pair cannot both be had in general; so the number is told, and nothing promised.
template <class Cost>
std::int64_t blocking_pairs(const BasicGraph<Cost>& graph, const std::vector<int>& column_of);

/// Is there room for more pairs, or an earlier row in place of a later one? Judged without prices, by walking
/// alternating paths: the second opinion on pairs and order.
struct OrderVerdict {
    bool largest = false;      ///< no matching has more pairs
    bool first_first = false;  ///< no unmatched row could take the place of a later one
};
template <class Cost>
OrderVerdict check_order(const BasicGraph<Cost>& graph, const std::vector<int>& column_of);

// Changes, each answered from where the last one left off: a search or two instead of a solve.

/// An optimum that is kept while rows and columns come, leave, are locked together or kept apart. After every call it
/// is an optimum of what is then there, with prices that prove it. Copies are cheap enough to try something out.
class Session {
  public:
    /// Solves, then keeps. Rows that arrive later wait behind all that are there (Rule::waiting). Rule::perfect is not
    /// offered.
    Session(const Graph& graph, Rule rule, const Options& options = {});
    ~Session();
    Session(const Session&);
    Session(Session&&) noexcept;
    Session& operator=(const Session&) = delete;
    Session& operator=(Session&&) noexcept;

    /// A new row, behind the others; answers its number.
    int arrive_row(std::vector<Arc> arcs);
    /// A new column with its possible pairs: (row, cost) in `column` and `cost` of the arcs; answers its number.
    int arrive_column(const std::vector<Arc>& rows, int room = 1);
    void leave_row(int row);
    void leave_column(int column);
    /// These two are a pair from now on, whatever it costs the others; taken out of the search. Nothing when either is
    /// gone or has no room left that is not locked.
    bool lock(int row, int column, std::int32_t cost);
    void unlock(int row);
    /// These two are never a pair. A locked pair must be unlocked first.
    void forbid(int row, int column);
    /// A possible pair more; nothing when it is one already.
    void allow(int row, Arc arc);

    int rows() const;
    int columns() const;
    int column_of(int row) const;  ///< -1: unmatched, or gone; of a locked row the column it is locked to
    int pairs() const;             ///< the locked ones with them
    std::int64_t cost() const;     ///< of the pairs, the locked ones with them
    /// What locking this pair would do: how many pairs fewer there would be in all, whether another set of rows would
    /// be matched, and how much more the pairs would cost. The true price, by trying it out on a copy.
    struct Price {
        int pairs_fewer = 0;
        bool other_rows = false;
        std::int64_t cost = 0;
        std::vector<int> rows_changed = {};  ///< rows that would have another column, or none, this row left out
    };
    std::optional<Price> price_of(int row, int column, std::int32_t cost) const;
    /// A lower bound of the price, from the prices alone: what the pair costs above its two prices.
    std::int64_t reduced_cost(int row, int column, std::int32_t cost) const;

    /// What is left to solve: the graph without locked pairs and those who left (they have no arcs and no room), and
    /// the answer to it with its certificate.
    Graph graph() const;
    Answer answer() const;
    std::int64_t row_price(int row) const;
    std::int64_t column_price(int column) const;
    /// Rows whose price rose since this was last asked: those that may now look beyond the arcs they have. Some may
    /// stand twice.
    std::vector<int> take_raised();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrum::optimise::match
