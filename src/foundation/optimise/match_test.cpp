#include "foundation/optimise/match.hpp"

#include "foundation/optimise/match_tiny.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

namespace samrum::optimise::match {
namespace {

// The benchmark's oracle tries far more of the same: `bench_match --oracle`.
TEST(Match, EqualsTryingEveryMatchingOfTinyGraphs) {
    std::mt19937 dice(1);
    for (int turn = 0; turn < 3000; ++turn) {
        const Graph graph = tiny_graph(dice);
        for (const Rule rule : {Rule::most, Rule::waiting}) {
            ASSERT_TRUE(holds_by_trying(graph, rule, solve(graph, rule))) << "turn " << turn;
            Options guessing;
            for (int j = 0; j < graph.columns; ++j) guessing.guess.push_back(-static_cast<int>(dice() % 30));
            ASSERT_TRUE(holds_by_trying(graph, rule, solve(graph, rule, guessing))) << "turn " << turn;
        }
    }
}

TEST(Match, TellsWhichRowsHaveTooFewColumns) {
    std::mt19937 dice(2);
    int without = 0;
    for (int turn = 0; turn < 1000; ++turn) {
        const Graph graph = tiny_graph(dice);
        const Answer answer = solve(graph, Rule::perfect);
        ASSERT_EQ(answer.pairs, best_by_trying(graph, Rule::most).pairs);
        if (answer.pairs == graph.rows()) {
            EXPECT_TRUE(answer.too_many_rows.empty());
            continue;
        }
        ++without;
        // Hall: all that those rows could have is in those columns, which have too little room.
        int room = 0;
        for (const int j : answer.too_few_columns) room += graph.room_of(j);
        EXPECT_LT(room, static_cast<int>(answer.too_many_rows.size()));
        for (const int i : answer.too_many_rows)
            for (const Arc& arc : graph.row(i)) EXPECT_EQ(std::ranges::count(answer.too_few_columns, arc.column), 1);
    }
    EXPECT_GT(without, 100);
}

/// A graph with the rows and columns called otherwise.
struct Renamed {
    Graph graph;
    std::vector<int> row, column;  ///< the new number of each
};
Renamed renamed(const Graph& graph, std::mt19937& dice, bool rows_too) {
    Renamed made;
    made.row.resize(static_cast<std::size_t>(graph.rows()));
    made.column.resize(static_cast<std::size_t>(graph.columns));
    std::iota(made.row.begin(), made.row.end(), 0);
    std::iota(made.column.begin(), made.column.end(), 0);
    std::shuffle(made.column.begin(), made.column.end(), dice);
    if (rows_too) std::shuffle(made.row.begin(), made.row.end(), dice);
    std::vector<std::vector<Arc>> rows(made.row.size());
    for (int i = 0; i < graph.rows(); ++i)
        for (const Arc& arc : graph.row(i))
            rows[static_cast<std::size_t>(made.row[static_cast<std::size_t>(i)])].push_back(
                {made.column[static_cast<std::size_t>(arc.column)], arc.cost});
    made.graph.columns = graph.columns;
    for (const auto& arcs : rows) made.graph.add_row(arcs);
    made.graph.sort();
    return made;
}
Graph middling_graph(std::mt19937& dice) {
    Graph graph;
    graph.columns = 60;
    for (int i = 0; i < 60; ++i) {
        std::vector<Arc> arcs;
        for (int j = 0; j < graph.columns; ++j)
            if (dice() % 100 < (i < 20 ? 3 : 12)) arcs.push_back({j, static_cast<int>(dice() % 50)});
        graph.add_row(arcs);
    }
    graph.sort();
    return graph;
}

TEST(Match, KeepsItsValueWhenTheGraphIsToldOtherwise) {
    std::mt19937 dice(3);
    for (int turn = 0; turn < 20; ++turn) {
        const Graph graph = middling_graph(dice);
        const Answer most = solve(graph, Rule::most), waiting = solve(graph, Rule::waiting);
        ASSERT_TRUE(check(graph, Rule::most, most.column_of, most.certificate).holds());
        ASSERT_TRUE(check(graph, Rule::waiting, waiting.column_of, waiting.certificate).holds());
        EXPECT_EQ(most.pairs, waiting.pairs);  // waiting order costs no pair
        EXPECT_LE(most.cost, waiting.cost);
        const Renamed other = renamed(graph, dice, true);
        const Answer again = solve(other.graph, Rule::most);
        EXPECT_EQ(std::pair(again.pairs, again.cost), std::pair(most.pairs, most.cost));
        const Renamed columns = renamed(graph, dice, false);
        const Answer waits = solve(columns.graph, Rule::waiting);
        EXPECT_EQ(waits.cost, waiting.cost);
        for (std::size_t i = 0; i < 60; ++i) EXPECT_EQ(waits.column_of[i] < 0, waiting.column_of[i] < 0);
        // Ten times the cost; the same with every cost of one row, or one column that all have, five higher.
        Graph scaled = graph;
        for (Arc& arc : scaled.arcs) arc.cost *= 10;
        EXPECT_EQ(solve(scaled, Rule::most).cost, 10 * most.cost);
        Graph raised = graph;
        for (auto at = graph.begin[30]; at < graph.begin[31]; ++at) raised.arcs[static_cast<std::size_t>(at)].cost += 5;
        const Answer shifted = solve(raised, Rule::waiting);
        EXPECT_EQ(shifted.cost, waiting.cost + (waiting.column_of[30] < 0 ? 0 : 5));
        // More threads, the same answer.
        EXPECT_EQ(solve(graph, Rule::waiting, {.threads = 3}).column_of, waiting.column_of);
    }
}

TEST(Match, IsNotFooledByAWrongCertificate) {
    std::mt19937 dice(4);
    const Graph graph = middling_graph(dice);
    const Answer answer = solve(graph, Rule::waiting);
    const auto holds = [&](const std::vector<int>& column_of, const Certificate& certificate) {
        return check(graph, Rule::waiting, column_of, certificate).holds();
    };
    ASSERT_TRUE(holds(answer.column_of, answer.certificate));
    Certificate other = answer.certificate;
    other.row[7] += 1;
    EXPECT_FALSE(holds(answer.column_of, other));
    other = answer.certificate;
    std::ranges::fill(other.unmatched, 1'000'000);  // the price of another rule
    EXPECT_FALSE(holds(answer.column_of, other));
    other.unmatched.pop_back();
    EXPECT_FALSE(holds(answer.column_of, other));
    auto fewer = answer.column_of;
    fewer[static_cast<std::size_t>(std::ranges::find_if(fewer, [](int j) { return j >= 0; }) - fewer.begin())] = -1;
    EXPECT_FALSE(holds(fewer, answer.certificate));
    EXPECT_FALSE(check_order(graph, fewer).largest);
    auto twice = answer.column_of;
    for (int& j : twice) j = j >= 0 ? answer.column_of[30] : j;
    EXPECT_FALSE(check(graph, Rule::waiting, twice, answer.certificate).is_matching);
}

TEST(Match, RefusesArcsOutOfOrderInsteadOfSearchingForEver) {
    Graph graph;
    graph.columns = 2;
    const std::vector<Arc> row{{0, 9}, {1, 3}};
    graph.add_row(row);
    EXPECT_THROW(solve(graph, Rule::most), std::logic_error);
    graph.sort();
    EXPECT_EQ(solve(graph, Rule::most).cost, 3);
}

TEST(Match, CountsBlockingPairs) {
    Graph graph;
    graph.columns = 2;
    graph.add_row(std::vector<Arc>{{0, 1}, {1, 5}});
    graph.add_row(std::vector<Arc>{{0, 2}});
    // Most pairs: row 0 has to take its second choice, and column 0 would rather have row 0.
    const Answer answer = solve(graph, Rule::most);
    EXPECT_EQ(answer.column_of, (std::vector{1, 0}));
    EXPECT_EQ(blocking_pairs(graph, answer.column_of), 1);
    EXPECT_EQ(blocking_pairs(graph, {0, -1}), 0);
    EXPECT_EQ(blocking_pairs(graph, {-1, -1}), 3);
}

/// Does a session hold what solving anew finds: pairs, cost, and (waiting) the same rows, with a proof?
void expect_as_new(const Session& session, Rule rule, int turn) {
    const Graph graph = session.graph();
    const Answer kept = session.answer(), anew = solve(graph, rule);
    ASSERT_TRUE(check(graph, rule, kept.column_of, kept.certificate).holds()) << "turn " << turn;
    ASSERT_EQ(kept.pairs, anew.pairs) << "turn " << turn;
    ASSERT_EQ(kept.cost, anew.cost) << "turn " << turn;
    if (rule != Rule::waiting) return;
    for (std::size_t i = 0; i < kept.column_of.size(); ++i)
        ASSERT_EQ(kept.column_of[i] < 0, anew.column_of[i] < 0) << "turn " << turn;
}

TEST(Match, KeepsTheOptimumThroughEveryChange) {
    std::mt19937 dice(5);
    const auto roll = [&](int below) { return static_cast<int>(dice() % static_cast<unsigned>(std::max(1, below))); };
    for (int turn = 0; turn < 150; ++turn) {
        const Rule rule = turn % 2 == 0 ? Rule::waiting : Rule::most;
        Session session(tiny_graph(dice), rule);
        for (int change = 0; change < 12; ++change) {
            const int row = roll(session.rows()), column = roll(session.columns());
            const int what = session.rows() == 0 ? 0 : session.columns() == 0 ? 1 : roll(8);
            std::vector<Arc> arcs;
            for (int k = 0; k < (what == 0 ? session.columns() : session.rows()); ++k)
                if (roll(2) == 0) arcs.push_back({k, roll(30) - 15});
            switch (what) {
                case 0:
                    session.arrive_row(arcs);
                    break;
                case 1:
                    session.arrive_column(arcs, roll(3));
                    break;
                case 2:
                    session.leave_row(row);
                    break;
                case 3:
                    session.leave_column(column);
                    break;
                case 4:
                    session.lock(row, column, roll(9));
                    break;
                case 5:
                    session.unlock(row);
                    break;
                case 6:
                    session.forbid(row, session.column_of(row) >= 0 ? session.column_of(row) : column);
                    break;
                case 7:
                    session.allow(row, {column, roll(30) - 15});
                    break;
            }
            expect_as_new(session, rule, turn);
            if (::testing::Test::HasFatalFailure()) return;
        }
    }
}

TEST(Match, SaysWhatLockingAPairWouldCost) {
    std::mt19937 dice(6);
    for (int turn = 0; turn < 10; ++turn) {
        const Graph graph = middling_graph(dice);
        const Session session(graph, Rule::waiting);
        for (int i = 0; i < graph.rows(); ++i)
            for (const Arc& arc : graph.row(i)) {
                const auto price = session.price_of(i, arc.column, arc.cost);
                ASSERT_TRUE(price);
                Session locked(session);
                locked.lock(i, arc.column, arc.cost);
                EXPECT_EQ(locked.cost() - session.cost(), price->cost);
                EXPECT_EQ(session.pairs() - locked.pairs(), price->pairs_fewer);
                if (session.column_of(i) == arc.column) {
                    EXPECT_EQ(price->cost, 0);
                }
                // What the prices say is a lower bound, where no pair and no place in the queue is lost.
                if (price->pairs_fewer == 0 && !price->other_rows) {
                    EXPECT_LE(session.reduced_cost(i, arc.column, arc.cost), price->cost);
                }
                if (i % 10 != 0) break;
            }
    }
}

}  // namespace
}  // namespace samrum::optimise::match
