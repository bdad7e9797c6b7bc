#include "foundation/optimise/match_people.hpp"

#include "foundation/optimise/match_synthetic.hpp"

#include <gtest/gtest.h>

namespace samrum::optimise::match {
namespace {

Pool people(int newcomers, int established, unsigned seed, Reach reach = Reach::near_places) {
    Pool pool = synthetic_people({newcomers, established, 6, reach}, seed);
    std::mt19937 dice(seed);
    for (int k = 0; k < newcomers / 4; ++k)
        pool.never.push_back({static_cast<int>(dice() % static_cast<unsigned>(newcomers)),
                              static_cast<int>(dice() % static_cast<unsigned>(established))});
    for (Person& one : pool.established) one.room = static_cast<int>(dice() % 8) / 3;
    // The second words of the sets, which the synthetic people leave empty.
    for (auto* side : {&pool.newcomers, &pool.established})
        for (Person& one : *side) one.interests[1] = dice() & dice(), one.scales[1] = dice() | dice();
    return pool;
}

TEST(MatchPeople, FindsTheSameInAllKernelsAsOneByOne) {
    for (const Reach reach : {Reach::same_place, Reach::near_places, Reach::anywhere})
        for (unsigned seed = 1; seed <= 3; ++seed) {
            Pool pool = people(12, 90 + static_cast<int>(seed), seed, reach);
            pool.share_language = seed != 2;
            pool.share_time = seed != 3;
            const Packed packed(pool);
            const Graph all = graph_of(pool);
            std::vector<std::int64_t> per_column;
            for (std::size_t j = 0; j < pool.established.size(); ++j)
                per_column.push_back(-static_cast<std::int64_t>(j % 30));
            for (int i = 0; i < all.rows(); ++i) {
                std::vector<Arc> expected(all.row(i).begin(), all.row(i).end()), found;
                std::ranges::sort(expected);
                for (const Kernel kernel : {Kernel::scalar, Kernel::avx2, Kernel::avx512}) {
                    if (!runs_here(kernel)) continue;
                    packed.scan(i, found, kernel);
                    std::ranges::sort(found);
                    ASSERT_EQ(found, expected);
                    packed.scan(i, found, kernel, -40);
                    std::ranges::sort(found);
                    EXPECT_EQ(found.size(), static_cast<std::size_t>(std::ranges::count_if(
                                                expected, [](const Arc& arc) { return arc.cost <= -40; })));
                    // With prices, the same pairs are cheap by other measures.
                    const Packed::Prices prices = packed.prices(per_column);
                    packed.scan(i, found, kernel, -40, &prices);
                    std::ranges::sort(found);
                    std::vector<Arc> cheap;
                    for (const Arc& arc : expected)
                        if (arc.cost - per_column[static_cast<std::size_t>(arc.column)] <= -40) cheap.push_back(arc);
                    EXPECT_EQ(found, cheap);
                    const bool whole = packed.best(i, 5, found, kernel);
                    EXPECT_EQ(whole, expected.size() <= 5);
                    auto best = expected;
                    std::ranges::sort(best, {}, [](const Arc& arc) { return std::pair(arc.cost, arc.column); });
                    if (best.size() > 5) best.resize(5);
                    EXPECT_EQ(found, best);
                }
            }
        }
}

TEST(MatchPeople, ReasonsAddUpToTheFitAndLimitsSayWhatIsPossible) {
    const Pool pool = people(20, 40, 4);
    for (int i = 0; i < 20; ++i)
        for (int j = 0; j < 40; ++j) {
            if (pool.near[static_cast<std::size_t>(pool.newcomers[static_cast<std::size_t>(i)].place)].empty())
                continue;
            int sum = 0;
            for (const Reason& one : reasons(pool, {i, j})) sum += one.points;
            ASSERT_EQ(sum, fit(pool, {i, j}));
            ASSERT_EQ(limits_broken(pool, {i, j}).empty(), possible(pool, {i, j}));
        }
}

TEST(MatchPeople, ProvesItsProposalOverAllPossiblePairs) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Pool pool = people(120, 110, seed, seed % 2 ? Reach::anywhere : Reach::near_places);
        if (seed > 3)
            for (int k = 0; k < 5; ++k)
                if (pool.established[static_cast<std::size_t>(k)].room > 0) pool.locked.push_back({k, k});
        const Graph all = graph_of(pool);
        for (const Rule rule : {Rule::most, Rule::waiting}) {
            const Answer best = solve(all, rule);
            // Few candidates to begin with: pricing has to find the rest.
            const Proposal proposal = match_people(pool, {2, 3, rule, {}});
            EXPECT_EQ(proposal.answer.pairs, best.pairs);
            EXPECT_EQ(proposal.answer.cost, best.cost);
            const auto judged = check_people(pool, rule, proposal.established_of, proposal.answer.certificate);
            EXPECT_TRUE(judged.certificate.holds());
            EXPECT_TRUE(judged.keeps_limits());
            EXPECT_TRUE(judged.order.largest);
            EXPECT_EQ(judged.fit, proposal.fit);
            if (rule == Rule::waiting) {
                EXPECT_TRUE(judged.order.first_first);
                for (std::size_t i = 0; i < best.column_of.size(); ++i)
                    EXPECT_EQ(best.column_of[i] < 0, proposal.answer.column_of[i] < 0);
            }
        }
    }
}

TEST(MatchPeople, SaysWhyOneWaitsAndWhoElseThereWas) {
    Pool pool;
    pool.share_language = pool.share_time = false;
    Person wants;  // somebody with trait 0, whom only one of three is
    wants.must = 1;
    pool.newcomers = {wants, wants};
    pool.established.assign(3, Person{});
    pool.established[1].traits = 1;
    pool.established[2].must = 2;
    const Proposal proposal = match_people(pool);
    EXPECT_EQ(proposal.established_of, (std::vector{1, -1}));  // who has waited longer
    const Waiting why = why_waiting(pool, 1);
    EXPECT_EQ(why.possible, 1);
    ASSERT_EQ(why.limits.size(), 2u);
    EXPECT_EQ(why.limits[0].limit, (Reason{Kind::newcomer_must, 0, 0}));
    EXPECT_EQ(why.limits[0].excluded, 2);
    EXPECT_EQ(why.limits[0].alone, 1);
    EXPECT_EQ(why.limits[1].limit, (Reason{Kind::established_must, 1, 0}));
    EXPECT_EQ(why.limits[1].alone, 0);
    const auto others = alternatives(pool, proposal, 1, 5);
    ASSERT_EQ(others.size(), 1u);
    EXPECT_EQ(others[0].established, 1);
    EXPECT_EQ(others[0].instead_of, 0);
    EXPECT_TRUE(others[0].takes_a_place || others[0].at_least == 0);
    // What it would cost: the other one would wait in this one's stead.
    const auto price = session_of(proposal).price_of(1, 1, -fit(pool, {1, 1}));
    ASSERT_TRUE(price);
    EXPECT_EQ(price->pairs_fewer, 0);
    EXPECT_TRUE(price->other_rows);
    EXPECT_EQ(price->rows_changed, std::vector{0});
}

TEST(MatchPeople, KeepsLockedPairsAndEarlierPairsApart) {
    Pool pool;
    pool.share_language = pool.share_time = false;
    pool.newcomers.assign(3, Person{});
    pool.established.assign(2, Person{});
    pool.established[0].room = 2;
    pool.never = {{0, 0}};
    pool.locked = {{2, 1}};
    const Proposal proposal = match_people(pool);
    EXPECT_EQ(proposal.established_of, (std::vector{-1, 0, 1}));  // the lock takes the only one whom 0 could have had
    auto judged = check_people(pool, Rule::waiting, proposal.established_of, proposal.answer.certificate);
    EXPECT_TRUE(judged.keeps_limits());
    EXPECT_TRUE(judged.certificate.holds());
    // The one who is locked to another is no more possible: nobody needs them, a person decided.
    const Waiting why = why_waiting(pool, 0);
    EXPECT_EQ(why.locked, 1);
    EXPECT_EQ(why.possible, 0);
    ASSERT_EQ(why.limits.size(), 1u);
    EXPECT_EQ(why.limits[0].limit, (Reason{Kind::never, 0, 0}));
    judged = check_people(pool, Rule::waiting, {0, 0, 0}, proposal.answer.certificate);
    EXPECT_EQ(judged.locked_missing.size(), 1u);
    EXPECT_EQ(judged.too_many, std::vector{0});
    ASSERT_EQ(judged.broken.size(), 1u);
    EXPECT_EQ(judged.broken[0].second, std::vector{(Reason{Kind::never, 0, 0})});
}

}  // namespace
}  // namespace samrum::optimise::match
